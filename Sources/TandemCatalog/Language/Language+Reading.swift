extension Language {
    /// Takes over one file of `language/`: any of `cues`, `groups`, `small`, `particles`, `irregular`, `findings`.
    mutating func add(_ record: Record, into findings: inout [Finding]) {
        if let cues = record.record("cues") {
            for (name, line, texts) in cues.allTexts() {
                if let cue = Cue(rawValue: name) {
                    self.cues[cue, default: []] += texts
                } else {
                    cues.fail("'\(name)' is no kind of cue (line \(line))")
                }
            }
        }
        groups += record.textLists("groups").map { $0.map(\.text) }
        small += record.texts("small").map(\.text)
        particles += record.texts("particles").map(\.text)
        if let irregular = record.record("irregular") {
            for (base, _, forms) in irregular.allTexts() {
                for form in forms { self.irregular[form] = base }
            }
        }
        if let found = record.record("findings") {
            findings += found.allTexts().map { Finding(id: Slug($0.name), wordings: $0.texts, line: $0.line) }
        }
    }
}
