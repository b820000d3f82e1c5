import TandemAssets
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The timeline in the store")
struct TimelineStoreTests {
    private struct World {
        let town: Town
        let plan: TownPlan
        let registry: MeasureRegistry
        let clock: TestClock

        var dana: ID<Account> { town.account(.dana) }

        /// Sixty days of a child's plan: ticks every day, a visit every third, a rating every fifth.
        func live() async throws {
            for number in 0..<60 {
                clock.advance(by: .hours(24))
                let day = CalendarDate(utc: clock.now)
                try await tick(day, number)
                if number.isMultiple(of: 3) { try await visit(day) }
                if number.isMultiple(of: 5) { try await rate(day) }
            }
        }

        private func tick(_ day: CalendarDate, _ number: Int) async throws {
            let (effects, child, ana) = (town.store.effects, town.maya.id, town.account(.ana))
            // Every seventh evening the day before is ticked too: late.
            let days = number.isMultiple(of: 7) ? [day, day.adding(days: -1)] : [day]
            let ticks = days.flatMap { day in
                [plan.item.id, plan.pausedItem.id].map { item in
                    Tick(
                        id: effects.id(),
                        child: child,
                        item: item,
                        on: day,
                        outcome: .done,
                        stamp: Stamp(by: ana, at: clock.now)
                    )
                }
            }
            try await town.store.change(by: .program) { transaction in
                for tick in ticks { try transaction.insert(tick) }
            }
        }

        private func visit(_ day: CalendarDate) async throws {
            let (effects, dana) = (town.store.effects, dana)
            clock.advance(by: .minutes(90))
            var content = VisitNote.Content(on: day)
            content.start = TimeOfDay(hour: 15, minute: 0)
            content.stop = TimeOfDay(hour: 15, minute: 45)
            content.entries = [VisitEntry(goal: plan.goal.id, did: "Balance")]
            content.services = [VisitService(id: effects.id(), discipline: .physical, what: "Balance", minutes: 40)]
            var note = VisitNote(
                id: effects.id(),
                child: town.maya.id,
                practice: town.brightSteps.id,
                author: dana,
                discipline: .physical,
                content: content
            )
            try note.sign(as: "Dana, PT", today: day, stamp: Stamp(by: dana, at: clock.now))
            let signed = note
            try await town.store.change(by: .program) { try $0.insert(signed) }
        }

        private func rate(_ day: CalendarDate) async throws {
            clock.advance(by: .minutes(90))
            let rating = Rating(
                id: town.store.effects.id(),
                child: town.maya.id,
                goal: plan.goal.id,
                level: 0,
                on: day,
                discipline: .physical,
                stamp: Stamp(by: dana, at: clock.now)
            )
            try await town.store.change(by: .program) { try $0.insert(rating) }
        }

        func amendFirstNote() async throws {
            clock.advance(by: .hours(1))
            let stamp = Stamp(by: dana, at: clock.now)
            try await town.store.change(by: .program) { transaction in
                let first = try transaction.connection.records(
                    VisitNote.self,
                    where: "signed_at IS NOT NULL ORDER BY signed_at LIMIT 1",
                    []
                )
                guard let note = first.first else { throw StoreFailure.notFound }
                try transaction.update(note.value.id) { try $0.add("One thing more", as: "Dana, PT", stamp: stamp) }
            }
        }

        func page(before: Instant?, as person: Town.Person = .dana) async throws -> TimelinePage {
            let registry = registry
            return try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(person)) {
                try $0.timeline($1, before: before, measures: registry)
            }
        }

        func all(as person: Town.Person = .dana) async throws -> (entries: [TimelineEntry], pages: Int) {
            var (entries, pages, before): ([TimelineEntry], Int, Instant?) = ([], 0, nil)
            repeat {
                let page = try await page(before: before, as: person)
                entries += page.entries
                before = page.older
                pages += 1
            } while before != nil && pages < 200
            return (entries, pages)
        }

        /// Everything that every record tells, at once.
        func whole() async throws -> Timeline {
            let registry = registry
            return try await town.store.look(at: town.maya.id, .seeNotes, by: town.requester(.dana)) {
                connection,
                permit in
                let goals = try connection.parts(Goal.self, permit).map(\.value)
                let items = try connection.parts(HomeItem.self, permit).map(\.value)
                let notes = try connection.parts(VisitNote.self, permit).map(\.value)
                let ratings = try connection.parts(Rating.self, permit).map(\.value)
                let measurements = try connection.parts(Measurement.self, permit).map(\.value)
                return Timeline([
                    goals.flatMap(\.timeline), items.flatMap(\.timeline), notes.flatMap(\.timeline),
                    ratings.flatMap { rating in goals.first.map { rating.timeline(of: $0) } ?? [] },
                    measurements.flatMap { $0.timeline(registry) },
                    try connection.parts(Tick.self, permit).map(\.value).timeline(items),
                ])
            }
        }
    }

    private func with(_ home: TestHome, _ body: (World) async throws -> Void) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let registry = try MeasureRegistry(TestStore.rule("measures.txt"))
            try await body(World(town: town, plan: TownPlan(in: town), registry: registry, clock: clock))
        }
    }

    @Test("Page after page it tells everything once, newest first", arguments: TestHome.both)
    func complete(_ home: TestHome) async throws {
        try await with(home) { world in
            try await world.live()
            try await world.amendFirstNote()
            let (entries, pages) = try await world.all()
            let whole = try await world.whole().entries
            #expect(pages > 2)
            #expect(entries == whole)
            #expect(entries.first?.event == .addendum)
        }
    }

    @Test("Who may not see notes sees no visits", arguments: TestHome.both)
    func withoutNotes(_ home: TestHome) async throws {
        try await with(home) { world in
            try await world.live()
            let seen = try await world.all(as: .omar).entries
            #expect(seen == (try await world.whole().withoutNotes.entries))
            #expect(!seen.contains { $0.event.isNote })
        }
    }
}
