package import TandemCatalog

/// The checks of the data that need the language: every phrase finds its own entry, no two entries claim the same phrase, no
/// phrase is so general that it would find what it does not mean.
package struct PhraseCheck {
    private let catalog: Catalog
    private let book: PhraseBook

    package init(_ guide: Guide) {
        catalog = guide.catalog
        book = guide.known.book
    }

    package func diagnostics() -> [Diagnostic] {
        var found = book.wordless.map {
            Self.diagnostic($0, "no word of '\($0.text)' counts: use a word that tells something")
        }
        found += book.tooGeneral.map {
            Self.diagnostic(
                $0.phrasing,
                "only one general word of '\($0.phrasing.text)' counts: add one that makes it special"
            )
        }
        found += lonely() + claimed() + lost()
        return found.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    private static func diagnostic(_ phrasing: Phrasing, _ message: String) -> Diagnostic {
        Diagnostic(file: phrasing.place.file, line: phrasing.place.line, message: message)
    }

    /// Red flags: one word left of several, which many other entries use too. Findings only count in combinations.
    private func lonely() -> [Diagnostic] {
        var users: [Atom: Set<Entry>] = [:]
        for phrase in book.phrases { for atom in phrase.atoms { users[atom, default: []].insert(phrase.entry) } }
        return book.phrases.filter { phrase in
            guard case .redFlag = phrase.entry, phrase.isShrunk, !phrase.requiresTrouble else { return false }
            return (users[phrase.atoms[0]]?.count ?? 0) > 12
        }.map {
            Self.diagnostic($0.phrasing, "'\($0.phrasing.text)': only one word counts, and it is a common one")
        }
    }

    /// Phrases with the same atoms under two entries of a layer; combinations of red flags may share findings.
    private func claimed() -> [Diagnostic] {
        struct Key: Hashable {
            let layer: Entry.Layer
            let atoms: [Atom]
            let own: OwnTrouble
        }
        var owners: [Key: Phrase] = [:]
        var found: [Diagnostic] = []
        for phrase in book.phrases {
            if case .finding = phrase.entry { continue }
            if phrase.isException || phrase.isVariant { continue }
            let key = Key(
                layer: phrase.entry.layer,
                atoms: phrase.atoms.sorted(),
                own: phrase.own
            )
            guard let owner = owners[key] else {
                owners[key] = phrase
                continue
            }
            guard owner.entry != phrase.entry else { continue }
            let place = owner.phrasing.place
            found.append(
                Self.diagnostic(
                    phrase.phrasing,
                    "'\(phrase.phrasing.text)' (\(phrase.entry.label(in: catalog))) is claimed by \(owner.entry.label(in: catalog)) too: \(place.file), line \(place.line), '\(owner.phrasing.text)'"
                )
            )
        }
        return found
    }

    /// Phrases that, said alone, are not found, or only as part of another entry.
    private func lost() -> [Diagnostic] {
        let today = CalendarDate(year: 2026, month: 1, day: 1)
        var found: [Diagnostic] = []
        for (index, phrase) in book.phrases.enumerated() where !phrase.isVariant {
            let reading = Reading(phrase.phrasing.text, today: today, lexicon: book.lexicon)
            let layer = Matcher.mentions(in: reading, book).filter { $0.entry.layer == phrase.entry.layer }
            guard layer.contains(where: { $0.phrase == index }) else {
                found.append(Self.diagnostic(phrase.phrasing, "'\(phrase.phrasing.text)' does not find its own entry"))
                continue
            }
            guard phrase.entry.layer == .concern else { continue }
            let applying = layer.filter {
                $0.phrase == index || !book.keys[$0.phrase].requiresTrouble
                    || book.keys[$0.phrase].isMet(by: $0.polarity)
            }
            let strongest = Mention.strongest(applying, preferringSignsOf: book)
            guard !strongest.contains(where: { $0.entry == phrase.entry }), let best = strongest.first else { continue }
            found.append(
                Self.diagnostic(
                    phrase.phrasing,
                    "'\(phrase.phrasing.text)' is found as \(best.entry.label(in: catalog)) ('\(book.phrases[best.phrase].phrasing.text)')"
                )
            )
        }
        return found
    }
}

extension Phrase {
    fileprivate var isException: Bool {
        switch entry {
        case .milestoneException, .redFlagException: true
        default: false
        }
    }
}
