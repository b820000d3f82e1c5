import TandemCatalog

extension SportProgram {
    /// Every program of `Rules/return-to-sport.txt`.
    ///
    /// - Throws: the first line that does not fit.
    package static func read(_ text: String) throws(RuleFault) -> [SportProgram] {
        var programs: [SportProgram] = []
        var head: RuleBlock?
        var phases: [Phase] = []
        for block in try RuleBlock.read(text, file: "return-to-sport.txt") {
            switch block.kind {
            case "program":
                if let head { programs.append(try SportProgram(head, phases)) }
                (head, phases) = (block, [])
            case "phase":
                guard head != nil else { throw block.fault("a phase before any program") }
                phases.append(try Phase(block))
            default: throw block.fault("a block begins with 'program' or 'phase'")
            }
        }
        if let head { programs.append(try SportProgram(head, phases)) }
        return programs
    }

    private init(_ block: RuleBlock, _ phases: [Phase]) throws(RuleFault) {
        try block.allow(["program", "name", "condition", "starts"])
        id = try block.requiredParsed("program") { Slug<SportProgram>.isWellFormed($0) ? Slug($0) : nil }
        name = try block.required("name")
        condition = try block.parsed("condition") { Slug<Condition>.isWellFormed($0) ? Slug($0) : nil }
        starts = try block.required("starts")
        guard phases.count > 1, phases.dropLast().allSatisfy({ !$0.criteria.isEmpty }),
            phases.last?.criteria.isEmpty == true
        else { throw block.fault("a program has two phases or more, each but the last with criteria") }
        guard Set(phases.map(\.id)).count == phases.count else { throw block.fault("a phase stands twice") }
        self.phases = phases
    }
}

extension SportProgram.Phase {
    fileprivate init(_ block: RuleBlock) throws(RuleFault) {
        try block.allow(["phase", "name", "criterion"])
        id = try block.required("phase")
        name = try block.required("name")
        var criteria: [Criterion] = []
        for (line, text) in block.values("criterion") {
            guard let criterion = Criterion(text), !criteria.contains(where: { $0.id == criterion.id }) else {
                throw block.fault("cannot read '\(text)' as criterion", line: line)
            }
            criteria.append(criterion)
        }
        self.criteria = criteria
    }
}

extension Criterion {
    /// `single-hop | Single hop against the other leg | percent | above 90 | source`
    fileprivate init?(_ text: String) {
        let cells = RuleBlock.split(text, at: "|")
        guard cells.count == 5, let kind = Kind(rawValue: cells[2]) else { return nil }
        id = cells[0]
        words = cells[1]
        self.kind = kind
        source = cells[4]
        if kind == .yes || kind == .clearance {
            guard cells[3] == "-" else { return nil }
            comparison = nil
            limit = 1
            return
        }
        guard let space = cells[3].lastIndex(of: " "), let limit = Double(cells[3][cells[3].index(after: space)...]),
            limit.isFinite, let comparison = Comparison(rawValue: String(cells[3][..<space]))
        else { return nil }
        self.comparison = comparison
        self.limit = limit
    }
}
