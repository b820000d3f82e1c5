import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The plan of care that holds")
struct StandingPlanOfCareTests {
    @Test("A draft of a plan of care holds nothing", arguments: TestHome.both)
    func standingPlanOfCare(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            func standing() async throws -> PlanOfCare? {
                try await store.look(at: town.maya.id, .seeNotes, by: town.requester(.dana)) {
                    try $0.standingPlanOfCare($1, practice: town.brightSteps.id, discipline: .physical)
                }
            }
            #expect(try await standing() == nil)
            var signed = PlanOfCare(
                id: store.effects.id(),
                child: town.maya.id,
                practice: town.brightSteps.id,
                discipline: .physical,
                therapist: town.account(.dana),
                content: Self.careContent(plan)
            )
            try signed.sign(as: "Dana, PT", stamp: Stamp(by: town.account(.dana), at: store.effects.now()))
            let draft = PlanOfCare(
                id: store.effects.id(),
                child: town.maya.id,
                practice: town.brightSteps.id,
                discipline: .physical,
                therapist: town.account(.dana),
                content: PlanOfCare.Content(payer: Slug("own"))
            )
            let inserted = signed
            try await store.change(by: .program) { transaction in
                try transaction.insert(inserted)
                try transaction.insert(draft)
            }
            #expect(try await standing()?.id == signed.id)
        }
    }

    private static func careContent(_ plan: TownPlan) -> PlanOfCare.Content {
        var content = PlanOfCare.Content(payer: Slug("medicare"))
        content.diagnosis = "Low tone"
        content.type = "Balance"
        content.paces = [PlanOfCare.Pace(timesAWeek: 1, weeks: 12)]
        content.goals = [CareGoal(plan.goal, scale: plan.scale)]
        content.evaluated = plan.note.content.on
        return content
    }
}
