import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A child's visits, for the family and for the clinics: when, who, where, in plain words.
extension ChildVisit {
    /// How far back and ahead.
    static var scheduleSpan: (back: Duration, ahead: Duration) { (.days(28), .days(370)) }

    func schedulePage() async throws -> Response { try await schedulePage(Problems()) }

    func schedulePage(_ problems: Problems) async throws -> Response {
        let schedule = try await look { connection, permit in
            let reach = Self.scheduleSpan
            return try connection.schedule(permit, within: Span(permit.now - reach.back, permit.now + reach.ahead))
        }
        let words = ScheduleWords(schedule: schedule, zone: visit.store.effects.zone)
        return response(
            "schedule",
            title: "Schedule",
            schedule.child,
            schedule.permit,
            at: .schedule,
            words.values,
            problems: problems
        )
    }
}

/// The words of a child's schedule.
struct ScheduleWords: Sendable {
    let schedule: ChildSchedule
    /// Where a practice is that settled no clock of its own.
    let zone: ZoneRules

    /// Visits that are shown ahead; a series of a year would be a long page.
    private static var mostAhead: Int { 30 }
    private static var mostPast: Int { 10 }

    private var permit: Permit { schedule.permit }
    private var now: Instant { permit.now }

    var ahead: [PlannedVisit] {
        schedule.visits.filter { $0.visit.span.end > now }
    }

    /// The soonest that are to take place.
    func next(_ count: Int) -> [Page.Values] { ahead.filter(\.visit.takesTime).prefix(count).map(line) }

    var values: Page.Values {
        let past = schedule.visits.filter { $0.visit.span.end <= now }.suffix(Self.mostPast).reversed()
        var values: Page.Values = [
            "ahead": ahead.prefix(Self.mostAhead).map(line), "past": Array(past).map(line),
            "more_ahead": max(0, ahead.count - Self.mostAhead), "has_more": ahead.count > Self.mostAhead,
            "joints": joints, "offers": offers, "is_clinic": permit.may(.schedule),
        ]
        if permit.may(.schedule) {
            values["new_href"] = Address.childTime(permit.child, .new).path
            values["joint_href"] = Address.childTime(permit.child, .joint).path
            values["waiting_href"] = Address.childTime(permit.child, .waiting).path
        }
        if permit.may(.keepCalendar) { values["calendar_href"] = Address.childPage(permit.child, .calendar).path }
        return values
    }

    func line(_ planned: PlannedVisit) -> Page.Values {
        let (appointment, one) = (planned.appointment, planned.visit)
        let partner = partner(planned)
        var values = Mark.values(disciplines(planned, partner)).merging([
            "day": TimeText.day(one.day), "time": TimeText.range(one.at, minutes: one.span.minutes),
            "who": (one.therapists + [partner?.therapist].compactMap(\.self)).map(schedule.name)
                .joined(separator: " and "),
            "practice": [appointment.practice, partner?.practice].compactMap(\.self)
                .map { schedule.practices[$0] ?? "" }.joined(separator: " and "),
            "place": appointment.content.place.text, "is_cancelled": !one.takesTime,
        ]) { $1 }
        if !appointment.content.whereabouts.isEmpty { values["whereabouts"] = appointment.content.whereabouts }
        if !appointment.content.note.isEmpty { values["note"] = appointment.content.note }
        if let text = one.state.text {
            values["state"] = text
            values["state_tag"] = one.state.tag
        }
        if disciplines(planned, partner).count > 1, one.takesTime { values["together"] = "with both PT and OT" }
        if let joint = planned.joint, case .proposed = joint.state, one.takesTime {
            values["together"] = "not settled yet: the other practice is asked"
        }
        if appointment.practice == permit.ground.practice, permit.may(.schedule) {
            let number = appointment.number(of: one.ruleDay)
            values["href"] = Address.childTime(permit.child, .visit(appointment.id, visit: number, .page)).path
        }
        return values
    }

    /// The other side of a visit that two practices have agreed on.
    private func partner(_ planned: PlannedVisit) -> JointAppointment.Side? {
        guard let joint = planned.joint, case .confirmed = joint.state else { return nil }
        return [joint.proposing, joint.asked].first { $0.practice != planned.appointment.practice }
    }

    private func disciplines(_ planned: PlannedVisit, _ partner: JointAppointment.Side?) -> [Discipline] {
        let roles = planned.visit.therapists.flatMap { schedule.disciplines[$0] ?? [] }
        var all: Set<Discipline> = [planned.appointment.content.discipline]
        if planned.visit.therapists.count > 1 { all.formUnion(roles) }
        if let partner { all.insert(partner.discipline) }
        return Discipline.allCases.filter(all.contains)
    }

    /// Proposals that wait, and what the other practice said.
    private var joints: [Page.Values] {
        guard let own = permit.ground.practice, permit.may(.schedule) else { return [] }
        return schedule.joints.compactMap { joint in
            guard let side = joint.side(of: own) else { return nil }
            let other = joint.proposing.practice == own ? joint.asked : joint.proposing
            let isAsked = joint.asked.practice == own
            var values: Page.Values = [
                "when": TimeText.span(joint.span, in: schedule.zone ?? zone), "id": joint.id.text,
                "who": "\(schedule.name(side.therapist)) and \(schedule.name(other.therapist))",
                "practice": schedule.practices[other.practice] ?? "", "place": joint.place.text,
                "state": joint.state.text,
            ]
            switch joint.state {
            case .proposed where isAsked:
                values["action"] = Address.childTime(permit.child, .jointAnswer(joint.id)).path
            case .proposed, .declined: break
            case .confirmed, .withdrawn: return nil
            }
            return values
        }
    }

    /// Times that the family is asked about.
    var offers: [Page.Values] {
        schedule.offers.map { offer in
            [
                "text": "A time is free: \(TimeText.span(offer.value.slot.span, in: offer.value.slot.rules))",
                "link": "Read it and answer",
                "href": Address.childTime(permit.child, .offer(offer.value.id)).path,
            ]
        }
    }
}
