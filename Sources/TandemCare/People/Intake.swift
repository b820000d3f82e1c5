/// What a family has told about their child, once, for every practice that may read it. The questions are `IntakeForm`'s.
package struct Intake: Sendable, Hashable, Codable {
    package let id: ID<Intake>
    package let child: ID<Child>
    /// Answers by the key of the question; none is empty.
    package private(set) var answers: [String: String]
    /// Who saved a section last, and when; by the key of the section.
    package private(set) var saved: [String: Mark]

    package struct Mark: Sendable, Hashable, Codable {
        package let by: ID<Account>
        package let at: Instant
    }

    package init(id: ID<Intake>, child: ID<Child>) {
        self.id = id
        self.child = child
        answers = [:]
        saved = [:]
    }

    /// Takes the answers of one section; what is left empty is forgotten.
    package mutating func save(
        _ section: IntakeForm.Section,
        _ typed: [String: String],
        by account: ID<Account>,
        at now: Instant
    ) {
        for question in section.questions {
            let answer = typed[question.key]?.trimmed ?? ""
            answers[question.key] = answer.isEmpty ? nil : answer
        }
        saved[section.key] = Mark(by: account, at: now)
    }

    /// The answers of one section by key.
    package func answers(in section: IntakeForm.Section) -> [String: String] {
        answers.filter { answer in section.questions.contains { $0.key == answer.key } }
    }

    /// Takes from another record of the same child what this one lacks; where both say something else, both stay.
    package mutating func join(_ other: Intake) {
        for (key, theirs) in other.answers {
            guard let ours = answers[key], ours != theirs else {
                answers[key] = theirs
                continue
            }
            answers[key] = "\(ours)\n\n\(theirs)"
        }
        saved.merge(other.saved) { $0.at > $1.at ? $0 : $1 }
    }

    /// When anything was saved last.
    package var savedAt: Instant? { saved.values.map(\.at).max() }
}

extension String {
    /// Without spaces and line ends around it.
    package var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
