import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A practice takes a child on: the record begins with what the family has written, so that nobody asks again.
extension PracticeVisit {
    private static var who: [Field] {
        [ChildForm.givenName, ChildForm.familyName, ChildForm.preferredName, ChildForm.birthDate]
    }
    private static var home: [Field] {
        [ChildForm.language, ChildForm.interpreter, HomeForm.contact, HomeForm.phone, HomeForm.email]
    }

    func takingOnPage() async throws -> Response {
        let inquiry = try await openInquiry().inquiry
        let typed = FormBody(fields: [
            ("given_name", inquiry.about.calledName), ("contact", inquiry.writer.name),
            ("phone", inquiry.writer.phone), ("email", inquiry.writer.email),
        ])
        return takingOnPage(inquiry, typed, Problems(), [])
    }

    func takeOnInquiry() async throws -> Response {
        let inquiry = try await openInquiry().inquiry
        var reader = FormReader(form)
        let read = ChildForm.read(&reader, today: visit.workspace.site.today())
        let home = HomeForm.read(&reader)
        guard reader.problems.isEmpty, let new = read else {
            return takingOnPage(inquiry, form, reader.problems, [])
        }
        let (store, practice) = (visit.store, practice)
        let now = store.effects.now()
        let likely = try await store.look(in: practice, .findChildren, by: visit.who) { connection in
            try connection.likelyDuplicates(of: new.child(store.effects.id()), in: practice, at: now)
        }
        if !likely.isEmpty, form["anyway"] != "1" {
            if form["asked"] == "1" {
                reader.problems.add("anyway", "Look at the records below. If none is this child, tick the box.")
            }
            return takingOnPage(inquiry, form, reader.problems, likely)
        }
        let mine = visit.who.memberships.first { $0.practice == practice }
        let isClinician = mine?.roles.contains { $0.isClinician } ?? false
        let token = Token(store.effects)
        let letter = visit.workspace.letters.familyInvitation(token, from: visit.session.account.name)
        do {
            let child = try await store.takeOn(
                inquiry.id,
                as: new,
                home: home,
                in: practice,
                by: visit.who,
                therapists: isClinician ? [visit.who.account] : [],
                intake: intake(inquiry),
                inviting: inquiry.writer.email.isEmpty ? nil : (token, letter)
            )
            return visit.redirect(.child(child), .added)
        } catch is Inquiry.Fault {
            return visit.redirect(.inquiry(practice, inquiry.id, .page))
        }
    }

    /// What the family wrote begins the intake form, in its own words.
    private func intake(_ inquiry: Inquiry) -> (section: IntakeForm.Section, answers: [String: String])? {
        let section = visit.workspace.site.intakeForm.sections.first { $0.key == "worries" }
        let told = inquiry.shared.first { $0.key == "words" }?.lines ?? []
        let text = (told + [inquiry.steps.first?.text ?? ""]).filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard let section, !text.isEmpty else { return nil }
        return (section, ["worries": text])
    }

    private func takingOnPage(
        _ inquiry: Inquiry,
        _ typed: FormBody,
        _ problems: Problems,
        _ likely: [LikelyDuplicate]
    ) -> Response {
        let today = visit.workspace.site.today()
        var values: Page.Values = [
            "action": Address.inquiry(practice, inquiry.id, .takingOn).path,
            "back_href": Address.inquiry(practice, inquiry.id, .page).path,
            "writer": inquiry.writer.name, "is_open": inquiry.state.isOpen,
            "has_email": !inquiry.writer.email.isEmpty,
            "fields": Self.who.values(typed, problems), "more_fields": Self.home.values(typed, problems),
            "likely": likely.map { $0.values(today: today) }, "has_likely": !likely.isEmpty,
        ]
        if !inquiry.about.age.isEmpty { values["age"] = inquiry.about.age }
        values["error_anyway"] = problems["anyway"]
        return response("inquiry-taking-on", title: "Take the child on", at: .inquiries, values, problems: problems)
    }
}
