import Hummingbird
import TandemCatalog
import TandemGuide

/// One printed page for the pediatrician: what was noticed, and a draft of the reason for an evaluation.
extension Site {
    func letter(_ form: GuideForm) -> Response {
        guard let found = recommendation(form) else {
            return response(homePage(form, error: GuideRefusal.empty.message), isPrivate: true)
        }
        var values: Page.Values = [
            "date": Self.text(of: today()),
            "age": found.age.map { AgeText.text($0.months) } ?? "",
            "noticed": form.text.isEmpty
                ? form.picked.compactMap { catalog.activity(Slug($0))?.name }.joined(separator: ", ") : form.text,
            "flags": found.flags.map { catalog.redFlags[$0.flag].name },
            "milestones": found.milestones.filter { !$0.isReached && $0.standing != nil && $0.standing != .typical }.map
            {
                "\(catalog.milestones[$0.milestone].question) Not yet."
            },
        ]
        values["state"] = form.state(for: .answer)
        values["urgent"] = urgent(found, form)
        for discipline in found.disciplines
        where found.skills.compactMap(catalog.skill).contains(where: { $0.lead.contains(discipline) }) {
            let key = discipline == .physical ? "pt_reason" : "ot_reason"
            values[key] = reason(discipline, found)
            values["has_" + key] = true
        }
        return response(
            Page(template: "guide-letter", title: "A page for the doctor", section: .guide, values: values),
            isPrivate: true
        )
    }

    private func reason(_ discipline: Discipline, _ found: Recommendation) -> String {
        let skills = found.skills.compactMap(catalog.skill).filter { $0.lead.contains(discipline) }.prefix(4)
        let activities = found.reasons.compactMap { reason -> String? in
            guard case .activity(let index) = reason.entry, reason.lead.contains(discipline) else { return nil }
            return catalog.activities[index].name.lowercasedFirst
        }
        let about = activities.isEmpty ? "" : " Daily life affected: \(activities.prefix(3).joined(separator: ", "))."
        let names = skills.map { "\($0.name.lowercasedFirst) (ICF \($0.icf.first ?? ""))" }.joined(separator: ", ")
        return "Draft reason: please evaluate \(names).\(about)"
    }

    private static func text(of date: CalendarDate) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(names[max(0, min(11, date.month - 1))]) \(date.day), \(date.year)"
    }
}
