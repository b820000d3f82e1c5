import TandemCatalog

/// The catalog's graph by numbers: activity -> steps -> skills -> shares, and red flags by their findings. Built once, so that
/// an answer never looks a name up.
struct Graph: Sendable {
    /// What each skill speaks for, by index into the catalog's skills.
    let skillShares: [Shares]
    /// Skills of each activity, each once, in order of its steps.
    let activitySkills: [[Int]]
    let activityShares: [Shares]
    /// For each activity and step the mean of its skills' shares.
    let stepShares: [[Shares]]
    /// Whether an activity's steps ask for both disciplines.
    let activityAsksForBoth: [Bool]
    let conditionSkills: [[Int]]
    let conditionShares: [Shares]
    let milestoneSkills: [[Int]]
    let milestoneShares: [Shares]
    /// Milestones that a skill takes part in.
    let milestonesOfSkill: [[Int]]
    let elsewhereShares: [Shares]
    private(set) var combinations: [Combination]
    /// The findings of all combinations, and how much each tells: little if many red flags share it.
    let combinedFindings: [Int]
    let combinedWeights: [Double]
    /// Combinations that a finding takes part in, by index into the catalog's findings; and those of which it is the first.
    let combinationsOfFinding: [[Int]]
    let combinationsLedByFinding: [[Int]]
    /// Findings made of others.
    let unions: [Union]

    /// Findings that set off a red flag together.
    struct Combination: Sendable {
        let flag: Int
        let trigger: Int
        /// Where its findings stand in `combinedFindings`.
        let findings: Range<Int>
        /// The sum of what its findings tell.
        var weight = 0.0
    }

    /// A finding that two or more others make if they are said side by side.
    struct Union: Sendable {
        let finding: Int
        let parts: [Int]
    }

    init(_ catalog: Catalog) {
        let skillIndex = Dictionary(
            catalog.skills.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        func numbers(_ ids: [Slug<Skill>]) -> [Int] { ids.compactMap { skillIndex[$0] } }
        let shares = catalog.skills.map { Shares.of($0.lead) }
        skillShares = shares
        activitySkills = catalog.activities.map { numbers($0.skills) }
        activityShares = catalog.activities.map { .of($0.lead) }
        stepShares = catalog.activities.map { activity in
            activity.steps.map { step in .mean(numbers(step.skills).map { shares[$0] }) }
        }
        activityAsksForBoth = activitySkills.map { skills in
            skills.contains { shares[$0].physical > 0 } && skills.contains { shares[$0].occupational > 0 }
        }
        conditionSkills = catalog.conditions.map { numbers($0.skills) }
        conditionShares = catalog.conditions.map { .of($0.lead) }
        milestoneSkills = catalog.milestones.map { numbers($0.skills) }
        milestoneShares = milestoneSkills.map { skills in .mean(skills.map { shares[$0] }) }
        var milestones = [[Int]](repeating: [], count: shares.count)
        for (milestone, skills) in milestoneSkills.enumerated() {
            for skill in skills { milestones[skill].append(milestone) }
        }
        milestonesOfSkill = milestones
        elsewhereShares = catalog.elsewhere.map { .of($0.label) }
        let findingIndex = Dictionary(
            catalog.findings.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        (combinations, combinedFindings) = Self.combinations(catalog, findingIndex)
        var ofFinding = [[Int]](repeating: [], count: catalog.findings.count)
        var ledByFinding = ofFinding
        var users = [Set<Int>](repeating: [], count: catalog.findings.count)
        for (number, combination) in combinations.enumerated() {
            let findings = Set(combinedFindings[combination.findings])
            for finding in findings {
                ofFinding[finding].append(number)
                users[finding].insert(combination.flag)
            }
            if let first = findings.min() { ledByFinding[first].append(number) }
        }
        (combinationsOfFinding, combinationsLedByFinding) = (ofFinding, ledByFinding)
        let weights = combinedFindings.map { Scale.log(1 + 60 / Double(max(1, users[$0].count))) }
        combinedWeights = weights
        for number in combinations.indices {
            combinations[number].weight = combinations[number].findings.reduce(0.001) { $0 + weights[$1] }
        }
        unions = catalog.findings.enumerated().flatMap { index, finding in
            finding.parts.map { Union(finding: index, parts: $0.compactMap { findingIndex[$0] }) }
        }
    }

    /// The combinations of all red flags, and the findings they are made of.
    private static func combinations(
        _ catalog: Catalog,
        _ index: [Slug<Finding>: Int]
    ) -> ([Combination], findings: [Int]) {
        var combinations: [Combination] = []
        var all: [Int] = []
        for (flag, entry) in catalog.redFlags.enumerated() {
            for (number, trigger) in entry.triggers.enumerated() {
                for names in trigger.combinations {
                    let findings = names.compactMap { index[$0] }
                    guard findings.count == names.count else { continue }
                    let range = all.count..<all.count + findings.count
                    combinations.append(Combination(flag: flag, trigger: number, findings: range))
                    all += findings
                }
            }
        }
        return (combinations, all)
    }

    /// Whom an entry leads to, and through which skills. A sign that points at a skill of one discipline leads there.
    func meaning(of entry: Entry, pointingAt skill: Int? = nil) -> (shares: Shares, skills: [Int]) {
        if let skill {
            let whole = meaning(of: entry)
            let isOfOne = skillShares[skill].physical == 0 || skillShares[skill].occupational == 0
            return (isOfOne ? skillShares[skill] : whole.shares, [skill] + whole.skills.filter { $0 != skill })
        }
        switch entry {
        case .activity(let index): return (activityShares[index], activitySkills[index])
        case .skill(let index): return (skillShares[index], [index])
        case .condition(let index): return (conditionShares[index], conditionSkills[index])
        case .elsewhere(let index): return (elsewhereShares[index], [])
        case .milestone(let index): return (milestoneShares[index], milestoneSkills[index])
        case .redFlag, .finding, .milestoneException, .redFlagException: return (Shares(), [])
        }
    }
}
