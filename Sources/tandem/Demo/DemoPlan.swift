import TandemCare
import TandemCatalog
import TandemStore

/// The plan of the child whom both practices treat: two goals, how they are going, what is done at home, what the visits said.
struct DemoPlan: Sendable {
    let store: Store
    let clock: DemoClock
    let catalog: Catalog
    let rules: PlanRules
    let child: ID<Child>
    let parent: Requester
    let therapists: [Discipline: Membership]

    func tell() async throws {
        let dressing = try await goal(
            "dress-lower",
            by: .occupational,
            says: "We run late every morning, and she wants to do it herself.",
            child: "Me do it!",
            setting: "at home, on school mornings",
            today: "Mom does most of it. It takes 25 minutes.",
            scale: ScaleOutline(dimension: .time, baseline: 25, expected: 15, by: day.adding(days: 84))
        )
        let climbing = try await goal(
            "playground-ladder",
            by: .physical,
            says: "At the playground she stands below and looks up at her brother.",
            child: "Up there with Kofi.",
            setting: "at the playground behind the school",
            today: "She climbs two rungs with a hand on her back.",
            scale: ScaleOutline(
                dimension: .count,
                unit: "rungs alone",
                bounds: 0...8,
                baseline: 0,
                expected: 4,
                by: day.adding(days: 84)
            )
        )
        try await home(dressing, .occupational)
        try await home(climbing, .physical)
        try await look()
        try await weeks(dressing, climbing)
        try await ask(dressing)
        try await planOfCare(climbing)
    }

    /// Mother and OT look at the plan; what comes after is news to them.
    private func look() async throws {
        for who in [parent, requester(.occupational)].compactMap(\.self) {
            clock.pass(.minutes(20))
            let (look, permit) = try await store.look(at: child, .seePlan, by: who) { (try $0.planLook($1), $1) }
            try await store.sitDown(permit, look)
        }
    }

    var day: CalendarDate { CalendarDate(utc: clock.effects.now()) }

    func requester(_ discipline: Discipline) -> Requester? {
        therapists[discipline].map { Requester(account: $0.account, memberships: [$0]) }
    }

    @discardableResult func change<Value: Sendable>(
        _ action: ChildAction,
        by who: Requester?,
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Value
    ) async throws -> Value {
        guard let who else { throw StoreFailure.notFound }
        clock.pass(.minutes(7))
        return try await store.change(child, action, by: who, body)
    }

    /// A therapist proposes it, the mother says yes, the therapist agrees on a scale with her.
    private func goal(
        _ activity: String,
        by discipline: Discipline,
        says family: String,
        child words: String,
        setting: String,
        today: String,
        scale outline: ScaleOutline
    ) async throws -> Goal {
        guard let activity = catalog.activity(Slug(activity)) else { throw StoreFailure.notFound }
        let (catalog, child) = (catalog, child)
        let by = outline.by
        let proposed = try await change(.editPlan, by: requester(discipline)) { transaction, permit in
            var goal = Goal.proposed(
                id: transaction.effects.id(),
                child: child,
                activity: activity,
                catalog: catalog,
                by: by,
                stamp: permit.stamp
            )
            goal.familyWords = family
            goal.childWords = words
            goal.setting = setting
            goal.baseline = today
            return try transaction.insert(goal)
        }
        clock.pass(.hours(3))
        let accepted = try await change(.acceptGoal, by: parent) { transaction, permit in
            try transaction.update(proposed.value.id, permit) {
                try $0.become(.active, by: permit.stamp, from: .family)
            }
        }
        try await change(.editPlan, by: requester(discipline)) { transaction, permit in
            let goal = accepted.value
            try transaction.insert(AttainmentScale.draft(outline, child: child, goal: goal.id))
            try transaction.listDues(of: goal, lastReview: nil, care: permit.facts.care)
        }
        return accepted.value
    }

    /// The first two suggestions of the catalog for what a therapy leads.
    private func home(_ goal: Goal, _ discipline: Discipline) async throws {
        guard let practice = therapists[discipline]?.practice else { return }
        let offered = HomeItem.suggestions(for: goal, discipline: discipline, catalog: catalog, besides: [])
        for (skill, activities) in offered.prefix(2) {
            guard let activity = activities.first else { continue }
            let child = child
            try await change(.editHomeProgram, by: requester(discipline)) { transaction, permit in
                var item = HomeItem(
                    id: transaction.effects.id(),
                    child: child,
                    practice: practice,
                    discipline: discipline,
                    from: activity,
                    of: skill,
                    goal: goal.id,
                    made: permit.stamp
                )
                item.daysAWeek = 4
                try transaction.insert(item)
            }
        }
    }

