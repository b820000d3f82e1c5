import ArgumentParser
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// `tandem-bench-store plan PLACE CHILD`
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract:
            "Give one child of a filled database a long plan, and every tenth of the others something that is due."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Argument(help: "The child's number.")
    var child: Int

    @Option var goals = 12
    @Option var visits = 200
    @Option var ticks = 2000

    func run() async throws {
        let store = try await OpenStore.at(place)
        let (practice, therapist) = try await store.database.read { connection in
            guard let membership = try connection.records(Membership.self, where: "ended_at IS NULL", []).first?.value
            else { throw ValidationError("Fill the database first.") }
            return (membership.practice, membership.account)
        }
        guard let child = BigPractice.child(child) else { throw ValidationError("There is no such child.") }
        let plan = LongPlan(effects: store.effects, child: child, practice: practice, therapist: therapist)
        try await store.change(by: .program) { try plan.write(goals: goals, visits: visits, ticks: ticks, $0) }
        try await store.database.write { connection in
            try connection.execute(Self.dueSQL, [.text(practice.text)])
            try connection.script("ANALYZE")
        }
        try await store.trail.close(in: store.database)
        await store.database.close()
        print(child.text)
    }

    /// Dates around the day of `OpenStore`: some over, most soon or later.
    private static let dueSQL = """
        INSERT INTO due (practice, child, discipline, kind, subject, on_day)
        SELECT $1, id, 'PT', 'progress report', id, '2026-' || CASE WHEN substr(id, 35, 1) < '5' THEN '11-2' ELSE '12-0' END || substr(id, 35, 1)
        FROM child WHERE id LIKE '%1' ON CONFLICT DO NOTHING
        """
}

/// A plan as it is after some years: goals with scales and ratings, signed notes, a home program with its ticks.
struct LongPlan: Sendable {
    let effects: Effects
    let child: ID<Child>
    let practice: ID<Practice>
    let therapist: ID<Account>

    private var stamp: Stamp { Stamp(by: therapist, at: effects.now()) }

    func write(goals: Int, visits: Int, ticks: Int, _ transaction: Transaction) throws {
        var made: [Goal] = []
        for number in 1...goals { made.append(try goal(number, transaction)) }
        let items = try made.prefix(8).enumerated().map { try item($0.offset, of: $0.element, transaction) }
        let today = effects.today()
        for number in 0..<visits {
            try transaction.insert(try note(today.adding(days: -2 * number - 1), made[number % made.count]))
        }
        for number in 0..<ticks {
            let item = items[number % items.count]
            try transaction.insert(
                Tick(
                    id: effects.id(),
                    child: child,
                    item: item.id,
                    on: today.adding(days: -number / items.count),
                    outcome: number.isMultiple(of: 5) ? .tried : .done,
                    stamp: stamp
                )
            )
        }
    }

    private func goal(_ number: Int, _ transaction: Transaction) throws -> Goal {
        var split = Split()
        for step in 1...5 {
            try split.addStep(
                "Step \(step) of what goal \(number) is about",
                skills: [
                    .own(name: "Balance in step \(step)", lead: .physical),
                    .own(name: "Fingers in step \(step)", lead: .occupational),
                ],
                catalog: Catalog(),
                by: stamp
            )
        }
        var goal = Goal(
            id: effects.id(),
            child: child,
            title: "Goal number \(number)",
            familyWords: "What the family said of it, in a sentence of usual length.",
            setting: "at home, on school mornings",
            baseline: "Somebody does most of it.",
            by: effects.today().adding(days: 80),
            split: split,
            proposed: stamp
        )
        try goal.become(.active, by: stamp)
        try transaction.insert(goal)
        let outline = ScaleOutline(dimension: .time, baseline: 25, expected: 15, by: goal.by)
        try transaction.insert(AttainmentScale.draft(outline, child: child, goal: goal.id))
        for rating in 0..<6 {
            try transaction.insert(
                Rating(
                    id: effects.id(),
                    child: child,
                    goal: goal.id,
                    level: rating / 2 - 2,
                    on: effects.today().adding(days: 14 * (rating - 6)),
                    discipline: .physical,
                    stamp: stamp
                )
            )
        }
        return goal
    }

    private func item(_ number: Int, of goal: Goal, _ transaction: Transaction) throws -> HomeItem {
        try transaction.insert(
            HomeItem(
                id: effects.id(),
                child: child,
                practice: practice,
                discipline: number.isMultiple(of: 2) ? .physical : .occupational,
                name: "Activity \(number)",
                how: "How it is done, in two sentences. The second one says what to look for.",
                minutes: 4,
                daysAWeek: 3,
                goal: goal.id,
                made: stamp
            )
        ).value
    }

    private func note(_ day: CalendarDate, _ goal: Goal) throws -> VisitNote {
        var content = VisitNote.Content.prefilled(on: day, discipline: .physical, goals: [goal], last: nil)
        content.start = TimeOfDay(hour: 9, minute: 0)
        content.stop = TimeOfDay(hour: 9, minute: 45)
        for index in content.entries.indices {
            content.entries[index].did = "What was done for this skill, and how the child took it."
            content.entries[index].next = "One step more."
        }
        content.services = [
            VisitService(id: effects.id(), discipline: .physical, what: "Therapeutic activities", minutes: 40)
        ]
        content.handoff = Handoff(did: "Balance", worksBest: "Songs", nextAsks: "A lower bench")
        var note = VisitNote(
            id: effects.id(),
            child: child,
            practice: practice,
            author: therapist,
            discipline: .physical,
            content: content
        )
        try note.sign(as: "Bench, PT", today: effects.today(), stamp: stamp)
        return note
    }
}
