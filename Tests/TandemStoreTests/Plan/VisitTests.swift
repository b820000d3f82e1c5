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
                var place: ID<VisitNote>?
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
            let draft = try #require(try await read(.dana).first { !$0.isSigned })
            await #expect(throws: StoreFailure.notFound, "a place in the list that is not theirs tells nothing") {
                try await store.look(at: town.maya.id, .seeNotes, by: town.requester(.ana)) {
                    try $0.visits($1, after: draft.id, count: 2)
                }
            }
        }
    }

    @Test("Signing takes what the page has saved itself meanwhile, and nothing else", arguments: TestHome.both)
    func signsWhatWasSaved(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let content = Self.served(plan, store)
            _ = try await change(town) { try $0.saveDraft(plan.note.id, content, version: 1, $1) }
            let again = Self.served(plan, store)
            let saved = try await change(town) { try $0.saveDraft(plan.note.id, again, version: 1, $1) }
            guard case .saved(version: 2) = saved else { return #expect(Bool(false), "another id is no other text") }
            let other = Self.served(plan, store, did: "Other")
            guard case .conflict = try await sign(other, version: 1, town, plan) else {
                return #expect(Bool(false), "words that were saved elsewhere are not written over")
            }
            guard case .saved(version: 3) = try await sign(again, version: 1, town, plan) else {
                return #expect(Bool(false), "the same words are signed")
            }
        }
    }

    @Test("A handoff is found however many notes without one came after it", arguments: TestHome.both)
    func lastHandoff(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            for number in 0..<8 {
                let id = try await change(town) { try $0.beginNote(.physical, $1) }
                let note = try #require(try await store.database.read { try $0.record(id) })
                var content = Self.written(note.value, plan.goal.id)
                content.on = store.effects.today().adding(days: number - 8)
                if number == 1 { content.handoff.nextAsks = "A lower bench" }
                let typed = content
                _ = try await change(town) {
                    try $0.sign(id, typed, version: note.version, as: "Dana Reyes, PT", rules: { _ in nil }, $1)
                }
            }
            let read = try await store.look(at: town.maya.id, .seeNotes, by: town.requester(.ana)) {
                (try $0.lastHandoff($1, for: .occupational), try $0.lastHandoff($1, for: .physical))
            }
            #expect(read.0?.content.handoff.nextAsks == "A lower bench")
            #expect(read.1 == nil, "nobody hands on to themselves")
        }
    }

    @Test("Who treated too is the one that was named, not anybody of that day", arguments: TestHome.both)
    func partner(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let (omar, dana) = (town.account(.omar), town.account(.dana))
            func note(_ author: ID<Account>, _ discipline: Discipline, with partner: ID<Account>?) throws -> VisitNote {
                var content = Self.written(plan.note, plan.goal.id)
                let side = CoTreatment.Side(goals: [plan.goal.id], minutes: 20)
                content.coTreatment = CoTreatment(
                    partner: "P",
                    therapist: partner,
                    practice: town.handsOn.id,
                    reason: "Pants",
                    physical: side,
                    occupational: side
                )
                var note = VisitNote(
                    id: store.effects.id(),
                    child: town.maya.id,
                    practice: discipline == .physical ? town.brightSteps.id : town.handsOn.id,
                    author: author,
                    discipline: discipline,
                    content: content
                )
                try note.sign(
                    as: "A, B",
                    today: store.effects.today(),
                    stamp: Stamp(by: author, at: store.effects.now())
                )
                return note
            }
            let own = try note(dana, .physical, with: omar)
            let meant = try note(omar, .occupational, with: dana)
            let other = try note(town.account(.adam), .occupational, with: nil)
            let another = try note(omar, .occupational, with: town.account(.adam))
            try await store.change(by: .program) { transaction in
                for note in [own, meant, other, another] { try transaction.insert(note) }
            }
            let found = try await store.look(at: town.maya.id, .seeNotes, by: town.requester(.dana)) {
                try $0.partner(of: own, $1)
            }
            #expect(found?.id == meant.id)
        }
    }

    /// A content with a service, as a page without an id for it would read it: a new one each time.
    private static func served(_ plan: TownPlan, _ store: Store, did: String = "Stairs") -> VisitNote.Content {
        var content = written(plan.note, plan.goal.id, did)
        content.services = [VisitService(id: store.effects.id(), discipline: .physical, what: "Balance", minutes: nil)]
        return content
    }

    private func sign(
        _ content: VisitNote.Content,
        version: Int,
        _ town: Town,
        _ plan: TownPlan
    ) async throws -> DraftSaved {
        try await change(town) {
            try $0.sign(plan.note.id, content, version: version, as: "Dana Reyes, PT", rules: { _ in nil }, $1)
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
