import TandemCatalog
import TandemGuide

/// The pages of the guide that ask.
extension Site {
    func homePage(_ form: GuideForm = GuideForm(), error: String? = nil) -> Page {
        var values: Page.Values = [
            "text": form.text,
            "examples": [
                "My 4 year old falls over putting her pants on and can't do zips.",
                "He is 9 and his handwriting is so slow that he hates school.",
                "She sprained her ankle. When can she play soccer again?",
            ],
            "articles": articles.map(\.card),
        ]
        if let error { values["error"] = ["message": error] as Page.Values }
        let title = "Tandem: PT, OT, both, or a doctor first?"
        return Page(template: "home", title: (error == nil ? "" : "Error: ") + title, section: .guide, values: values)
    }

    func agePage(_ form: GuideForm, errors: [(field: String, message: String)] = []) -> Page {
        var values: Page.Values = [
            "state": form.state(for: .age),
            "years": form.years,
            "months": form.months,
            "weeks_early": form.weeksEarly,
            "unknown": form.ageIsUnknown,
            "errors": errors.map { ["field": $0.field, "message": $0.message] } as [Page.Values],
        ]
        for error in errors { values["error_" + error.field] = error.message }
        values["urgent"] = recommendation(form).flatMap { urgent($0, form) }
        let title = (errors.isEmpty ? "" : "Error: ") + "How old is your child?"
        return Page(template: "guide-age", title: title, section: .guide, values: values)
    }

    /// - Parameter unknownWords: UTF-8 offsets into the form's text; given where the words led nowhere.
    func pickPage(_ form: GuideForm, unknownWords: [Range<Int>]? = nil, error: String? = nil) -> Page {
        var values: Page.Values = ["state": form.state(for: .pick), "text": form.text, "areas": pickAreas(form.picked)]
        if let unknownWords {
            values["not_understood"] = true
            values["unknown_words"] = unknownWords.prefix(6).map { form.text.utf8Text($0) }
        }
        if let error { values["errors"] = [["field": "pick", "message": error]] as [Page.Values] }
        let title = (error == nil ? "" : "Error: ") + "Pick what is hard, or what you hope for"
        return Page(template: "guide-pick", title: title, section: .guide, values: values)
    }

    private func pickAreas(_ picked: [String]) -> [Page.Values] {
        Shelf.areas(of: catalog.activities, area: \.provenance.area).map { area, activities in
            let items: [Page.Values] = activities.map { activity in
                ["id": activity.id.text, "name": activity.name, "checked": picked.contains(activity.id.text)]
            }
            return [
                "name": area, "id": Shelf.anchor(area), "items": items,
                "open": activities.contains { picked.contains($0.id.text) },
            ]
        }
    }

    /// The red flags asked of everybody of this age, as questions.
    func checkPage(_ form: GuideForm, isMissing: Bool = false) -> Page {
        let found = recommendation(form)
        var values: Page.Values = [
            "state": form.state(for: .check),
            "groups": checkGroups(form, found),
            "none": form.hasNoFlags,
        ]
        if isMissing {
            let message = "Pick what you see, or \"None of these\"."
            values["error_flag"] = message
            values["errors"] = [["field": "flag", "message": message]] as [Page.Values]
        }
        values["urgent"] = found.flatMap { urgent($0, form) }
        let title = (isMissing ? "Error: " : "") + "One last check"
        return Page(template: "guide-check", title: title, section: .guide, values: values)
    }

    private func checkGroups(_ form: GuideForm, _ found: Recommendation?) -> [Page.Values] {
        let age = found?.age?.corrected
        let asked = catalog.redFlags.filter { flag in
            form.flags.contains(flag.id.text)
                || flag.isAskedOfEverybody && (age.map { flag.ages?.contains($0) ?? true } ?? true)
        }
        let groups: [(String, (RedFlag) -> Bool)] = [
            ("Right now, or today", { $0.urgency == .emergency }),
            ("In the last days or weeks", { $0.urgency != .emergency }),
        ]
        return groups.map { name, belongs in
            let questions: [Page.Values] = asked.filter(belongs).map {
                ["id": $0.id.text, "text": $0.question, "checked": form.flags.contains($0.id.text)]
            }
            return ["name": name, "questions": questions]
        }
    }
}
