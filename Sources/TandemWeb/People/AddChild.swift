import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Adding a child: few fields now, the rest later. Records that may be of the same child are shown first.
extension PracticeVisit {
    private static var who: [Field] {
        [ChildForm.givenName, ChildForm.familyName, ChildForm.preferredName, ChildForm.birthDate]
    }
    private static var home: [Field] {
        [ChildForm.language, ChildForm.interpreter, HomeForm.contact, HomeForm.phone, HomeForm.email]
    }

    func newChildPage() -> Response { page(FormBody(fields: []), Problems(), []) }

    func addChild() async throws -> Response {
        let today = visit.workspace.site.today()
        var reader = FormReader(form)
        let read = ChildForm.read(&reader, today: today)
        let home = HomeForm.read(&reader)
        guard reader.problems.isEmpty, var new = read else { return page(form, reader.problems, []) }
        if !(home.contact + home.phone + home.email).isEmpty { new.home = home }
        let (practice, now, effects) = (practice, visit.store.effects.now(), visit.store.effects)
        let likely = try await visit.store.look(in: practice, .findChildren, by: visit.who) { [new] connection in
            try connection.likelyDuplicates(of: new.child(effects.id()), in: practice, at: now)
        }
        let isChecked = form["anyway"] == "1"
        if !likely.isEmpty, !isChecked {
            var problems = Problems()
            if form["asked"] == "1" {
                problems.add("anyway", "Look at the records below. If none is this child, tick the box.")
            }
            return page(form, problems, likely)
        }
        let mine = visit.who.memberships.first { $0.practice == practice }
        let isClinician = mine?.roles.contains { $0.isClinician } ?? false
        let therapists: Set<ID<Account>> = isClinician ? [visit.who.account] : []
        let child = try await change { [new] in try $0.addChild(new, to: practice, therapists: therapists) }
        return visit.redirect(.child(child.id), .added)
    }

    private func page(_ typed: FormBody, _ problems: Problems, _ likely: [LikelyDuplicate]) -> Response {
        let today = visit.workspace.site.today()
        var values: Page.Values = [
            "action": Address.practicePage(practice, .newChild).path,
            "fields": Self.who.values(typed, problems), "more_fields": Self.home.values(typed, problems),
            "likely": likely.map { $0.values(today: today) }, "has_likely": !likely.isEmpty,
        ]
        values["error_anyway"] = problems["anyway"]
        return response("child-new", title: "Add a child", at: .newChild, values, problems: problems)
    }
}

extension LikelyDuplicate {
    /// For `child-likely.mustache`.
    func values(today: CalendarDate) -> Page.Values {
        [
            "name": child.fullName, "href": Address.child(child.id).path, "born": DateText.text(child.birthDate),
            "age": DateText.age(child.birthDate, on: today), "reasons": likeness.reasons.joined(separator: ", "),
        ]
    }
}
