extension Language {
    /// Takes over one file of `language/`: any of `cues`, `groups`, `small`, `ignored`, `particles`, `irregular`, `findings`.
    mutating func add(_ record: Record, into findings: inout [Finding]) {
        if let cues = record.record("cues") {
            for name in cues.names {
                if let cue = Cue(rawValue: name) {
                    self.cues[cue, default: []] += cues.texts(name).map(\.text)
                } else {
                    cues.fail("'\(name)' is no kind of cue")
                }
            }
        }
        groups += record.textLists("groups").map { $0.map(\.text) }
        small += record.texts("small").map(\.text)
        ignored += record.texts("ignored").map(\.text)
        particles += record.texts("particles").map(\.text)
        if let irregular = record.record("irregular") {
            for base in irregular.names {
                for form in irregular.texts(base) { self.irregular[form.text] = base }
            }
        }
        if let found = record.record("findings") {
            findings += found.names.map { name in
                let wordings = found.phrasings(name, .sign)
                return Finding(
                    id: Slug(name),
                    wordings: wordings.filter { !$0.text.contains("+") },
                    parts: wordings.map(\.text).filter { $0.contains("+") }.map(Self.parts)
                )
            }
        }
    }

    /// The findings of `leg + pain`.
    private static func parts(_ wording: String) -> [Slug<Finding>] {
        wording.split(separator: "+").map { Slug($0.split(separator: " ").joined(separator: " ")) }
    }
}
