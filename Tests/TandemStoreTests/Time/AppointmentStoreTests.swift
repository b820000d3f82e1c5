import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

struct AppointmentStoreTests {
    private static let tuesday = TownTime.tuesday

    private func with(_ home: TestHome, clock: TestClock = TestClock(), _ body: (TownTime) async throws -> Void)
        async throws
    {
        try await TestStore.with(home, clock: clock) { store in
            try await body(TownTime(in: Town(in: store)))
        }
    }

    private func states(_ time: TownTime) async throws -> [String] {
        let now = time.town.store.effects.now()
        let practice = time.town.brightSteps.id
        return try await time.town.store.database.read { connection in
            try connection.visits(of: practice, Self.tuesday.following(30), at: now).map {
                "\($0.visit.day) \($0.visit.at) \($0.visit.state.word)"
            }
        }
    }

    @Test(
        "What is booked stands in the week, and what is moved, cancelled or attended stands there as it is",
        arguments: TestHome.both
    )
    func week(_ home: TestHome) async throws {
        let clock = TestClock()
        try await with(home, clock: clock) { time in
            let (town, id) = (time.town, time.series.id)
            let later = Self.tuesday.adding(days: 7)
            let move = Appointment.Move(
                day: later.adding(days: 1),
                at: try #require(TimeOfDay(hour: 10, minute: 0)),
                minutes: 30,
                therapists: [town.account(.dana)]
            )
            clock.advance(by: .hours(24))
            try await town.store.change(town.maya.id, .schedule, by: town.requester(.fay)) { transaction, permit in
                try transaction.move(id, later, to: move, permit)
                try transaction.tell(id, Self.tuesday, .attended, permit)
                let away = Occurrence.Cancellation(by: .family, why: .weather, stamp: permit.stamp)
                try transaction.cancel(id, later.adding(days: 7), away, permit)
            }
            #expect(
                try await states(time) == [
                    "2026-09-22 09:00 attended", "2026-09-30 10:00 planned", "2026-10-06 09:00 cancelled",
                    "2026-10-13 09:00 planned",
                ]
            )
            // Every version is kept, and each change left its line.
            let kept = try await town.store.database.read { connection in
                try connection.row("SELECT COUNT(*) AS n FROM history WHERE kind = 'appointment'")?.integer("n")
            }
            #expect(kept == 3)
        }
    }

    @Test("A therapist is not booked twice, and the days are told", arguments: TestHome.both)
    func taken(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            let dana = town.account(.dana)
            let series = TownTime.content(
                dana,
                Self.tuesday.adding(days: 1),
                9,
                recurrence: Recurrence(weekdays: [1, 2], end: .count(5))
            )
            try await ownsLeo(town)
            await #expect(
                throws: ScheduleFault.taken(dana, days: [Self.tuesday.adding(days: 7), Self.tuesday.adding(days: 14)])
            ) {
                try await town.store.change(town.leo.id, .schedule, by: town.requester(.fay)) {
                    _ = try $0.book(series, $1)
                }
            }
            let row = try await town.store.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM appointment")?.integer("n")
            }
            #expect(row == 1)
            // A child is not at two places at once either.
            let omar = town.account(.omar)
            let other = TownTime.content(omar, Self.tuesday, 9, discipline: .occupational)
            await #expect(throws: ScheduleFault.childBusy(days: [Self.tuesday])) {
                try await town.store.change(town.maya.id, .schedule, by: town.requester(.omar)) {
                    _ = try $0.book(other, $1)
                }
            }
        }
    }

    /// Leo is treated at Bright Steps as well.
    private func ownsLeo(_ town: Town) async throws {
        try await town.store.change(by: .program) { transaction in
            try transaction.insert(
                CareRelationship(
                    id: transaction.effects.id(),
                    child: town.leo.id,
                    practice: town.brightSteps.id,
                    since: transaction.now
                )
            )
            try transaction.relist(town.leo.id)
        }
    }

    @Test("Of two front desks that book one time at once, one gets it", arguments: TestHome.durable)
    func atOnce(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            try await ownsLeo(town)
            let content = TownTime.content(town.account(.dana), Self.tuesday.adding(days: 2), 10)
            let fay = town.requester(.fay)
            let won = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    let child = number.isMultiple(of: 2) ? town.maya.id : town.leo.id
                    group.addTask {
                        do {
                            try await town.store.change(child, .schedule, by: fay) { _ = try $0.book(content, $1) }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
        }
    }

    @Test(
        "A series changes from a day on: what was before stays, what comes after is another one",
        arguments: TestHome.both
    )
    func laterOnes(_ home: TestHome) async throws {
        try await with(home) { time in
            let (town, id) = (time.town, time.series.id)
            let from = Self.tuesday.adding(days: 14)
            let content = TownTime.content(
                town.account(.dana),
                from,
                11,
                recurrence: Recurrence(weekdays: [1], end: .count(2))
            )
            try await town.store.change(town.maya.id, .schedule, by: town.requester(.fay)) {
                try $0.change(id, from: from, to: content, $1)
            }
            #expect(
                try await states(time) == [
                    "2026-09-22 09:00 planned", "2026-09-29 09:00 planned", "2026-10-06 11:00 planned",
                    "2026-10-13 11:00 planned",
                ]
            )
            await #expect(throws: Appointment.Fault.noSuchVisit) {
                try await town.store.change(town.maya.id, .schedule, by: town.requester(.fay)) {
                    try $0.change(id, from: from, to: content, $1)
                }
            }
        }
    }

    @Test("Nobody changes another practice's appointment, nor books its therapists", arguments: TestHome.both)
    func strangers(_ home: TestHome) async throws {
        try await with(home) { time in
            let (town, id) = (time.town, time.series.id)
            await #expect(throws: StoreFailure.notFound) {
                try await town.store.change(town.maya.id, .schedule, by: town.requester(.omar)) {
                    try $0.tell(id, Self.tuesday, .attended, $1)
                }
            }
            let theirs = TownTime.content(town.account(.dana), Self.tuesday, 11)
            await #expect(throws: StoreFailure.notFound) {
                try await town.store.change(town.maya.id, .schedule, by: town.requester(.omar)) {
                    _ = try $0.book(theirs, $1)
                }
            }
            for person in [Town.Person.ana, .adam, .sue] {
                await #expect(throws: StoreFailure.notFound) {
                    try await town.store.change(town.maya.id, .schedule, by: town.requester(person)) {
                        try $0.tell(id, Self.tuesday, .attended, $1)
                    }
                }
            }
        }
    }

    @Test("A child that left care takes no time any more, and stands in no week", arguments: TestHome.both)
    func left(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            try await town.store.change(town.maya.id, .changeTeam, by: town.requester(.fay)) { try $0.endCare($1) }
            #expect(try await states(time).isEmpty)
            let (dana, practice, now) = (town.account(.dana), town.brightSteps.id, town.store.effects.now())
            let free = try await town.store.database.read { connection in
                try connection.free(dana, in: practice, on: [Self.tuesday], zone: .utc, at: now)
            }
            #expect(free.spans.map(\.minutes) == [240])
        }
    }

    @Test("The family sees visits at every practice, and looking leaves a line", arguments: TestHome.both)
    func family(_ home: TestHome) async throws {
        try await with(home) { time in
            let town = time.town
            let span = Span(town.store.effects.now(), minutes: 60 * 24 * 10)
            let schedule = try await town.store.look(at: town.maya.id, .seeSchedule, by: town.requester(.tia)) {
                try $0.schedule($1, within: span)
            }
            #expect(schedule.visits.map(\.visit.day) == [Self.tuesday, Self.tuesday.adding(days: 7)])
            #expect(schedule.name(town.account(.dana)) == "Dana Reyes")
            let child = town.maya.id
            try await town.store.trail.flush(to: town.store.database)
            let looks = try await town.store.database.read { connection in
                try connection.rows("SELECT body FROM audit_line WHERE child = $1", [.text(child.text)])
                    .filter { try $0.text("body").contains("see schedule") }.count
            }
            #expect(looks == 1)
        }
    }
}
