import TandemCare
import TandemCatalog
import Testing

@Suite("The plan of care")
struct PlanOfCareTests {
    static let payers = Result { () throws(RuleFault) in try PayerRules.read(PlanFixture.rule("payers.txt")) }
    private static let first = PlanFixture.day("2026-09-01")

    private static func medicare() throws -> PayerRules { try #require(try payers.get().first { $0.id == "medicare" }) }

    static func content() throws -> PlanOfCare.Content {
        let outline = ScaleOutline(dimension: .time, baseline: 25, expected: 15, by: PlanFixture.today.adding(days: 84))
        var goal = try PlanFixture.goal()
        goal.setting = "at home, on school mornings"
        goal.help = "one spoken reminder"
        goal.baseline = "25 minutes with help"
        var content = PlanOfCare.Content(payer: "medicare")
        content.diagnosis = "Cerebral palsy, as told by Dr. Ruiz"
        content.type = "therapeutic activities"
        content.paces = [.init(timesAWeek: 2, weeks: 8), .init(timesAWeek: 1, weeks: 8)]
        content.goals = [CareGoal(goal, scale: .draft(outline, child: CareFixture.child, goal: goal.id))]
        return content
    }

    static func plan(_ content: PlanOfCare.Content) -> PlanOfCare {
        PlanOfCare(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            practice: CareFixture.practice,
            discipline: .physical,
            therapist: PlanFixture.pt,
            content: content
        )
    }

    static func signed() throws -> PlanOfCare {
        var plan = plan(try content())
        try plan.sign(as: "Ann Lee, PT", stamp: PlanFixture.stamp(PlanFixture.pt))
        return plan
    }

    private static func paper(_ kind: Paper.Kind, _ on: String, covers: String? = nil) -> Paper {
        Paper(
            kind,
            on: PlanFixture.day(on),
            covers: covers.map(PlanFixture.day),
            name: "Dr. Ruiz",
            stamp: PlanFixture.stamp(PlanFixture.pt)
        )
    }

    /// `certification 2026-10-01`, `progress report 10`.
    private static func dues(
        _ plan: PlanOfCare,
        _ treatments: [CalendarDate],
        today: CalendarDate = PlanFixture.today
    ) throws -> [String] {
        try plan.dues(medicare(), treatments: treatments, today: today).map { due in
            switch due.when {
            case .day(let day): "\(due.kind) \(day)"
            case .treatmentDays(let count): "\(due.kind) \(count)"
            }
        }
    }

    @Test("The rules that ship are read, each number with its source or the mark that it has none")
    func ships() throws {
        let medicare = try Self.medicare()
        #expect(medicare.certify?.value == 30 && medicare.certify?.source?.contains("noridian") == true)
        #expect(medicare.recertify?.value == 90 && medicare.recertify?.source == nil)
        #expect(medicare.progress?.value == 10 && medicare.verbalOrder?.value == 14)
        #expect(medicare.units.value == .together)
        #expect(try Self.payers.get().last?.certify == nil)
        #expect(throws: RuleFault.self) { try PayerRules.read("payer     a\nname      b\nunits     by the hour | x") }
    }

    @Test("A goal reads as a payer wants it: what, where, with what help, from where, to where, by when")
    func careGoal() throws {
        let goal = try #require(try Self.content().goals.first)
        #expect(goal.longTerm == "Get dressed at home, on school mornings, with one spoken reminder")
        #expect(goal.baseline == "25 minutes with help" && goal.target == "11 to 15 minutes")
    }

    @Test("What a payer would find missing is said beside the field")
    func missing() throws {
        let empty = PlanOfCare.Content(payer: "medicare")
        #expect(empty.remarks.map(\.place) == ["diagnosis", "type", "frequency", "goals"])
        var content = try Self.content()
        #expect(content.remarks.isEmpty && content.days == 112 && content.visits == 24)
        content.goals[0].target = ""
        content.paces[1].weeks = 0
        content.visitsADay = 0
        #expect(content.remarks.map(\.place) == ["amount", "frequency 2", "goal 1 target"])
        var plan = Self.plan(content)
        #expect(throws: PlanOfCare.Fault.self) { try plan.sign(as: "Ann", stamp: PlanFixture.stamp(PlanFixture.pt)) }
        #expect(throws: PlanOfCare.Fault.notTherapist) {
            try plan.sign(as: "Bo", stamp: PlanFixture.stamp(PlanFixture.ot))
        }
    }

    @Test("A signed plan is not edited")
    func signedStays() throws {
        var plan = try Self.signed()
        let content = plan.content
        #expect(throws: PlanOfCare.Fault.signed) { try plan.edit(.init(payer: "own"), by: PlanFixture.pt) }
        #expect(throws: PlanOfCare.Fault.signed) { try plan.sign(as: "Ann", stamp: PlanFixture.stamp(PlanFixture.pt)) }
        #expect(plan.content == content)
    }

