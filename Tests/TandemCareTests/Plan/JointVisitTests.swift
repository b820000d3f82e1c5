import TandemCare
import TandemCatalog
import Testing

@Suite("Two notes of one visit")
struct JointVisitTests {
    @Test("A co-treatment of both: minutes of each, and those that both wrote at once")
    func coTreatment() {
        var other = VisitTests.content([30], seed: 50)
        other.services = [VisitService(id: PlanFixture.id(50), discipline: .occupational, what: "Buttons", minutes: 30)]
        other.stop = TimeOfDay("14:55")
        let joint = JointVisit(VisitTests.content([23, 15]), other)
        #expect(joint.minutes(.physical) == 38 && joint.minutes(.occupational) == 30 && joint.minutes == 68)
        #expect(joint.length == 50 && joint.minutesAtOnce == 18 && joint.contested.isEmpty)
    }

    @Test("Two tellings of one service both stand and are marked")
    func contested() {
        let first = VisitTests.content([20])
        var second = first
        second.services[0].minutes = 25
        let joint = JointVisit(first, second)
        #expect(joint.services.map(\.minutes) == [20, 25] && joint.contested == [PlanFixture.id(0)])
        #expect(JointVisit(first, first).services == first.services)
        #expect(JointVisit(first, first).minutesAtOnce == 0, "20 minutes of a visit of 45")
    }

    @Test("No minute of either note is lost in a merge, and none is made up", arguments: 1...1000)
    func minutesNeverLost(_ seed: UInt64) {
        var chance = Seeded(seed)
        func services() -> [VisitService] {
            var used: Set<Int> = []
            return (0..<chance.int(0...6)).compactMap { _ in
                let number = chance.int(0...8)
                guard used.insert(number).inserted else { return nil }
                let discipline: Discipline = chance.flip() ? .physical : .occupational
                let minutes = chance.int(1...3) * 15
                return VisitService(id: PlanFixture.id(number), discipline: discipline, what: "w", minutes: minutes)
            }
        }
        var (first, second) = (VisitNote.Content(on: PlanFixture.today), VisitNote.Content(on: PlanFixture.today))
        (first.services, second.services) = (services(), services())
        let joint = JointVisit(first, second)
        for service in first.services + second.services { #expect(joint.services.contains(service)) }
        #expect(joint.services.allSatisfy { first.services.contains($0) || second.services.contains($0) })
        let common = first.services.filter(second.services.contains).written
        let sum = (first.services + second.services).written
        #expect(joint.minutes == sum - common)
        #expect(joint.minutes == joint.minutes(.physical) + joint.minutes(.occupational))
        #expect(JointVisit(second, first).minutes == joint.minutes)
        #expect(JointVisit(second, first).contested == joint.contested)
    }
}
