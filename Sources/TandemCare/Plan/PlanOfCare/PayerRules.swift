package import TandemCatalog

/// What one payer asks of a plan of care: `Rules/payers.txt`. What it does not ask is `nil`.
package struct PayerRules: Sendable, Hashable {
    /// A number of the rules, and where it stands.
    package struct Sourced<Value: Sendable & Hashable>: Sendable, Hashable {
        package let value: Value
        /// `nil` for general knowledge: shown with a mark.
        package let source: String?
    }

    package let id: Slug<PayerRules>
    package let name: String
    /// Days from the first treatment until a physician has signed.
    package let certify: Sourced<Int>?
    /// Days until a verbal order is signed.
    package let verbalOrder: Sourced<Int>?
    /// From this day on a signed order and the plan sent in time stand for the first certification.
    package let orderSuffices: Sourced<CalendarDate>?
    /// Days that a certification covers at most.
    package let recertify: Sourced<Int>?
    /// Treatment days between progress reports.
    package let progress: Sourced<Int>?
    package let reevaluate: Sourced<Int>?
    package let units: Sourced<TimedUnits>

    /// Every payer of the file.
    ///
    /// - Throws: the first line that does not fit.
    package static func read(_ text: String) throws(RuleFault) -> [PayerRules] {
        var payers: [PayerRules] = []
        for block in try RuleBlock.read(text, file: "payers.txt") {
            let payer = try PayerRules(block)
            guard !payers.contains(where: { $0.id == payer.id }) else {
                throw block.fault("'\(payer.id)' stands twice")
            }
            payers.append(payer)
        }
        return payers
    }

    private init(_ block: RuleBlock) throws(RuleFault) {
        try block.allow([
            "payer", "name", "certify", "verbal-order", "order-suffices", "recertify", "progress", "reevaluate",
            "units",
        ])
        id = try block.requiredParsed("payer") { Slug<PayerRules>.isWellFormed($0) ? Slug($0) : nil }
        name = try block.required("name")
        certify = try block.parsed("certify", Self.days)
        verbalOrder = try block.parsed("verbal-order", Self.days)
        orderSuffices = try block.parsed("order-suffices") { Self.sourced($0) { CalendarDate($0) } }
        recertify = try block.parsed("recertify", Self.days)
        progress = try block.parsed("progress", Self.days)
        reevaluate = try block.parsed("reevaluate", Self.days)
        units = try block.requiredParsed("units") { Self.sourced($0, TimedUnits.init(rawValue:)) }
    }

    private static func days(_ text: String) -> Sourced<Int>? {
        sourced(text) { Int($0).flatMap { (1...1000).contains($0) ? $0 : nil } }
    }

    private static func sourced<Value>(_ text: String, _ parse: (String) -> Value?) -> Sourced<Value>? {
        let cells = RuleBlock.split(text, at: "|")
        guard cells.count == 2, let value = parse(cells[0]) else { return nil }
        return Sourced(value: value, source: cells[1] == "unsourced" ? nil : cells[1])
    }
}
