import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

struct WaitingStoreTests {
    private static let letter = Letter(subject: "A time is free", body: "There is something to read.")
    private static let gone = Letter(subject: "The time is gone", body: "There is something to read.")

    /// Maya and Leo both wait at Hands On for a time of Omar's that came free on Thursday.
    private struct World: Sendable {
        let time: TownTime
        let entries: [ID<WaitingEntry>]
        let slot: OpenSlot
        var town: Town { time.town }
        var stamp: Stamp { Stamp(by: town.account(.omar), at: town.store.effects.now()) }

        init(_ store: Store) async throws {
            time = try await TownTime(in: Town(in: store))
            let town = time.town
            let stamp = Stamp(by: town.account(.omar), at: store.effects.now())
            var entries: [ID<WaitingEntry>] = []
            for child in [town.maya.id, town.leo.id] {
                let entry = WaitingEntry(
                    id: store.effects.id(),
                    practice: town.handsOn.id,
                    child: child,
                    content: .init(discipline: .occupational, shortNotice: true),
                    since: store.effects.today(),
                    made: stamp
                )
                try await store.change(in: town.handsOn.id, .keepWaitingList, by: town.requester(.omar)) {
                    try $0.wait(entry)
                }
                entries.append(entry.id)
            }
            self.entries = entries
            slot = OpenSlot(
                practice: town.handsOn.id,
                therapist: town.account(.omar),
                discipline: .occupational,
                zone: .utc,
                span: Span(
                    Instant(startOf: CalendarDate(year: 2026, month: 9, day: 24)) + .hours(10),
                    minutes: 45
                )
            )
        }

        func offer() async throws -> SlotOffer {
            try await town.store.change(in: town.handsOn.id, .keepWaitingList, by: town.requester(.omar)) {
                try $0.offer(slot, to: entries, for: .hours(2), by: stamp, telling: letter)
            }
        }

        func accept(_ offer: SlotOffer, by person: Town.Person, for child: ID<Child>) async throws {
            try await town.store.change(child, .answerOffer, by: town.requester(person)) {
                try $0.acceptOffer(offer.id, telling: gone, $1)
            }
        }
    }

    private func with(_ home: TestHome, clock: TestClock = TestClock(), _ body: (World) async throws -> Void)
        async throws
    {
        try await TestStore.with(home, clock: clock) { store in try await body(World(store)) }
    }

