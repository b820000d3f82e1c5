/// `Rules/access.txt` as the program holds it: for every action, who may.
package struct AccessTable: Sendable {
    /// What one line says of an action with a child's record.
    package struct ChildRule: Sendable, Hashable {
        package let family: Bool
        package let guardian: Bool
        package let roles: Set<Role>
        package let consent: ConsentNeeded
    }

    /// What a practice may do it on that has the family's consent only.
    package enum ConsentNeeded: Sendable, Hashable {
        case never, any
        case scope(Consent.Scope)
    }

    private let childRules: [ChildAction: ChildRule]
    private let practiceRules: [PracticeAction: Set<Role>]

    /// An action without a line is nobody's.
    package func rule(_ action: ChildAction) -> ChildRule {
        childRules[action] ?? ChildRule(family: false, guardian: false, roles: [], consent: .never)
    }

    package func roles(_ action: PracticeAction) -> Set<Role> { practiceRules[action] ?? [] }

    /// - Throws: the first line that does not fit, or an action that has none.
    package init(_ text: String) throws(AccessTableFault) {
        var childRules: [ChildAction: ChildRule] = [:]
        var practiceRules: [PracticeAction: Set<Role>] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let cells = Self.cells(line)
            guard let name = cells.first, !name.hasPrefix("#"), !name.hasPrefix("with a "), !name.hasPrefix("in a ")
            else {
                continue
            }
            let fault = AccessTableFault(line: index + 1, text: String(line))
            guard cells.count == 7 else { throw fault }
            if let action = ChildAction(rawValue: name) {
                guard let consent = ConsentNeeded(cells[6]), childRules[action] == nil else { throw fault }
                childRules[action] = ChildRule(
                    family: cells[1] == "yes",
                    guardian: cells[2] == "yes",
                    roles: Self.roles(cells),
                    consent: consent
                )
            } else if let action = PracticeAction(rawValue: name), practiceRules[action] == nil {
                practiceRules[action] = Self.roles(cells)
            } else {
                throw fault
            }
        }
        let missing =
            ChildAction.allCases.filter { childRules[$0] == nil }.map(\.rawValue)
            + PracticeAction.allCases.filter { practiceRules[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            throw AccessTableFault(line: 0, text: "no line for: \(missing.joined(separator: ", "))")
        }
        self.childRules = childRules
        self.practiceRules = practiceRules
    }

    /// Cells stand apart by two spaces or more.
    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "  ", omittingEmptySubsequences: true)
            .map { String($0.drop { $0 == " " }) }
            .filter { !$0.isEmpty }
    }

    private static func roles(_ cells: [String]) -> Set<Role> {
        var roles: Set<Role> = []
        if cells[3] == "yes" { roles.formUnion([.physicalTherapist, .occupationalTherapist]) }
        if cells[4] == "yes" { roles.insert(.frontDesk) }
        if cells[5] == "yes" { roles.insert(.administrator) }
        return roles
    }
}

/// A line of the table that the program cannot use.
package struct AccessTableFault: Error, Sendable, CustomStringConvertible {
    /// Counted from 1; 0 for the table as a whole.
    package let line: Int
    package let text: String

    package var description: String { "Rules/access.txt, line \(line): cannot read '\(text)'" }
}

extension AccessTable.ConsentNeeded {
    fileprivate init?(_ text: String) {
        switch text {
        case "-": self = .never
        case "any": self = .any
        default:
            guard let scope = Consent.Scope(rawValue: text) else { return nil }
            self = .scope(scope)
        }
    }
}
