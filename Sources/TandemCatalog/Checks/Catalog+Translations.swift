/// The checks of the Spanish texts against the English: every skill, every home activity, every number.
extension Catalog {
    /// What is wrong with the Spanish files themselves, and where they do not fit the English.
    package func translationDiagnostics() -> [Diagnostic] {
        let (read, problems) = translations.read()
        var found = problems
        var seen: [Slug<Skill>: Provenance] = [:]
        for translation in read {
            let place = translation.provenance
            func report(_ message: String) {
                found.append(Diagnostic(file: place.file, line: place.line, message: message))
            }
            if let first = seen[translation.id] {
                report("'\(translation.id)' is translated already in \(first.file), line \(first.line)")
                continue
            }
            seen[translation.id] = place
            guard let skill = skill(translation.id) else {
                report("'\(translation.id)' is translated, but there is no such skill")
                continue
            }
            for message in misfits(of: translation, to: skill) { report(message) }
        }
        for skill in skills where seen[skill.id] == nil {
            let place = skill.provenance
            found.append(
                Diagnostic(file: place.file, line: place.line, message: "'\(skill.id)' has no Spanish translation")
            )
        }
        return found
    }

    /// Why a translation cannot stand for its skill: activities missing or too many, a text that is empty, digits that differ.
    func misfits(of translation: SkillTranslation, to skill: Skill) -> [String] {
        guard translation.home.count == skill.home.count else {
            return [
                "'\(skill.id)' has \(skill.home.count) home activities in English and \(translation.home.count) in Spanish"
            ]
        }
        var texts = [
            ("name", skill.name, translation.name),
            ("stop", skill.stop, translation.stop),
        ]
        for (english, spanish) in zip(skill.home, translation.home) {
            texts += [
                ("do of '\(english.name)'", english.name, spanish.name),
                ("how of '\(english.name)'", english.how, spanish.how),
                ("safety of '\(english.name)'", english.safety, spanish.safety),
            ]
        }
        return texts.compactMap { field, english, spanish in
            if spanish.isEmpty, !english.isEmpty { return "'\(skill.id)': \(field) is empty in Spanish" }
            let (wanted, found) = (Self.numbers(english), Self.numbers(spanish))
            if wanted == found { return nil }
            return "'\(skill.id)': \(field) says \(Self.list(wanted)) in English and \(Self.list(found)) in Spanish"
        }
    }

    /// The numbers written in digits, sorted, since languages order their words differently.
    private static func numbers(_ text: String) -> [String] {
        text.split { !("0"..."9").contains($0) }.map(String.init).sorted()
    }

    private static func list(_ numbers: [String]) -> String {
        numbers.isEmpty ? "no number" : numbers.joined(separator: ", ")
    }
}