    /// Three weeks: ticks at home, a visit each week, ratings.
    private func weeks(_ dressing: Goal, _ climbing: Goal) async throws {
        for week in 0..<3 {
            for _ in 0..<4 {
                clock.pass(.hours(25))
                try await tick(isTooHard: week == 0)
            }
            try await visit(week.isMultiple(of: 2) ? .physical : .occupational, dressing, climbing)
            try await rate(dressing, week == 0 ? -2 : -1, .occupational)
            try await rate(climbing, week - 2, .physical)
            try await measure("single-leg-stance", [1.5, 2, 4][week], side: .left)
            try await measure("single-leg-stance", [2, 2.5, 5.5][week], side: .right)
            try await measure("family-confidence", [3, 4, 7][week])
        }
    }

    private func tick(isTooHard: Bool) async throws {
        let (day, child) = (day, child)
        try await change(.tick, by: parent) { transaction, permit in
            for (index, item) in try transaction.connection.plan(permit).home.active.enumerated() where index != 1 {
                try transaction.insert(
                    Tick(
                        id: transaction.effects.id(),
                        child: child,
                        item: item.id,
                        on: day,
                        outcome: .done,
                        feel: isTooHard && index == 0 ? .tooHard : nil,
                        stamp: permit.stamp
                    )
                )
            }
        }
    }

    private func rate(_ goal: Goal, _ level: Int, _ discipline: Discipline) async throws {
        let (day, child) = (day, child)
        try await change(.rateGoal, by: requester(discipline)) { transaction, permit in
            try transaction.insert(
                Rating(
                    id: transaction.effects.id(),
                    child: child,
                    goal: goal.id,
                    level: level,
                    on: day,
                    discipline: discipline,
                    stamp: permit.stamp
                )
            )
            try transaction.listDues(of: goal, lastReview: day, care: permit.facts.care)
        }
    }

    private func visit(_ discipline: Discipline, _ dressing: Goal, _ climbing: Goal) async throws {
        guard let membership = therapists[discipline] else { return }
        let isPhysical = discipline == .physical
        let goal = isPhysical ? climbing : dressing
        let (day, child) = (day, child)
        try await change(.writeNote, by: requester(discipline)) { transaction, permit in
            var content = VisitNote.Content.prefilled(on: day, discipline: discipline, goals: [goal], last: nil)
            content.start = TimeOfDay(hour: 15, minute: 0)
            content.stop = TimeOfDay(hour: 15, minute: 45)
            if !content.entries.isEmpty {
                content.entries[0].did =
                    isPhysical
                    ? "Step-ups on the low box, then three rungs with a hand at her back."
                    : "Pants on the low bench, one leg at a time, with the song."
                content.entries[0].outcome = .easier
                content.entries[0].help = .some
                content.entries[0].next = isPhysical ? "Four rungs, hand off at the second." : "Find the tag first."
            }
            content.services = [
                VisitService(
                    id: transaction.effects.id(),
                    discipline: discipline,
                    what: isPhysical ? "Therapeutic activities" : "Self-care training",
                    minutes: 40
                )
            ]
            content.handoff =
                isPhysical
                ? Handoff(
                    did: "Balance on one leg, 4 seconds",
                    worksBest: "Sing and wait",
                    nextAsks: "Low bench for pants?"
                )
                : Handoff(
                    did: "Pants on the low bench",
                    worksBest: "First this, then that",
                    nextAsks: "More time on one leg"
                )
            var note = VisitNote(
                id: transaction.effects.id(),
                child: child,
                practice: membership.practice,
                author: membership.account,
                discipline: discipline,
                content: content
            )
            try note.sign(
                as: isPhysical ? "Dana Reyes, PT, DPT" : "Mei Tanaka, OTR/L",
                today: day,
                stamp: permit.stamp
            )
            try transaction.insert(note)
        }
    }

    private func ask(_ goal: Goal) async throws {
        let child = child
        try await change(.ask, by: requester(.occupational)) { transaction, permit in
            try transaction.insert(
                try GoalQuestion(
                    id: transaction.effects.id(),
                    child: child,
                    goal: goal.id,
                    text: "She sits on the floor to put her pants on. Is standing at the bed safe yet?",
                    discipline: .occupational,
                    stamp: permit.stamp
                )
            )
        }
    }

    private func planOfCare(_ goal: Goal) async throws {
        guard let membership = therapists[.physical], let payer = rules.payers.first else { return }
        let (day, child) = (day, child)
        try await change(.writePlanOfCare, by: requester(.physical)) { transaction, permit in
            var content = PlanOfCare.Content(payer: payer.id)
            content.diagnosis = "Low muscle tone, as the pediatrician wrote on the order."
            content.type = "Therapeutic activities, balance and strength, coaching of the family"
            content.paces = [PlanOfCare.Pace(timesAWeek: 1, weeks: 12)]
            content.goals = [CareGoal(goal, scale: try transaction.connection.plan(permit).scales[goal.id]?.value)]
            content.evaluated = day.adding(days: -20)
            var plan = PlanOfCare(
                id: transaction.effects.id(),
                child: child,
                practice: membership.practice,
                discipline: .physical,
                therapist: membership.account,
                content: content
            )
            try plan.sign(as: "Dana Reyes, PT, DPT", stamp: permit.stamp)
            try transaction.insert(plan)
            try transaction.listDues(of: plan, rules: payer)
        }
    }
}
