import TandemCare
import TandemCatalog
import Testing

@Suite("One home program")
struct HomeTests {
    static let advice = Result { () throws(RuleFault) in try HomeAdvice(PlanFixture.rule("home-advice.txt")) }
    static let routines = Result { () throws(RuleFault) in try RoutineTable(PlanFixture.rule("routines.txt")) }

    static func item(
        _ number: Int,
        _ discipline: Discipline = .physical,
        _ name: String = "Flamingo at the sink",
        minutes: Int = 5,
        days: Int = 5,
        routine: Routine? = nil,
        dos: [String] = [],
        donts: [String] = [],
        skill: Slug<Skill>? = nil
    ) -> HomeItem {
        HomeItem(
            id: PlanFixture.id(number),
            child: CareFixture.child,
            practice: CareFixture.practice,
            discipline: discipline,
            name: name,
            minutes: minutes,
            daysAWeek: days,
            routine: routine,
            dos: dos,
            donts: donts,
            skill: skill,
            made: PlanFixture.stamp(PlanFixture.account(discipline))
        )
    }

    static func program(_ items: [HomeItem], daily: Int = 20) -> HomeProgram {
        HomeProgram(settings: .init(child: CareFixture.child, dailyMinutes: daily), items: items)
    }

    private static func remarks(_ items: [HomeItem], leads: [Slug<Skill>: Lead] = [:]) throws -> [HomeRemark] {
        try program(items).remarks(leads: leads, advice: advice.get())
    }

    @Test("Over the family's minutes: the therapists are told by how much")
    func budget() throws {
        let items = [Self.item(1, minutes: 10, days: 7), Self.item(2, .occupational, minutes: 12, days: 7)]
        #expect(try Self.remarks(items) == [.overBudget(fullestDay: 22, limit: 20)])
        #expect(Self.program(items).budget.over == 2 && Self.program(items).budget.week == 154)
        #expect(Self.program([]).budget.left == 20)
        let few = [Self.item(1, minutes: 15, days: 3), Self.item(2, .occupational, minutes: 15, days: 4)]
        #expect(try Self.remarks(few).isEmpty, "three days and four days find a day each")
    }

