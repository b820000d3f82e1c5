import TandemCare
import TandemCatalog
import Testing

@Suite("The split of a goal")
struct SplitTests {
    @Test("The dressing goal: standing balance with PT, buttons and zippers with OT")
    func dressing() throws {
        let split = try PlanFixture.goal().split
        #expect(split.part("stand-balance")?.lead == .physical)
        #expect(split.part("one-leg-stand")?.lead == .physical)
        #expect(split.part("fasteners")?.lead == .occupational)
        #expect(split.part("pincer")?.lead == .occupational)
        #expect(split.part("in-hand")?.lead == .occupational)
        #expect(split.part("body-awareness")?.lead == .both)
        #expect(split.part("stand-balance")?.supports == [.occupational])
        let buttons = try #require(split.steps.first { $0.text == "Close buttons, snaps and zippers" })
        let steady = try #require(split.steps.first { $0.text == "Stand or sit steady while both hands are busy" })
        #expect(split.lead(of: buttons) == .occupational && split.lead(of: steady) == .physical)
        #expect(split.lead == .occupational)
    }

    @Test("The worked example of the knowledge file comes out skill by skill", arguments: WorkedExample.leads)
    func workedExample(_ skill: String, _ lead: Lead) throws {
        let split = try WorkedExample.split()
        #expect(split.part(Slug(skill))?.lead == lead)
    }

    @Test("The worked example has its 22 steps, and PT and OT meet where it says so")
    func workedExampleSteps() throws {
        let split = try WorkedExample.split()
        #expect(split.steps.count == 22)
        let leads = split.steps.map { split.lead(of: $0) }
        #expect(leads[2] == .physical && leads[4] == .physical && leads[5] == .physical && leads[6] == .physical)
        #expect(leads[1] == .occupational && leads[3] == .occupational && leads[15] == .occupational)
        #expect(leads[13] == .both && leads[8] == .both)
        let together = split.coTreatmentProposals(areInOnePractice: true).map(\.step.number)
        #expect(together == [9, 15, 18, 19, 21])
    }

    @Test("Every activity of the catalog gives a split that leaves no step and no skill out")
    func coversEverything() throws {
        let catalog = try PlanFixture.catalog.get()
        #expect(catalog.activities.count > 100)
        for activity in catalog.activities {
            let split = Split.proposed(from: activity, catalog: catalog)
            #expect(split.steps.map(\.text) == activity.steps.map(\.text), "\(activity.id)")
            #expect(Set(split.parts.map(\.skill)) == Set(activity.skills), "\(activity.id)")
            for step in split.steps {
                #expect(!split.parts(of: step).isEmpty && split.parts(of: step).count == step.skills.count)
            }
            for part in split.parts {
                #expect(part.lead == Lead(catalog: catalog.skill(part.skill)?.lead ?? []), "\(part.skill)")
                #expect(part.supports.allSatisfy { !part.lead.includes($0) })
            }
            for discipline in Discipline.allCases {
                let led = split.parts.filter { $0.lead != Lead(discipline.other) }
                #expect(split.parts(ledBy: discipline) == led)
            }
            #expect(split.uncovered(by: PlanFixture.team).isEmpty)
        }
    }

    @Test("A goal says which therapy nobody of the team practices")
    func uncovered() throws {
        let dressing = try PlanFixture.goal().split
        #expect(dressing.uncovered(by: [.physical]) == [.occupational])
        #expect(dressing.uncovered(by: [.occupational]) == [.physical])
        #expect(dressing.uncovered(by: []) == [.physical, .occupational])
        let hopping = try PlanFixture.goal(activity: "hop-one").split
        #expect(hopping.uncovered(by: [.physical]).isEmpty)
        #expect(hopping.uncovered(by: [.occupational]) == [.physical])
    }

    @Test("Where one step asks for PT and OT at once, co-treatment is proposed, with the reason")
    func coTreatment() throws {
        let split = try PlanFixture.goal(activity: "dress-lower").split
        let proposals = split.coTreatmentProposals(areInOnePractice: true)
        #expect(proposals.map(\.step.text) == ["Pull the waistband up, front and back"])
        #expect(
            proposals.first?.reason
                == "\"Pull the waistband up, front and back\" asks for squatting (PT) and hand strength (OT) "
                + "at the same moment. One visit with both therapists could help with the whole step."
        )
        let apart = split.coTreatmentProposals(areInOnePractice: false)
        #expect(apart.map(\.kind) == [.reviewTogether])
        #expect(apart.first?.reason.hasSuffix("a review together could help with the whole step.") == true)
        #expect(try PlanFixture.goal(activity: "hop-one").split.coTreatmentProposals(areInOnePractice: true).isEmpty)
    }
}
