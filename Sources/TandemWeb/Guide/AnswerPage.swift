import Hummingbird
import TandemCatalog
import TandemGuide

/// The answer: two tracks that meet, the reasons with the family's own words, and what to do next.
extension Site {
    func answerPage(_ form: GuideForm) -> Page {
        guard let found = recommendation(form) else { return homePage(form, error: GuideRefusal.empty.message) }
        let words = AnswerWords(found)
        var values: Page.Values = [
            "state": form.state(for: .answer),
            "headline": words.headline,
            "lead": words.lead,
            "is_unsure": found.confidence.level == .unsure && found.urgency < .doctorNow,
            "unsure_text": AnswerWords.unsure,
            "quote": Quote(text: form.text, found: found).values,
            "reasons": reasonValues(found, form),
            "strengths": found.strengths.map { form.text.utf8Text($0) },
            "has_strengths": !found.strengths.isEmpty,
            "milestones": milestoneValues(found),
            "has_milestones": !milestoneValues(found).isEmpty,
            "elsewhere": elsewhereValues(found),
            "has_elsewhere": !found.elsewhere.isEmpty,
            "ask": AnswerWords.questions,
            "call": AnswerWords.whenToCall,
        ]
        if found.urgency < .doctorNow { values["sure_text"] = words.sure }
        addTracks(found, to: &values)
        addHome(found, to: &values)
        if found.urgency < .doctorNow { values["early"] = EarlyHelp.values(age: found.age) }
        if found.urgency < .doctorNow, !found.disciplines.isEmpty {
            values["near_therapy"] = found.disciplines.count == 2 ? "both" : found.disciplines[0].rawValue
        }
        if takesInquiries, found.urgency < .doctorNow { values["inquiry_action"] = Address.newInquiry.path }
        values["urgent"] = urgent(found, form)
        return Page(template: "guide-answer", title: words.headline, section: .guide, values: values)
    }

    private func skills(_ found: Recommendation) -> [Skill] { found.skills.compactMap(catalog.skill) }

    private func addTracks(_ found: Recommendation, to values: inout Page.Values) {
        for discipline in found.disciplines {
            let key = discipline == .physical ? "pt" : "ot"
            let mine = skills(found).filter { $0.lead.contains(discipline) }.prefix(5)
            // Beside an emergency, a hunch without a skill says nothing.
            if mine.isEmpty, found.urgency >= .doctorNow { continue }
            let track: Page.Values = [
                "name": discipline.name.capitalizedFirst,
                "lead": AnswerWords.trackLead(discipline),
                "skills": mine.map(Mark.skill),
                "works": mine.prefix(3).compactMap { $0.approach[discipline] },
            ]
            values[key] = track
            values["has_" + key] = true
        }
        let together = found.disciplines.count == 2 ? togetherTexts(found) : []
        values["together"] = together.map { ["text": $0] } as [Page.Values]
        values["has_together"] = !together.isEmpty
    }

    /// What both do for one activity: "Put on pants: PT works on standing balance, OT on buttons and zips."
    private func togetherTexts(_ found: Recommendation) -> [String] {
        let named = found.together.prefix(2).compactMap(catalog.activity).map { activity in
            let skills = activity.skills.compactMap(catalog.skill)
            func names(_ discipline: Discipline) -> String {
                skills.filter { $0.lead.first == discipline }.prefix(2).map { $0.name.lowercasedFirst }.joined(
                    separator: " and "
                )
            }
            return "\(activity.name): PT could work on \(names(.physical)), and OT on \(names(.occupational))."
        }
        guard !named.isEmpty else {
            return ["Ask both to agree on one plan and one short list of things to do at home."]
        }
        return named + ["Ask both to agree on one plan and one short list of things to do at home."]
    }

    private func addHome(_ found: Recommendation, to values: inout Page.Values) {
        guard found.urgency < .doctorNow else { return }
        let skills = skills(found).filter { skill in found.disciplines.contains { skill.lead.contains($0) } }
        let home = homeValues(skills, lead: found.disciplines, most: 3)
        values["home"] = home
        values["has_home"] = !home.isEmpty
        values["home_minutes"] = home.compactMap { $0["minutes"] as? Int }.reduce(0, +)
    }

    private func reasonValues(_ found: Recommendation, _ form: GuideForm) -> [Page.Values] {
        found.reasons.filter { !$0.lead.isEmpty && !$0.skills.isEmpty }.prefix(5).compactMap { reason in
            guard let (name, href) = nameAndAddress(reason.entry) else { return nil }
            let skills = reason.skills.compactMap(catalog.skill)
            let shown = skills.filter { skill in reason.lead.contains { skill.lead.contains($0) } }.prefix(5)
            return Mark.values(reason.lead).merging(
                [
                    "words": reason.span.isEmpty ? name : form.text.utf8Text(reason.span),
                    "activity": name,
                    "activity_href": href,
                    "skills": shown.map(Mark.skill),
                ],
                uniquingKeysWith: { $1 }
            )
        }
    }

    private func nameAndAddress(_ entry: Entry) -> (name: String, href: String)? {
        switch entry {
        case .activity(let index): (catalog.activities[index].name, Address.activity(catalog.activities[index].id).path)
        case .skill(let index): (catalog.skills[index].name, Address.skill(catalog.skills[index].id).path)
        case .condition(let index):
            catalog.conditions[index].skills.first.map { (catalog.conditions[index].name, Address.skill($0).path) }
        case .milestone(let index):
            catalog.milestones[index].skills.first.map {
                (catalog.milestones[index].does.capitalizedFirst, Address.skill($0).path)
            }
        default: nil
        }
    }

    private func milestoneValues(_ found: Recommendation) -> [Page.Values] {
        found.milestones.compactMap { finding -> Page.Values? in
            guard let standing = finding.standing, !finding.isReached else { return nil }
            let milestone = catalog.milestones[finding.milestone]
            return [
                "does": milestone.does.capitalizedFirst,
                "text": AnswerWords.milestone(standing, milestone),
                "is_typical": standing == .typical,
                "is_watch": standing == .watch,
                "is_refer": standing == .refer,
            ]
        }
    }

    private func elsewhereValues(_ found: Recommendation) -> [Page.Values] {
        found.elsewhere.prefix(3).map { index in
            let entry = catalog.elsewhere[index]
            return ["name": entry.name, "who": entry.who.capitalizedFirst, "action": entry.action]
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
