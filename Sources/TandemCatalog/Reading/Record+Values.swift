/// The values that several kinds of entry share.
extension Record {
    func slug<Entry>(_ name: String, as type: Entry.Type = Entry.self) -> Slug<Entry> {
        let value = text(name)
        if !value.isEmpty, !Slug<Entry>.isWellFormed(value) {
            fail("'\(value)' is not an id: lower-case letters, digits and hyphens only")
        }
        return Slug(value)
    }

    func skills(_ name: String) -> [Slug<Skill>] { texts(name).map { Slug($0.text) } }

    /// `PT`, `OT`, `[PT, OT]`, or `both` for PT first.
    func lead(_ name: String) -> [Discipline] {
        let names = texts(name)
        if names.count == 1, names[0].text == "both" { return [.physical, .occupational] }
        let disciplines = names.compactMap { item -> Discipline? in
            if let discipline = Discipline(rawValue: item.text) { return discipline }
            fail("'\(name)' knows PT and OT, not '\(item.text)'")
            return nil
        }
        if disciplines.isEmpty { fail("'\(name)' is missing: PT, OT or both") }
        return disciplines
    }

    func ages(_ name: String) -> AgeRange? {
        guard let value = optionalText(name) else { return nil }
        guard let range = AgeRange(value) else {
            fail("'\(name)' should be months from-to, as in 30-60, not '\(value)'")
            return nil
        }
        return range
    }

    func approach() -> [Discipline: String] {
        var approach: [Discipline: String] = [:]
        approach[.physical] = optionalText("pt")?.trimmed
        approach[.occupational] = optionalText("ot")?.trimmed
        return approach
    }

    /// `says` and `signs`; a sign may end in `-> skill-id`.
    func phrasings() -> [Phrasing] { phrasings("says", .says) + phrasings("signs", .sign) }

    func phrasings(_ name: String, _ kind: Phrasing.Kind) -> [Phrasing] {
        texts(name).map { item in
            let place = Place(file: file, line: item.line)
            guard let head = item.text.utf8.firstIndex(of: UInt8(ascii: ">")), head > item.text.startIndex,
                item.text.utf8[item.text.utf8.index(before: head)] == UInt8(ascii: "-")
            else { return Phrasing(kind: kind, text: item.text, place: place) }
            let skill = Slug<Skill>(item.text[item.text.utf8.index(after: head)...].trimmed)
            let words = item.text[..<item.text.utf8.index(before: head)].trimmed
            return Phrasing(kind: kind, text: words, skill: skill, place: place)
        }
    }

    func provenance(area: String) -> Provenance {
        let sources = texts("source").map(\.text)
        if sources.isEmpty { fail("'source' is missing: name a code of sources.yaml, or say unsourced") }
        return provenance(area: area, sources: sources.filter { $0 != "unsourced" })
    }

    /// For an entry that takes its facts from another one.
    func provenance(area: String, sources: [String]) -> Provenance {
        let reviewed = text("reviewed")
        return Provenance(
            file: file,
            line: line,
            area: area,
            sources: sources,
            reviewedBy: reviewed == "no" || reviewed == "false" ? nil : reviewed
        )
    }
}