    @Test("The week is spread evenly and nothing of it is lost", arguments: 1...500)
    func week(_ seed: UInt64) {
        var chance = Seeded(seed)
        let items = (0..<chance.int(0...8)).map {
            Self.item($0, minutes: chance.int(1...20), days: chance.int(1...7))
        }
        let plan = Self.program(items).week
        #expect(plan.minutes.reduce(0, +) == items.reduce(0) { $0 + $1.minutes * $1.daysAWeek })
        for item in items { #expect(plan.days.count { $0.contains(item.id) } == item.daysAWeek) }
        #expect(plan.days.allSatisfy { Set($0).count == $0.count })
        let longest = items.map(\.minutes).max() ?? 0
        #expect((plan.minutes.max() ?? 0) - (plan.minutes.min() ?? 0) <= max(longest, 0))
        #expect(plan == Self.program(items.reversed()).week)
    }

    @Test("Two that train the same skill: keep that of the therapy which leads it")
    func sameSkill() throws {
        let items = [
            Self.item(1, .occupational, "Statues", minutes: 3, skill: "stand-balance"),
            Self.item(2, .physical, "Flamingo", minutes: 5, skill: "stand-balance"),
        ]
        let ids: [ID<HomeItem>] = [PlanFixture.id(1), PlanFixture.id(2)]
        #expect(
            try Self.remarks(items, leads: ["stand-balance": .physical])
                == [.sameSkill("stand-balance", keep: ids[1], other: ids[0])]
        )
        #expect(
            try Self.remarks(items) == [.sameSkill("stand-balance", keep: ids[0], other: ids[1])],
            "with no lead known the shorter one"
        )
    }

    @Test(
        "Advice that contradicts is told",
        arguments: [
            ("Barefoot on grass", [], [], "Walk", ["Wear the orthoses all day"], [], "orthoses all day"),
            ("Walk", ["Bare feet at home"], [], "Play", ["AFOs all day"], [], "orthoses all day"),
            ("Towel scrunch", ["Go barefoot"], [], "Stairs", [], ["Barefoot on stairs"], "barefoot"),
            ("Towel scrunch", ["Go barefoot"], [], "Stairs", ["Do not go barefoot"], [], "barefoot"),
            ("Dress standing", [], [], "Sit down to dress", [], [], "standing, the other sitting"),
        ] as [(String, [String], [String], String, [String], [String], String)]
    )
    func contradiction(
        _ first: String,
        _ dos: [String],
        _ donts: [String],
        _ second: String,
        _ otherDos: [String],
        _ otherDonts: [String],
        _ reason: String
    ) throws {
        let one = Self.item(1, .physical, first, dos: dos, donts: donts)
        let other = Self.item(2, .occupational, second, dos: otherDos, donts: otherDonts)
        for items in [[one, other], [other, one]] {
            let remarks = try Self.remarks(items)
            #expect(remarks.count == 1 && remarks[0].message.contains(reason), "\(remarks)")
        }
    }

    @Test(
        "What goes together is left alone",
        arguments: [
            ("Barefoot on grass", ["Orthoses at school"], []), ("Barefoot on grass", [], ["Orthoses all day"]),
            ("Dress standing", ["Stand to dress"], []), ("Dress the teddy", ["Both hands"], []),
        ] as [(String, [String], [String])]
    )
    func harmless(_ first: String, _ dos: [String], _ donts: [String]) throws {
        let items = [Self.item(1, .physical, first), Self.item(2, .occupational, "Other", dos: dos, donts: donts)]
        #expect(try Self.remarks(items).isEmpty)
    }

    @Test("More than three at a time is worth a thought; paused ones do not count")
    func tooMany() throws {
        var items = (1...4).map { Self.item($0, minutes: 2) }
        #expect(try Self.remarks(items) == [.tooMany(4, limit: 3)])
        try items[0].pause(reason: "Holidays", by: PlanFixture.stamp(PlanFixture.mother))
        #expect(try Self.remarks(items).isEmpty)
    }

    @Test("Items find their place in the day: their own, the one that suits, or the emptiest")
    func day() throws {
        let items = [
            Self.item(1, routine: .bedtime), Self.item(2, .occupational, "Zip", minutes: 3, skill: "fasteners"),
            Self.item(3, .physical, "Walk", minutes: 10, skill: "walk"), Self.item(4, .physical, "Odd", minutes: 2),
        ]
        let catalog = try PlanFixture.catalog.get()
        let plan = DayPlan(Self.program(items), table: try Self.routines.get()) { item in
            item.skill.flatMap { catalog.skill($0)?.icf } ?? []
        }
        #expect(plan.slots.flatMap(\.items).count == 4)
        #expect(plan.slots.first { $0.routine == .morning }?.items.map(\.name) == ["Zip"])
        #expect(plan.slots.last?.routine == .bedtime)
        #expect(plan.slots.first { $0.routine == .meals }?.items.map(\.name) == ["Walk"], "the first that is empty")
        #expect(plan.slots.first { $0.routine == .play }?.items.map(\.name) == ["Odd"], "the next")
        #expect(plan.slots.map(\.routine) == plan.slots.map(\.routine).sorted())
        #expect(try Self.routines.get().routine(for: ["x1", "d5509"]) == .meals)
        #expect(try Self.routines.get().routine(for: ["d5402"]) == .morning)
        #expect(try Self.routines.get().routine(for: ["s1"]) == nil)
    }

    @Test("The catalog offers home activities for the skills a discipline leads and nobody trains yet")
    func suggestions() throws {
        let catalog = try PlanFixture.catalog.get()
        let goal = try PlanFixture.goal()
        let items = [Self.item(1, .occupational, skill: "stand-balance")]
        let offers = HomeItem.suggestions(for: goal, discipline: .physical, catalog: catalog, besides: items)
        #expect(
            offers.contains { $0.skill.id == "one-leg-stand" } && !offers.contains { $0.skill.id == "stand-balance" }
        )
        #expect(!offers.contains { $0.skill.id == "fasteners" })
        for offer in offers {
            for activity in offer.activities {
                let item = HomeItem(
                    id: PlanFixture.id(2),
                    child: CareFixture.child,
                    practice: CareFixture.practice,
                    discipline: .physical,
                    from: activity,
                    of: offer.skill,
                    goal: goal.id,
                    made: PlanFixture.stamp(PlanFixture.pt)
                )
                #expect(item.remarks.isEmpty && item.skill == offer.skill.id && !item.dos.isEmpty, "\(item)")
            }
        }
    }

    @Test("An item says what does not fit")
    func remarks() {
        let item = Self.item(1, minutes: 0, days: 8, dos: [String(repeating: "x", count: 10_000)])
        #expect(item.remarks.map(\.place) == ["dos", "minutes", "days"])
        #expect(Self.item(1).remarks.isEmpty)
    }

    @Test("Files that cannot be read name the line")
    func broken() {
        #expect(throws: RuleFault.self) { try HomeAdvice("against     a, b\nwords       c") }
        #expect(throws: RuleFault.self) { try HomeAdvice("advice     a\nsays      b\n\nagainst     a\nwords       c") }
        #expect(throws: RuleFault.self) { try RoutineTable("routine     noon\nicf     d5") }
        #expect(throws: RuleFault.self) { try RoutineTable("routine     bath\nicf     d5, d5") }
    }
}
