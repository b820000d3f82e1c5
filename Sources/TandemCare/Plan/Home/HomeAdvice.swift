/// Advice that does not go together: `Rules/home-advice.txt`.
package struct HomeAdvice: Sendable {
    private let wordings: [(advice: String, words: [String])]
    private let against: [Set<String>: String]

    /// - Throws: the first line that does not fit.
    package init(_ text: String) throws(RuleFault) {
        var wordings: [(advice: String, words: [String])] = []
        var against: [Set<String>: String] = [:]
        for block in try RuleBlock.read(text, file: "home-advice.txt") {
            if block.kind == "advice" {
                try block.allow(["advice", "says"])
                let advice = try block.required("advice")
                for wording in RuleBlock.list(try block.required("says")) {
                    wordings.append((advice, NameKey.words(wording)))
                }
                continue
            }
            try block.allow(["against", "words"])
            let pair = Set(try block.list("against"))
            guard pair.count == 2, pair.allSatisfy({ name in wordings.contains { $0.advice == name } }) else {
                throw block.fault("'against' names two kinds of advice that stand above it")
            }
            against[pair] = try block.required("words")
        }
        self.wordings = wordings
        self.against = against
    }

    /// Why the two do not go together, in words for the therapists; `nil` where they do, as far as words tell.
    package func contradiction(_ first: HomeItem, _ second: HomeItem) -> String? {
        let (one, other) = (advice(of: first), advice(of: second))
        for advice in one.asked.union(other.asked).sorted() {
            let isAskedByOne = one.asked.contains(advice) && other.refused.contains(advice)
            if isAskedByOne || (other.asked.contains(advice) && one.refused.contains(advice)) {
                return "One asks for what the other says not to do: \(advice)."
            }
        }
        for left in one.asked.sorted() {
            for right in other.asked.sorted() {
                if let words = against[[left, right]] { return words }
            }
        }
        return nil
    }

    /// What an item asks for and what it says not to do.
    private func advice(of item: HomeItem) -> (asked: Set<String>, refused: Set<String>) {
        var asked: Set<String> = []
        var refused: Set<String> = []
        for text in [item.name, item.how] + item.dos {
            for (advice, isRefused) in found(in: text) {
                if isRefused { refused.insert(advice) } else { asked.insert(advice) }
            }
        }
        for text in item.donts { refused.formUnion(found(in: text).map(\.advice)) }
        return (asked, refused)
    }

    private static let negations: Set<String> = ["not", "never", "dont", "avoid", "stop"]

    /// Kinds of advice in a text; refused where a "not" stands up to three words before.
    private func found(in text: String) -> [(advice: String, isRefused: Bool)] {
        let words = NameKey.words(text)
        var found: [(advice: String, isRefused: Bool)] = []
        for (advice, wording) in wordings where !wording.isEmpty && wording.count <= words.count {
            for start in 0...(words.count - wording.count)
            where words[start..<start + wording.count].elementsEqual(wording) {
                let before = words[max(0, start - 3)..<start]
                found.append((advice, before.contains(where: Self.negations.contains)))
            }
        }
        return found
    }
}
