package import TandemCatalog

/// Every measure that Tandem knows: `Rules/measures.txt` as the program holds it.
package struct MeasureRegistry: Sendable {
    package let measures: [Measure]
    private let index: [Slug<Measure>: Int]

    package func measure(_ id: Slug<Measure>) -> Measure? { index[id].map { measures[$0] } }

    /// - Throws: the first line that does not fit.
    package init(_ text: String) throws(RuleFault) {
        var measures: [Measure] = []
        var index: [Slug<Measure>: Int] = [:]
        for block in try RuleBlock.read(text, file: "measures.txt") {
            let measure = try Measure(block)
            guard index.updateValue(measures.count, forKey: measure.id) == nil else {
                throw block.fault("'\(measure.id)' stands twice")
            }
            measures.append(measure)
        }
        self.measures = measures
        self.index = index
    }
}

extension Measure {
    private static let keys: Set<String> = [
        "measure", "name", "edition", "license", "unit", "range", "step", "direction", "ages", "parts", "protocols",
        "sides", "change", "source", "verified",
    ]

    fileprivate init(_ block: RuleBlock) throws(RuleFault) {
        try block.allow(Self.keys)
        id = try block.requiredParsed("measure") { Slug<Measure>.isWellFormed($0) ? Slug($0) : nil }
        name = try block.required("name")
        edition = try block.required("edition")
        license = try block.requiredParsed("license", License.init(rawValue:))
        unit = try block.required("unit")
        range = try block.requiredParsed("range", RuleBlock.range)
        step = try block.parsed("step") { Double($0).flatMap { $0 > 0 ? $0 : nil } }
        let direction = try block.requiredParsed("direction") { text -> Direction?? in
            text == "none" ? .some(nil) : Direction(rawValue: text).map { .some($0) }
        }
        self.direction = direction
        ages = try block.parsed("ages") { AgeRange($0) }
        parts = try block.list("parts")
        protocols = try block.list("protocols")
        hasSides = try block.parsed("sides") { ["yes": true, "no": false][$0] } ?? false
        source = try block.required("source")
        isVerified = try block.requiredParsed("verified") { ["yes": true, "no": false][$0] }
        var bands: [ChangeBand] = []
        for (line, value) in block.values("change") {
            guard let band = ChangeBand(value) else {
                throw block.fault("cannot read '\(value)' as change", line: line)
            }
            if let part = band.part, !parts.contains(part) { throw block.fault("no part '\(part)'", line: line) }
            bands.append(band)
        }
        self.bands = bands
        guard (direction == nil) == (license == .classification) else {
            throw block.fault("a classification, and nothing else, has no direction")
        }
    }
}

extension ChangeBand {
    /// `noise 1.59 | important 3.66 to 5.83 | who ... | condition ... | ages 19-77 | levels I II | part ... | source ...`
    fileprivate init?(_ text: String) {
        var fields: [String: String] = [:]
        for field in RuleBlock.split(text, at: "|") {
            guard let space = field.firstIndex(of: " ") else { return nil }
            let key = String(field[..<space])
            guard Self.keys.contains(key) else { return nil }
            guard fields.updateValue(String(field[field.index(after: space)...]), forKey: key) == nil else {
                return nil
            }
        }
        guard let name = fields["who"], let source = fields["source"] else { return nil }
        let noise = fields["noise"].map(RuleBlock.range)
        let important = fields["important"].map(RuleBlock.range)
        let ages = fields["ages"].map { AgeRange($0) }
        if case .some(nil) = noise { return nil }
        if case .some(nil) = important { return nil }
        if case .some(nil) = ages { return nil }
        let levels = fields["levels"]?.split(separator: " ").map { Self.romans.firstIndex(of: String($0)) } ?? []
        guard noise != nil || important != nil, !levels.contains(nil) else { return nil }
        self.noise = noise ?? nil
        self.important = important ?? nil
        part = fields["part"]
        population = Population(
            name: name,
            condition: fields["condition"].map { Slug($0) },
            ages: ages ?? nil,
            grossMotorLevels: Set(levels.compactMap { $0.map { $0 + 1 } })
        )
        self.source = source
    }

    private static let keys: Set<String> = [
        "noise", "important", "who", "condition", "ages", "levels", "part", "source",
    ]
    private static let romans = ["I", "II", "III", "IV", "V"]
}
