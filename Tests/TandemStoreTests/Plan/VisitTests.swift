import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Notes of visits in the store")
struct VisitTests {
    private func change<Value: Sendable>(
        _ town: Town,
        _ person: Town.Person = .dana,
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Value
    ) async throws -> Value {
        try await town.store.change(town.maya.id, .writeNote, by: town.requester(person), body)
    }

    private static func written(_ note: VisitNote, _ goal: ID<Goal>, _ did: String = "Stairs") -> VisitNote.Content {
        var content = note.content
        content.start = TimeOfDay(hour: 9, minute: 0)
        content.stop = TimeOfDay(hour: 9, minute: 45)
        content.entries = [VisitEntry(goal: goal, did: did)]
        return content
    }

    @Test("A note begins from the plan; one draft a child and therapist", arguments: TestHome.both)
    func begins(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let id = try await change(town) { try $0.beginNote(.physical, $1) }
            #expect(id == plan.note.id, "the draft that was begun is gone on with")
            await #expect(throws: StoreFailure.notFound, "Dana is no OT") {
                try await change(town) { try $0.beginNote(.occupational, $1) }
            }
            try await sign(plan.note, version: 1, town, plan)
            let next = try await change(town) { try $0.beginNote(.physical, $1) }
            let content = try await store.database.read { try $0.record(next)?.value.content }
            let skills = try #require(content).entries.compactMap(\.skill)
            #expect(skills == plan.goal.split.parts(ledBy: .physical).map(\.skill))
        }
    }

    @Test("What is signed never changes; what comes later is added", arguments: TestHome.both)
    func signed(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await sign(plan.note, version: 1, town, plan)
            await #expect(throws: VisitNote.Fault.signed) {
                try await change(town) {
                    try $0.saveDraft(plan.note.id, Self.written(plan.note, plan.goal.id, "Other"), version: 2, $1)
                }
            }
            try await change(town) { try $0.add("Her knee was fine.", to: plan.note.id, as: "Dana Reyes, PT", $1) }
            let note = try await store.database.read { try $0.record(plan.note.id)?.value }
            #expect(note?.content.entries.map(\.did) == ["Stairs"])
            #expect(note?.addenda.map(\.text) == ["Her knee was fine."])
        }
    }

    @Test("A draft that was saved elsewhere wins nothing silently", arguments: TestHome.both)
    func conflict(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let saved = try await change(town) {
                try $0.saveDraft(plan.note.id, Self.written(plan.note, plan.goal.id, "First"), version: 1, $1)
            }
            guard case .saved(version: 2) = saved else { return #expect(Bool(false), "\(saved)") }
            let second = try await change(town) {
                try $0.saveDraft(plan.note.id, Self.written(plan.note, plan.goal.id, "Second"), version: 1, $1)
            }
            guard case .conflict(let theirs, version: 2) = second else { return #expect(Bool(false), "\(second)") }
            #expect(theirs.entries.map(\.did) == ["First"])
            let same = try await change(town) {
                try $0.saveDraft(plan.note.id, Self.written(plan.note, plan.goal.id, "First"), version: 1, $1)
            }
            guard case .saved(version: 2) = same else { return #expect(Bool(false), "equal words are no conflict") }
        }
    }

    @Test("Goals of another child, and notes of another child, are not there", arguments: TestHome.both)
    func otherChild(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let stranger = store.effects.id(Goal.self)
            await #expect(throws: StoreFailure.notFound) {
                try await change(town) {
                    try $0.saveDraft(plan.note.id, Self.written(plan.note, stranger), version: 1, $1)
                }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .writeNote, by: town.requester(.omar)) {
                    try $0.saveDraft(plan.note.id, plan.note.content, version: 1, $1)
                }
            }
        }
    }

    @Test("Drafts are their author's; the list goes on where it ended", arguments: TestHome.both)
    func list(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            var days: [CalendarDate] = []
            for number in 0..<5 {
                let id = try await change(town) { try $0.beginNote(.physical, $1) }
                let note = try #require(try await store.database.read { try $0.record(id) })
                var content = Self.written(note.value, plan.goal.id)
                content.on = store.effects.today().adding(days: -number / 2)
                days.append(content.on)
                let typed = content
                _ = try await change(town) {
                    try $0.sign(id, typed, version: note.version, as: "Dana Reyes, PT", rules: { _ in nil }, $1)
                }
            }
            _ = try await change(town) { try $0.beginNote(.physical, $1) }
            func read(_ person: Town.Person) async throws -> [VisitNote] {
                var all: [VisitNote] = []
                var place: VisitPlace?
                repeat {
                    let after = place
                    let list = try await store.look(at: town.maya.id, .seeNotes, by: town.requester(person)) {
                        try $0.visits($1, after: after, count: 2)
                    }
                    all += list.notes
                    place = list.older
                } while place != nil
                return all
            }
            let family = try await read(.ana)
            #expect(family.map(\.content.on) == days.sorted(by: >))
            #expect(Set(family.map(\.id)).count == 5)
            #expect(try await read(.dana).count == 6, "the author's own draft among them")
        }
    }

    private func sign(_ note: VisitNote, version: Int, _ town: Town, _ plan: TownPlan) async throws {
        let outcome = try await change(town) {
            try $0.sign(
                note.id,
                Self.written(note, plan.goal.id),
                version: version,
                as: "Dana Reyes, PT",
                rules: { _ in nil },
                $1
            )
        }
        guard case .saved = outcome else { return #expect(Bool(false), "\(outcome)") }
    }
}
