package import TandemCatalog

/// Every rule of the plan that stands in a file, read once at start.
package struct PlanRules: Sendable {
    package let measures: MeasureRegistry
    package let sport: [SportProgram]
    package let payers: [PayerRules]
    package let advice: HomeAdvice
    package let routines: RoutineTable
    package let referrals: ReferralTable

    /// - Parameter file: the text of a file in `Rules/`, by its name.
    /// - Throws: the first line that does not fit.
    package init(_ file: (_ name: String) -> String?) throws(RuleFault) {
        func text(_ name: String) throws(RuleFault) -> String {
            guard let text = file(name) else { throw RuleFault(file: name, line: 0, reason: "the file is missing") }
            return text
        }
        measures = try MeasureRegistry(text("measures.txt"))
        sport = try SportProgram.read(text("return-to-sport.txt"))
        payers = try PayerRules.read(text("payers.txt"))
        advice = try HomeAdvice(text("home-advice.txt"))
        routines = try RoutineTable(text("routines.txt"))
        referrals = try ReferralTable(text("referral-states.txt"))
    }

    package func sportProgram(_ id: Slug<SportProgram>) -> SportProgram? { sport.first { $0.id == id } }

    package func payer(_ id: Slug<PayerRules>) -> PayerRules? { payers.first { $0.id == id } }
}
