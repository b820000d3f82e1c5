import TandemCare

/// The keys of `child_name`. A single word is found by its beginning; two words at once by the first three letters of both, so
/// that "mar gar" does not have to read every Maria.
enum NameIndex {
    /// Names with more words than this are found by pairs of the first ones only.
    private static let mostPaired = 6
    private static let letters = 3

    static func keys(_ words: [String]) -> Set<String> {
        var keys = Set(words)
        let paired = words.prefix(mostPaired)
        for first in paired {
            for second in paired where first != second { keys.insert(pair(first, second)) }
        }
        return keys
    }

    /// Archived records have keys of their own.
    static func key(_ key: String, isArchived: Bool) -> String { isArchived ? "-" + key : key }

    /// The narrowest beginnings of keys that hold every child whose name has words that begin so.
    static func beginnings(_ query: [String]) -> [String] {
        // "mar maria" says no more than "maria".
        let telling = Set(query).filter { word in !query.contains { $0 != word && $0.hasPrefix(word) } }
        let longest = telling.sorted { ($0.count, $1) > ($1.count, $0) }
        guard let first = longest.first else { return [] }
        guard longest.count > 1, first.count >= letters else {
            guard longest.count > 1 else { return [first] }
            // Both short: names of two short words, such as "Li Xu", before all that merely begin so.
            return [pair(longest[0], longest[1]), pair(longest[1], longest[0]), first]
        }
        return [pair(first, longest[1])]
    }

    private static func pair(_ first: String, _ second: String) -> String {
        "+\(first.prefix(letters)) \(second.prefix(letters))"
    }
}
