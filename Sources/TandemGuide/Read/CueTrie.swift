import TandemCatalog

/// The cue words ("can't", "used to", "is a battle"), found along the text, longest first.
struct CueTrie: Sendable {
    private var trie = WordTrie<Language.Cue>()
    /// Every stem that a cue uses, for the speller to learn.
    private(set) var words: Set<String> = []

    init(_ language: Language) {
        for (cue, wordings) in language.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for wording in wordings {
                let stems = Self.stems(of: wording, language.irregular)
                words.formUnion(stems)
                trie.add(stems, cue)
            }
        }
    }

    private static func stems(of wording: String, _ irregular: [String: String]) -> [String] {
        wording.split(separator: " ").map { word in
            let plain = word.lowercased().filter { $0 != "'" }
            return Stemmer.stem(irregular[plain] ?? plain)
        }
    }

    /// Whether the word alone is a "not".
    func isNot(_ stem: WordHash) -> Bool { trie.value(of: stem) == .not }

    /// Whether a cue begins with the word.
    func opens(with stem: WordHash) -> Bool { trie.opens(with: stem) }

    func uses(_ stem: WordHash) -> Bool { trie.stems.contains(stem) }

    func match(_ tokens: [Token], at start: Int) -> (cue: Language.Cue, length: Int)? {
        trie.match(tokens, at: start).map { ($0.value, $0.length) }
    }
}