    @Test("The first yes gets the visit, the other family is told, and the list is shorter", arguments: TestHome.both)
    func firstYes(_ home: TestHome) async throws {
        try await with(home) { world in
            let town = world.town
            let offer = try await world.offer()
            try await world.accept(offer, by: .sue, for: town.leo.id)
            await #expect(throws: SlotOffer.Fault.gone) {
                try await world.accept(offer, by: .ana, for: town.maya.id)
            }
            let waiting = try await town.store.database.read { try $0.waitingList(of: town.handsOn.id).map(\.name) }
            #expect(waiting == ["Maya Núñez"])
            let now = town.store.effects.now()
            let visits = try await town.store.database.read {
                try $0.visits(of: town.handsOn.id, TownTime.tuesday.following(7), at: now)
            }
            #expect(visits.map(\.child.id) == [town.leo.id])
            #expect(visits.map(\.visit.span) == [world.slot.span])
            let letters = try await town.store.waitingLetters().map(\.mail)
            #expect(
                Set(letters.filter { $0.subject == Self.gone.subject }.map(\.recipient)) == [
                    "ana@example.org", "ben@example.org",
                ]
            )
            #expect(letters.allSatisfy { !$0.body.contains("Maya") && !$0.body.contains("Leo") })
        }
    }

    @Test("Of two who say yes at once, one gets it", arguments: TestHome.durable)
    func atOnce(_ home: TestHome) async throws {
        try await with(home) { world in
            let offer = try await world.offer()
            let town = world.town
            let won = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            let isMaya = number.isMultiple(of: 2)
                            try await world.accept(
                                offer,
                                by: isMaya ? .ana : .sue,
                                for: isMaya ? town.maya.id : town.leo.id
                            )
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

    @Test("While an offer holds nobody else gets the time; afterwards anybody does", arguments: TestHome.both)
    func holding(_ home: TestHome) async throws {
        let clock = TestClock()
        try await with(home, clock: clock) { world in
            let town = world.town
            let offer = try await world.offer()
            let content = TownTime.content(
                town.account(.omar),
                CalendarDate(year: 2026, month: 9, day: 24),
                10,
                discipline: .occupational
            )
            await #expect(throws: ScheduleFault.self) {
                try await town.store.change(town.leo.id, .schedule, by: town.requester(.omar)) {
                    _ = try $0.book(content, $1)
                }
            }
            clock.advance(by: .hours(2))
            await #expect(throws: SlotOffer.Fault.over) { try await world.accept(offer, by: .sue, for: town.leo.id) }
            try await town.store.change(town.leo.id, .schedule, by: town.requester(.omar)) {
                _ = try $0.book(content, $1)
            }
        }
    }

    @Test("The front desk writes down a yes by phone, and nobody of another practice does", arguments: TestHome.both)
    func byPhone(_ home: TestHome) async throws {
        try await with(home) { world in
            let town = world.town
            let offer = try await world.offer()
            let (practice, other, stamp) = (town.handsOn.id, town.brightSteps.id, world.stamp)
            await #expect(throws: StoreFailure.notFound) {
                try await town.store.change(in: other, .keepWaitingList, by: town.requester(.fay)) {
                    try $0.acceptOffer(offer.id, for: world.entries[0], in: other, by: stamp, telling: Self.gone)
                }
            }
            try await town.store.change(in: practice, .keepWaitingList, by: town.requester(.omar)) {
                try $0.acceptOffer(offer.id, for: world.entries[0], in: practice, by: stamp, telling: Self.gone)
            }
            let state = try await town.store.database.read { try $0.record(offer.id)?.value.state }
            #expect(state == .taken(world.entries[0], stamp))
        }
    }

    @Test(
        "Numbers count who waits and who left the list in the time asked for, of one practice",
        arguments: TestHome.both
    )
    func figures(_ home: TestHome) async throws {
        let clock = TestClock()
        try await with(home, clock: clock) { world in
            let (town, start) = (world.town, clock.effects.today())
            func figures(_ practice: Practice, since: CalendarDate) async throws -> [WaitingFigure] {
                try await town.store.database.read {
                    try $0.waitingFigures(of: practice.id, since: since) { CalendarDate(utc: $0) }
                }
            }
            let offer = try await world.offer()
            clock.advance(by: .hours(1))
            try await world.accept(offer, by: .sue, for: town.leo.id)
            let placed = WaitingFigure(discipline: .occupational, since: start, left: .init(on: start, .placed))
            let waits = WaitingFigure(discipline: .occupational, since: start)
            #expect(try await figures(town.handsOn, since: start) == [waits, placed])
            #expect(try await figures(town.handsOn, since: start.adding(days: 1)) == [waits])
            #expect(try await figures(town.brightSteps, since: start).isEmpty)
            clock.advance(by: .days(3))
            let stamp = Stamp(by: town.account(.omar), at: clock.now)
            try await town.store.change(in: town.handsOn.id, .keepWaitingList, by: town.requester(.omar)) {
                try $0.takeOff(world.entries[0], in: town.handsOn.id, by: stamp)
            }
            let left = try await figures(town.handsOn, since: start.adding(days: 1)).map(\.left)
            #expect(left == [.init(on: start.adding(days: 3), .takenOff)])
        }
    }

    @Test("An aunt does not answer, nor does another child's mother", arguments: TestHome.both)
    func strangers(_ home: TestHome) async throws {
        try await with(home) { world in
            let offer = try await world.offer()
            await #expect(throws: StoreFailure.notFound) {
                try await world.accept(offer, by: .tia, for: world.town.maya.id)
            }
            await #expect(throws: StoreFailure.notFound) {
                try await world.accept(offer, by: .sue, for: world.town.maya.id)
            }
        }
    }

    @Test(
        "A therapist's week address stops when it is taken back, made anew, or the therapist leaves",
        arguments: TestHome.both
    )
    func weekAddress(_ home: TestHome) async throws {
        try await with(home) { world in
            let (store, omar, practice) = (world.town.store, world.town.account(.omar), world.town.handsOn.id)
            func make() async throws -> Token {
                try await store.change(in: practice, .seeWeek, by: world.town.requester(.omar)) {
                    try $0.makeWeekAddress(of: omar, in: practice, showsInitials: false)
                }
            }
            let first = try await make()
            #expect(try await store.weekAddress(first)?.account == omar)
            let second = try await make()
            #expect(try await store.weekAddress(first) == nil)
            #expect(try await store.weekAddress(second) != nil)
            try await store.change(by: .program) { transaction in
                for membership in try transaction.connection.records(
                    Membership.self,
                    where: "account = $1",
                    [.text(omar.text)]
                ) {
                    try transaction.update(membership.value.id) { $0.endedAt = transaction.now }
                }
            }
            #expect(try await store.weekAddress(second) == nil)
        }
    }
}
