/// A part of the family's day in which practice finds its place.
package enum Routine: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case morning, meals, play, outdoors, bath, bedtime
    /// Whenever it fits.
    case anytime

    /// In order of the day.
    package static func < (left: Routine, right: Routine) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Which routine suits which ICF codes: `Rules/routines.txt`.
package struct RoutineTable: Sendable {
    private let routines: [String: Routine]

    /// - Throws: the first line that does not fit.
    package init(_ text: String) throws(RuleFault) {
        var routines: [String: Routine] = [:]
        for block in try RuleBlock.read(text, file: "routines.txt") {
            try block.allow(["routine", "icf"])
            let routine = try block.requiredParsed("routine", Routine.init(rawValue:))
            for code in try block.list("icf") {
                guard routines.updateValue(routine, forKey: code) == nil else {
                    throw block.fault("'\(code)' stands twice")
                }
            }
        }
        self.routines = routines
    }

    /// The routine of the first code that has one; a code without is tried by its beginnings, the longest first.
    package func routine(for codes: [String]) -> Routine? {
        for code in codes {
            var start = code[...]
            while start.count > 1 {
                if let routine = routines[String(start)] { return routine }
                start = start.dropLast()
            }
        }
        return nil
    }
}
