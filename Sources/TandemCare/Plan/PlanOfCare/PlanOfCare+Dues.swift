package import TandemCatalog

extension PlanOfCare {
    /// Everything that is to be done for this plan, most urgent first. What is done is not listed.
    ///
    /// - Parameters:
    ///   - rules: the payer's.
    ///   - treatments: days on which the discipline treated the child under this plan.
    package func dues(_ rules: PayerRules, treatments: [CalendarDate], today: CalendarDate) -> [Due] {
        if papers.contains(where: { $0.kind == .discharge }) { return [] }
        var dues: [Due] = []
        let first = treatments.min()
        if signature == nil { dues.append(Due(.signature, .day(first ?? today), source: Self.regulation)) }
        if let verbal = verbalOrderDue(rules) { dues.append(verbal) }
        if let first {
            dues += certificationDues(rules, first: first)
            if let report = progressDue(rules, treatments) { dues.append(report) }
        }
        if let rule = rules.reevaluate, let evaluated = content.evaluated {
            dues.append(Due(.reevaluation, .day(evaluated.adding(days: rule.value)), source: rule.source))
        }
        return dues.sorted { $0.left(today: today) < $1.left(today: today) }
    }

    private static var regulation: String { "https://law.lawstack.com/cfr/42/410.61/" }

    private func papers(_ kind: Paper.Kind) -> [Paper] { papers.filter { $0.kind == kind } }

    private func verbalOrderDue(_ rules: PayerRules) -> Due? {
        guard let rule = rules.verbalOrder, let verbal = papers(.verbalOrder).map(\.on).max(),
            !papers(.order).contains(where: { $0.on >= verbal })
        else { return nil }
        return Due(.verbalOrder, .day(verbal.adding(days: rule.value)), source: rule.source)
    }

    /// The first certification, or the next one. A certification covers its first day and so many days in all, so its last day is
    /// the last on which the next is in time.
    private func certificationDues(_ rules: PayerRules, first: CalendarDate) -> [Due] {
        var dues: [Due] = []
        let certifications = papers(.certification)
        if certifications.isEmpty, let rule = rules.certify {
            let last = Due.When.day(first.adding(days: rule.value))
            if !orderSuffices(rules, first: first) {
                dues.append(Due(.certification, last, source: rule.source))
            } else if papers(.sent).isEmpty {
                dues.append(Due(.send, last, source: rules.orderSuffices?.source))
            }
        }
        if let rule = rules.recertify {
            let start = certifications.map(\.covers).max() ?? first
            let days = content.days > 0 ? min(rule.value, content.days) : rule.value
            dues.append(Due(.recertification, .day(start.adding(days: days - 1)), source: rule.source))
        }
        return dues
    }

    /// A signed, dated order from before the treatment stands for the physician's signature, once the rule is in force.
    private func orderSuffices(_ rules: PayerRules, first: CalendarDate) -> Bool {
        guard let rule = rules.orderSuffices, first >= rule.value else { return false }
        return papers(.order).contains { $0.on <= first }
    }

    private func progressDue(_ rules: PayerRules, _ treatments: [CalendarDate]) -> Due? {
        guard let rule = rules.progress else { return nil }
        let last = papers(.progressReport).map(\.on).max()
        let since = Set(treatments).count { day in last.map { day > $0 } ?? true }
        return Due(.progressReport, .treatmentDays(rule.value - since), source: rule.source)
    }
}

extension Goal {
    /// When the team should look at the goal together; `nil` for a goal that nobody works on now.
    package func reviewDue(lastReview: CalendarDate?) -> Due? {
        reviewDay(lastReview: lastReview).map { Due(.goalReview, .day($0), source: nil) }
    }
}
