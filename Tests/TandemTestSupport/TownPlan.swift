package import TandemCare
import TandemCatalog
import TandemStore

/// Maya's plan in the town: one goal that PT and OT share, with a scale, a rating and a question; two activities at home, one of
/// which hurt; a draft of a note and of a plan of care, by Dana.
package struct TownPlan: Sendable {
    package let goal: Goal
    package let scale: AttainmentScale
    package let rating: Rating
    package let question: GoalQuestion
    package let item: HomeItem
    /// Paused, since it hurt.
    package let pausedItem: HomeItem
    package let tick: Tick
    package let alert: HurtAlert
    package let note: VisitNote
    package let planOfCare: PlanOfCare
    package let sport: ReturnToSport
    /// A family's letter to Bright Steps.
    package let inquiry: Inquiry
    package let referral: TownReferral

    /// Writes the plan into the town's store.
    package init(in town: Town) async throws {
        let effects = town.store.effects
        let (dana, ana, child) = (town.account(.dana), town.account(.ana), town.maya.id)
        let today = effects.today()
        let stamp = Stamp(by: dana, at: effects.now())
        var goal = Goal(
            id: effects.id(),
            child: child,
            title: "Put on pants",
            familyWords: "We run late every morning.",
            setting: "at home, on school mornings",
            baseline: "Mom does most of it.",
            by: today.adding(days: 84),
            split: try Self.split(stamp),
            proposed: stamp
        )
        try goal.become(.active, by: Stamp(by: ana, at: effects.now()), from: .family)
        let outline = ScaleOutline(
            dimension: .time,
            baseline: 25,
            expected: 15,
            by: goal.by
        )
        let scale = AttainmentScale.draft(outline, child: child, goal: goal.id)
        let rating = Rating(
            id: effects.id(),
            child: child,
            goal: goal.id,
            level: -1,
            on: today.adding(days: -1),
            discipline: .physical,
            stamp: stamp
        )
        let question = try GoalQuestion(
            id: effects.id(),
            child: child,
            goal: goal.id,
            text: "Which bench is at home?",
            discipline: .physical,
            stamp: stamp
        )
        func item(_ name: String) -> HomeItem {
            HomeItem(
                id: effects.id(),
                child: child,
                practice: town.brightSteps.id,
                discipline: .physical,
                name: name,
                minutes: 5,
                daysAWeek: 5,
                goal: goal.id,
                made: stamp
            )
        }
        let flamingo = item("Flamingo at the sink")
        var squats = item("Squats with the teddy")
        let tick = Tick(
            id: effects.id(),
            child: child,
            item: squats.id,
            on: today,
            outcome: .tried,
            feel: .hurt,
            stamp: Stamp(by: ana, at: effects.now())
        )
        let unhurt = squats
        guard let alert = try squats.take(tick) else { throw StoreFailure.notFound }
        let paused = squats
        let note = VisitNote(
            id: effects.id(),
            child: child,
            practice: town.brightSteps.id,
            author: dana,
            discipline: .physical,
            content: VisitNote.Content(on: today)
        )
        let planOfCare = PlanOfCare(
            id: effects.id(),
            child: child,
            practice: town.brightSteps.id,
            discipline: .physical,
            therapist: dana,
            content: PlanOfCare.Content(payer: Slug("medicare"))
        )
        let programs = try SportProgram.read(
            """
            program     ankle
            name        Return to sport after a sprained ankle
            starts      injury

            phase       calm
            name        Calm ankle
            criterion   pain | Pain when walking | points | at most 2 | unsourced

            phase       play
            name        Back in games
            """
        )
        let sport = ReturnToSport(
            id: effects.id(),
            child: child,
            program: programs[0],
            began: today.adding(days: -21)
        )
        let inquiry = try SmallInquiry.make(effects, to: town.brightSteps.id)
        let made = goal
        try await town.store.change(by: .program) { transaction in
            try transaction.insert(made)
            try transaction.insert(scale)
            try transaction.insert(rating)
            try transaction.insert(question)
            try transaction.insert(flamingo)
            let old = try transaction.insert(unhurt)
            try transaction.insert(tick)
            try transaction.replace(paused, version: old.version)
            try transaction.insert(alert)
            try transaction.insert(note)
            try transaction.insert(planOfCare)
            try transaction.insert(sport)
            try transaction.insert(inquiry)
        }
        referral = try await TownReferral(in: town)
        self.goal = goal
        self.scale = scale
        self.rating = rating
        self.question = question
        self.item = flamingo
        pausedItem = squats
        self.tick = tick
        self.alert = alert
        self.note = note
        self.planOfCare = planOfCare
        self.sport = sport
        self.inquiry = inquiry
    }

    private static func split(_ stamp: Stamp) throws -> Split {
        var split = Split()
        let balance = AddedSkill.own(name: "Standing on one leg", lead: .physical)
        let buttons = AddedSkill.own(name: "Buttons", lead: .occupational)
        let none = Catalog()
        try split.addStep("Put a foot through the leg", skills: [balance], catalog: none, by: stamp)
        try split.addStep("Pull up and fasten", skills: [balance, buttons], catalog: none, by: stamp)
        return split
    }
}
