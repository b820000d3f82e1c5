/// What the intake form asks: `Pages/intake.txt`, as the program holds it.
package struct IntakeForm: Sendable {
    package struct Section: Sendable, Hashable {
        package let key: String
        package let title: String
        /// Why we ask; empty where it goes without saying.
        package let why: String
        package fileprivate(set) var questions: [Question]
    }

    package struct Question: Sendable, Hashable {
        package let key: String
        /// Several lines of text, or one.
        package let isLong: Bool
        package let text: String
        package let hint: String
    }

    package let sections: [Section]

    /// The question whose answer stands at the head of the child's record (`Child.whatMatters`).
    package static let whatMatters = "what_matters"
    /// Longest answer, in characters.
    package static let mostCharacters = 4000

    package func section(_ key: String) -> Section? { sections.first { $0.key == key } }

    package func question(_ key: String) -> Question? {
        for section in sections { if let found = section.questions.first(where: { $0.key == key }) { return found } }
        return nil
    }

    /// - Throws: the first line that does not fit.
    package init(_ text: String) throws(IntakeFormFault) {
        var sections: [Section] = []
        var keys: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let cells = Self.cells(line)
            guard let kind = cells.first, !kind.hasPrefix("#") else { continue }
            let fault = IntakeFormFault(line: index + 1, text: String(line))
            guard cells.count >= 3, keys.insert("\(kind) \(cells[1])").inserted else { throw fault }
            switch kind {
            case "section":
                let why = cells.count > 3 ? cells[3] : ""
                sections.append(Section(key: cells[1], title: cells[2], why: why, questions: []))
            case "ask":
                guard cells.count >= 4, ["line", "text"].contains(cells[2]), !sections.isEmpty else { throw fault }
                let question = Question(
                    key: cells[1],
                    isLong: cells[2] == "text",
                    text: cells[3],
                    hint: cells.count > 4 ? cells[4] : ""
                )
                sections[sections.count - 1].questions.append(question)
            default: throw fault
            }
        }
        self.sections = sections
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "  ", omittingEmptySubsequences: true)
            .map { String($0.drop { $0 == " " }) }
            .filter { !$0.isEmpty }
    }
}

/// A line of the form's table that the program cannot use.
package struct IntakeFormFault: Error, Sendable, CustomStringConvertible {
    package let line: Int
    package let text: String

    package var description: String { "Pages/intake.txt, line \(line): cannot read '\(text)'" }
}
