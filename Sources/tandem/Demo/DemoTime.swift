import TandemCare
import TandemCatalog
import TandemStore

/// The calendars of the demonstration: hours, visits of the last two weeks and of the next two months, a visit with both practices,
/// a proposal that waits, and a waiting list. Told with the real clock, so that there is always a today.
struct DemoTime: Sendable {
    /// As it was opened.
    let store: Store
    /// One therapist of each practice.
    let therapists: [Discipline: Membership]
    /// By given name, with the therapies of those who treat the child.
    let children: [(child: Child, disciplines: [Discipline])]

    private static let letter = Letter(subject: "Something waits for you in Tandem", body: "")

    private var today: CalendarDate { store.effects.zone.day(store.effects.now()) }

    func tell() async throws {
        for membership in therapists.values.sorted(by: { $0.id < $1.id }) { try await work(membership) }
        for discipline in Discipline.allCases {
            guard let therapist = therapists[discipline] else { continue }
            let own = children.filter { $0.disciplines.contains(discipline) }
            for (place, one) in own.enumerated() { try await come(one.child, to: therapist, discipline, place) }
        }
        if let both = children.first(where: { $0.disciplines.count == 2 })?.child {
            try await together(both, yes: true)
            try await together(both, yes: false)
        }
        try await wait()
    }

    private func requester(_ membership: Membership) -> Requester {
        Requester(account: membership.account, memberships: [membership])
    }

    private func work(_ membership: Membership) async throws {
        let times = [(8, 12), (13, 17)]
        let blocks = (0...4).flatMap { weekday in
            times.compactMap { from, to in
                TimeOfDay(hour: from, minute: 0).flatMap { start in
                    TimeOfDay(hour: to, minute: 0).map { WorkingHours.Block(weekday: weekday, from: start, to: $0) }
                }
            }
        }
        try await store.change(in: membership.practice, .setHours, by: requester(membership)) {
            try $0.setHours(of: membership.account, in: membership.practice, blocks, daysOff: [], version: 0)
        }
    }

    /// A weekly series that began two weeks ago, each child at a time of its own; what has been was attended, but for one visit.
    private func come(
        _ child: Child,
        to therapist: Membership,
        _ discipline: Discipline,
        _ place: Int
    ) async throws {
        let weekday = (place * 2 + (discipline == .physical ? 0 : 1)) % 5
        let hour = [9, 14, 10, 15, 11, 16][place % 6]
        guard let at = TimeOfDay(hour: hour, minute: discipline == .physical ? 30 : 0) else { return }
        let content = Appointment.Content(
            therapists: [therapist.account],
            discipline: discipline,
            first: today.weekStart.adding(days: weekday - 14),
            at: at,
            minutes: 45,
            whereabouts: "Room \(place + 1)",
            recurrence: Recurrence(weekdays: [weekday, (weekday + 2) % 5], end: .count(20))
        )
        try await store.change(child.id, .schedule, by: requester(therapist)) { transaction, permit in
            let made = try transaction.book(content, permit)
            let over = made.occurrences.filter { $0.span.end <= permit.now }
            for (number, visit) in over.enumerated() {
                let isMissed = number == 1 && place == 1
                try transaction.tell(made.id, visit.ruleDay, isMissed ? .noShow : .attended, permit)
            }
            if place == 0, let next = made.occurrences.first(where: { $0.span.start > permit.now + .hours(40) }) {
                let away = Occurrence.Cancellation(by: .family, why: .weather, stamp: permit.stamp)
                try transaction.cancel(made.id, next.ruleDay, away, permit)
            }
        }
    }

    /// PT proposes a common time; OT says yes, or has not answered yet.
    private func together(_ child: Child, yes: Bool) async throws {
        guard let own = therapists[.physical], let other = therapists[.occupational] else { return }
        let zone = store.effects.zone
        let joint = try await store.change(child.id, .schedule, by: requester(own)) {
            transaction,
            permit -> JointAppointment? in
            guard let partner = try transaction.connection.jointPartners(permit).first,
                let start = try transaction.connection.jointTimes(
                    own.account,
                    with: partner,
                    minutes: 45,
                    zone: zone,
                    permit
                ).dropFirst(yes ? 1 : 6).first
            else { return nil }
            return try transaction.proposeJoint(
                own.account,
                with: partner,
                start: start,
                minutes: 45,
                place: .clinic,
                whereabouts: "Gym",
                telling: Self.letter,
                permit
            )
        }
        guard yes, let joint else { return }
        try await store.change(child.id, .schedule, by: requester(other)) {
            try $0.answerJoint(joint.id, yes: true, telling: Self.letter, $1)
        }
    }

    private func wait() async throws {
        guard let desk = therapists[.physical],
            let child = children.last(where: { $0.disciplines.contains(.physical) })?.child
        else { return }
        let stamp = Stamp(by: desk.account, at: store.effects.now())
        let afternoon = WaitingEntry.Wishes(weekdays: [0, 2], from: TimeOfDay(hour: 15, minute: 0))
        let contents: [(ID<Child>?, WaitingEntry.Content, Int)] = [
            (child.id, .init(discipline: .physical, minutes: 45, shortNotice: true), 24),
            (
                nil,
                .init(
                    name: "June Field",
                    reach: "217-555-0199, after noon",
                    discipline: .physical,
                    wishes: afternoon,
                    minutes: 45
                ), 9
            ),
        ]
        for (child, content, days) in contents {
            let entry = WaitingEntry(
                id: store.effects.id(),
                practice: desk.practice,
                child: child,
                content: content,
                since: today.adding(days: -days),
                made: stamp
            )
            try await store.change(in: desk.practice, .keepWaitingList, by: requester(desk)) { try $0.wait(entry) }
        }
    }
}
