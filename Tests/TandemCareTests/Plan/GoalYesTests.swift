import TandemCare
import TandemCatalog
import Testing

@Suite("A goal takes two")
struct GoalYesTests {
    private func goal(from side: Goal.Side, _ changes: [(GoalStatus, Goal.Side)] = []) throws -> Goal {
        var goal = Goal(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            title: "Ride a bike",
            by: PlanFixture.today,
            split: Split(),
            proposed: PlanFixture.stamp(PlanFixture.pt),
            from: side
        )
        for (status, side) in changes { try goal.become(status, by: PlanFixture.stamp(PlanFixture.pt), from: side) }
        return goal
    }

    private static let no = GoalStatus.setAside(reason: "Not now")

    @Test("The side that did not propose it says yes", arguments: [Goal.Side.family, .therapists])
    func proposed(_ side: Goal.Side) throws {
        let goal = try goal(from: side)
        #expect(goal.awaited == side.other)
        #expect(goal.mayActivate(side.other, familyCanAnswer: true))
        #expect(!goal.mayActivate(side, familyCanAnswer: true))
    }

    @Test("Where nobody of the family can sign in, a therapist writes down their yes")
    func spoken() throws {
        #expect(try goal(from: .therapists).mayActivate(.therapists, familyCanAnswer: false))
        #expect(try !goal(from: .family).mayActivate(.family, familyCanAnswer: false))
    }

    @Test("A no is taken back by who said it, and only where the other has said yes before")
    func takenBack() throws {
        let refused = try goal(from: .therapists, [(Self.no, .family)])
        #expect(refused.mayActivate(.family, familyCanAnswer: true))
        #expect(!refused.mayActivate(.therapists, familyCanAnswer: true))
        let takenBack = try goal(from: .therapists, [(Self.no, .therapists)])
        #expect(!takenBack.mayActivate(.therapists, familyCanAnswer: true), "the family never said yes")
        #expect(!takenBack.mayActivate(.family, familyCanAnswer: true))
        let rested = try goal(from: .therapists, [(.active, .family), (Self.no, .therapists)])
        #expect(rested.mayActivate(.therapists, familyCanAnswer: true))
        #expect(!rested.mayActivate(.family, familyCanAnswer: true))
    }

    @Test("A reason has an end")
    func reason() throws {
        var goal = try goal(from: .family)
        let long = GoalStatus.setAside(reason: String(repeating: "a", count: TextLimit.note + 1))
        #expect(throws: GoalFault.tooLong) { try goal.become(long, by: PlanFixture.stamp(PlanFixture.pt)) }
    }
}