    @Test("Thirty days to the physician's signature, ninety to the next, a report every ten treatment days")
    func dues() throws {
        var plan = try Self.signed()
        #expect(try Self.dues(plan, []).isEmpty)
        #expect(
            try Self.dues(plan, [Self.first])
                == ["certification 2026-10-01", "progressReport 9", "recertification 2026-11-29"].sorted(
                    by: Self.urgency
                )
        )
        try plan.add(Self.paper(.certification, "2026-09-20", covers: "2026-09-01"))
        #expect(try Self.dues(plan, [Self.first]) == ["progressReport 9", "recertification 2026-11-29"])
        try plan.add(Self.paper(.certification, "2026-11-25", covers: "2026-11-30"))
        #expect(try Self.dues(plan, [Self.first]) == ["progressReport 9", "recertification 2027-02-27"])
    }

    private static func urgency(_ left: String, _ right: String) -> Bool {
        // By September 22: 9 days left each for the certification and the report, then the recertification.
        func rank(_ text: String) -> Int { text.hasPrefix("cert") ? 0 : text.hasPrefix("progress") ? 1 : 2 }
        return rank(left) < rank(right)
    }

    @Test("A signed order before the treatment and the plan sent stand for the first signature, from 2025 on")
    func order() throws {
        var plan = try Self.signed()
        try plan.add(Self.paper(.order, "2026-08-20"))
        #expect(try Self.dues(plan, [Self.first]).contains("send 2026-10-01"))
        try plan.add(Self.paper(.sent, "2026-09-10"))
        #expect(try !Self.dues(plan, [Self.first]).contains { $0.hasPrefix("send") || $0.hasPrefix("certification") })
        var before = try Self.signed()
        try before.add(Self.paper(.order, "2024-12-01"))
        #expect(try Self.dues(before, [PlanFixture.day("2024-12-31")]).contains("certification 2025-01-30"))
        #expect(try Self.dues(before, [PlanFixture.day("2025-01-01")]).contains("send 2025-01-31"))
        var late = try Self.signed()
        try late.add(Self.paper(.order, "2026-09-02"))
        #expect(try Self.dues(late, [Self.first]).contains("certification 2026-10-01"))
    }

    @Test("A verbal order is signed within fourteen days")
    func verbalOrder() throws {
        var plan = Self.plan(try Self.content())
        try plan.add(Self.paper(.verbalOrder, "2026-09-15"))
        #expect(try Self.dues(plan, []) == ["signature 2026-09-22", "verbalOrder 2026-09-29"])
        #expect(throws: PlanOfCare.Fault.notSigned) { try plan.add(Self.paper(.certification, "2026-09-15")) }
        try plan.add(Self.paper(.order, "2026-09-18"))
        #expect(try Self.dues(plan, []) == ["signature 2026-09-22"])
    }

    @Test("Treatment days are counted once a day and from the last report on")
    func progress() throws {
        var plan = try Self.signed()
        let days = (0..<12).map { Self.first.adding(days: $0) }
        #expect(try Self.dues(plan, days + days).contains("progressReport -2"))
        try plan.add(Self.paper(.progressReport, "2026-09-10"))
        #expect(try Self.dues(plan, days).contains("progressReport 8"))
    }

    @Test(
        "A plan shorter than ninety days is certified for as long as it runs; an evaluation is due again after half a year"
    )
    func shortPlan() throws {
        var content = try Self.content()
        content.paces = [.init(timesAWeek: 1, weeks: 4)]
        content.evaluated = Self.first
        var plan = Self.plan(content)
        try plan.sign(as: "Ann Lee, PT", stamp: PlanFixture.stamp(PlanFixture.pt))
        let dues = try Self.dues(plan, [Self.first])
        #expect(dues.contains("recertification 2026-09-28") && dues.contains("reevaluation 2027-02-28"))
    }

    @Test("After discharge nothing is due; a goal in work is due for a look together")
    func discharge() throws {
        var plan = try Self.signed()
        let discharge = Paper(.discharge, on: PlanFixture.today, stamp: PlanFixture.stamp(PlanFixture.pt))
        #expect(try !Self.dues(plan, [Self.first]).isEmpty)
        try plan.add(discharge)
        #expect(try Self.dues(plan, [Self.first]).isEmpty)
        let nameless = Paper(.certification, on: PlanFixture.today, stamp: PlanFixture.stamp(PlanFixture.pt))
        #expect(throws: PlanOfCare.Fault.noName) { try plan.add(nameless) }
        let review = try #require(try PlanFixture.goal().reviewDue(lastReview: nil))
        #expect(review.kind == .goalReview && review.source == nil)
        #expect(try PlanFixture.goal(status: .proposed).reviewDue(lastReview: nil) == nil)
    }

    @Test("Every file of rules is read at once; one that is missing is named")
    func rules() throws {
        let rules = try PlanRules { PlanFixture.rule($0) }
        #expect(rules.payer("medicare") != nil && rules.sportProgram("acl") != nil && rules.payer("none") == nil)
        #expect {
            try PlanRules { $0 == "payers.txt" ? nil : PlanFixture.rule($0) }
        } throws: {
            "\($0)".contains("payers.txt, line 0")
        }
    }

    @Test(
        "Days left and days over are told in words",
        arguments: [
            (-3, "3 days over"), (-1, "1 day over"), (0, "due today"), (1, "1 day left"), (12, "12 days left"),
        ]
    )
    func words(_ days: Int, _ words: String) {
        let due = Due(.certification, .day(PlanFixture.today.adding(days: days)), source: nil)
        #expect(due.words(today: PlanFixture.today) == words && due.isOver(today: PlanFixture.today) == (days < 0))
        let inTreatmentDays = Due(.progressReport, .treatmentDays(days), source: nil).words(today: PlanFixture.today)
        #expect(inTreatmentDays == (days == 0 ? "due now" : words.replacing("day", with: "treatment day")))
    }
}
