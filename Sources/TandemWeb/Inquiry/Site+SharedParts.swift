import TandemCare
import TandemCatalog
import TandemGuide

/// What a family can share of what it told the guide, part by part; nothing is typed twice.
extension Site {
    func sharedParts(_ form: GuideForm, _ found: Recommendation) -> [SharedPart] {
        let told = form.text.isEmpty ? form.picked.compactMap { catalog.activity(Slug($0))?.name } : [form.text]
        let answers = form.answers.compactMap { answer -> String? in
            guard answer.value != QuestionCard.unknown, let card = QuestionCard(id: answer.id, catalog: catalog),
                let label = card.options.first(where: { $0.value == answer.value })?.label
            else { return nil }
            return "\(card.text) \(label)."
        }
        let notYet = found.milestones.filter { !$0.isReached && $0.standing != nil && $0.standing != .typical }
            .map { "\(catalog.milestones[$0.milestone].question) Not yet." }
        let flags = found.flags.map { "For a doctor: \(catalog.redFlags[$0.flag].name)." }
        let parts = [
            SharedPart(key: "words", title: "What we see", lines: told),
            SharedPart(key: "age", title: "Age", lines: found.age.map { [AgeText.text($0.months)] } ?? []),
            SharedPart(
                key: "answer",
                title: "What the guide answered",
                lines: [AnswerWords(found).headline + "."] + flags + workLines(found)
            ),
            SharedPart(key: "questions", title: "What the guide asked, and what we said", lines: answers + notYet),
        ]
        return parts.filter { !$0.lines.isEmpty }
    }

    /// "PT could look at: standing balance, leg strength."
    private func workLines(_ found: Recommendation) -> [String] {
        let skills = found.skills.compactMap(catalog.skill)
        return found.disciplines.compactMap { discipline in
            let names = skills.filter { $0.lead.first == discipline }.prefix(5).map(\.name.lowercasedFirst)
            return names.isEmpty ? nil : "\(discipline.rawValue) could look at: \(names.joined(separator: ", "))."
        }
    }
}
