import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

struct JointStoreTests {
    private static let letter = Letter(subject: "A visit together", body: "Somebody proposes a visit.")

    private func with(_ home: TestHome, _ body: (TownTime) async throws -> Void) async throws {
        try await TestStore.with(home) { store in try await body(TownTime(in: Town(in: store))) }
    }

    private func times(_ time: TownTime, by person: Town.Person = .dana) async throws -> [Instant] {
        let (own, partner) = (time.town.account(.dana), time.partner)
        return try await time.town.store.look(at: time.town.maya.id, .schedule, by: time.town.requester(person)) {
            try $0.jointTimes(own, with: partner, minutes: 45, zone: .utc, $1)
        }
    }

    private func propose(_ time: TownTime, _ start: Instant) async throws -> JointAppointment {
        let (own, partner) = (time.town.account(.dana), time.partner)
        return try await time.town.store.change(time.town.maya.id, .schedule, by: time.town.requester(.dana)) {
            try $0.proposeJoint(
                own,
                with: partner,
                start: start,
                minutes: 45,
                place: .clinic,
                whereabouts: "",
                telling: Self.letter,
                $1
            )
        }
    }

    private func answer(_ time: TownTime, _ joint: JointAppointment, yes: Bool) async throws {
        try await time.town.store.change(time.town.maya.id, .schedule, by: time.town.requester(.omar)) {
            try $0.answerJoint(joint.id, yes: yes, telling: Self.letter, $1)
        }
    }

    private func visits(_ time: TownTime, of practice: Practice) async throws -> [PlannedVisit] {
        let (now, today) = (time.town.store.effects.now(), TownTime.tuesday)
        return try await time.town.store.database.read {
            try $0.visits(of: practice.id, today.adding(days: -7).following(60), at: now)
        }
    }

    @Test("Proposed it is held, confirmed both have it", arguments: TestHome.both)
    func confirmed(_ home: TestHome) async throws {
        try await with(home) { time in
            let start = try #require(try await times(time).first)
            let joint = try await propose(time, start)
            #expect(try await visits(time, of: time.town.brightSteps).contains { $0.joint == joint })
            #expect(try await visits(time, of: time.town.handsOn).isEmpty)
            try await answer(time, joint, yes: true)
            let theirs = try await visits(time, of: time.town.handsOn)
            #expect(theirs.map(\.visit.span) == [Span(start, minutes: 45)])
            #expect(theirs.first?.joint?.state.word == "confirmed")
            // No longer free, for either.
            #expect(try await !times(time).contains(start))
            let letters = try await time.town.store.waitingLetters().map(\.mail.recipient)
            #expect(letters.contains("omar@example.org") && letters.contains("dana@example.org"))
        }
    }

    @Test("Declined, the time is free again", arguments: TestHome.both)
    func declined(_ home: TestHome) async throws {
        try await with(home) { time in
            let before = try await times(time)
            let joint = try await propose(time, try #require(before.first))
            try await answer(time, joint, yes: false)
            #expect(try await times(time) == before)
            await #expect(throws: JointAppointment.Fault.notWaiting) { try await answer(time, joint, yes: true) }
        }
    }

    @Test("A time that was taken meanwhile is told, and nothing is half saved", arguments: TestHome.both)
    func race(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            let start = try #require(try await times(time).first)
            let joint = try await propose(time, start)
            // Omar is booked for Leo meanwhile.
            let wall = ZoneRules.utc.wall(start)
            let content = TownTime.content(
                town.account(.omar),
                wall.day,
                wall.time.minutes / 60,
                discipline: .occupational
            )
            try await town.store.change(town.leo.id, .schedule, by: town.requester(.omar)) {
                _ = try $0.book(content, $1)
            }
            await #expect(throws: ScheduleFault.gone) { try await answer(time, joint, yes: true) }
            let standing = try await town.store.database.read { try $0.record(joint.id)?.value.state }
            #expect(standing == .proposed)
            #expect(try await visits(time, of: town.handsOn).count == 1)
            // Proposed anew for the same time it is gone at once.
            await #expect(throws: ScheduleFault.gone) { _ = try await propose(time, start) }
        }
    }

    @Test("Only what was shown can be proposed", arguments: TestHome.both)
    func probing(_ home: TestHome) async throws {
        try await with(home) { time in
            let shown = try await times(time)
            let start = try #require(shown.first)
            #expect(!shown.contains(start + .minutes(15)))
            await #expect(throws: ScheduleFault.gone) { _ = try await propose(time, start + .minutes(15)) }
            let partner = time.partner
            let own = time.town.account(.dana)
            await #expect(throws: StoreFailure.notFound) {
                _ = try await time.town.store.look(at: time.town.maya.id, .schedule, by: time.town.requester(.dana)) {
                    try $0.jointTimes(own, with: partner, minutes: 15, zone: .utc, $1)
                }
            }
        }
    }

    @Test("Without care on both sides, or off the team, there are no common times", arguments: TestHome.both)
    func withoutCare(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            await #expect(throws: StoreFailure.notFound) { _ = try await times(time, by: .ana) }
            await #expect(throws: StoreFailure.notFound) { _ = try await times(time, by: .omar) }
            try await town.store.change(town.maya.id, .changeTeam, by: town.requester(.omar)) { try $0.setTeam([], $1) }
            await #expect(throws: StoreFailure.notFound) { _ = try await times(time) }
            try await town.store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                try $0.withdrawConsent(town.consent.id, $1)
            }
            await #expect(throws: StoreFailure.notFound) { _ = try await times(time) }
        }
    }

    @Test(
        "Cancelled on one side, it is no longer together, and the other side keeps its visit",
        arguments: TestHome.both
    )
    func cancelled(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            let joint = try await propose(time, try #require(try await times(time).first))
            try await answer(time, joint, yes: true)
            let mine = try #require(
                try await visits(time, of: town.brightSteps).first { $0.joint == joint || $0.joint?.id == joint.id }
            )
            try await town.store.change(town.maya.id, .schedule, by: town.requester(.dana)) {
                let away = Occurrence.Cancellation(by: .practice, why: .away, stamp: $1.stamp)
                try $0.cancel(mine.appointment.id, mine.visit.ruleDay, away, $1)
            }
            let theirs = try await visits(time, of: town.handsOn)
            #expect(theirs.map(\.visit.state.word) == ["planned"])
            #expect(theirs.first?.joint?.state.word == "withdrawn")
        }
    }
}
