import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// One inquiry for the practice: what the family shares, what was said, and the ways on.
extension PracticeVisit {
    /// An inquiry with the names around it.
    struct OpenInquiry: Sendable {
        let inquiry: Inquiry
        let around: InquirySurroundings
        /// To whom the family could be passed on.
        let passing: PassingForm
    }

    func inquiryPage() async throws -> Response { inquiryPage(try await openInquiry(), Problems()) }

    func openInquiry() async throws -> OpenInquiry {
        let id = try visit.id("inquiry", of: Inquiry.self)
        return try await visit.store.lookAtInquiry(id, in: practice, by: visit.who) { [practice] connection, found in
            OpenInquiry(
                inquiry: found.value,
                around: try connection.around([found.value]),
                passing: PassingForm(
                    try connection.partners(of: practice).map(\.value),
                    try connection.practicesOpenToInquiries().filter { $0.id != practice }
                )
            )
        }
    }

    func answerInquiry() async throws -> Response {
        let text = form["text"]?.trimmed ?? ""
        return try await changeInquiry { inquiry, stamp, _ in
            try inquiry.answer(text, by: stamp)
            return nil
        }
    }

    func askToPassInquiry() async throws -> Response {
        let open = try await openInquiry()
        var reader = FormReader(form)
        let read = open.passing.read(&reader)
        guard reader.problems.isEmpty, let passing = read else { return inquiryPage(open, reader.problems) }
        let text = form["text"]?.trimmed ?? ""
        return try await changeInquiry { inquiry, stamp, _ in
            try inquiry.ask(toPassTo: passing, text, by: stamp)
            return nil
        }
    }

    /// The family said yes or no on the phone.
    func recordWord() async throws -> Response {
        guard let word = form["word"], word == "yes" || word == "no" else {
            return inquiryPage(try await openInquiry(), Problems("word", "Choose what the family said."))
        }
        return try await changeInquiry { inquiry, stamp, effects in
            try inquiry.decide(word == "yes", by: stamp, at: stamp.at, id: effects.id())
        }
    }

    func closeInquiry() async throws -> Response {
        let reason = form["reason"]?.trimmed ?? ""
        return try await changeInquiry { inquiry, stamp, _ in
            try inquiry.close(reason, by: stamp.by, at: stamp.at)
            return nil
        }
    }

    private func changeInquiry(
        _ rule: @escaping @Sendable (inout Inquiry, Stamp, Effects) throws -> Inquiry?
    ) async throws -> Response {
        let id = try visit.id("inquiry", of: Inquiry.self)
        let account = visit.who.account
        let token = Token(visit.store.effects)
        do {
            try await visit.store.changeInquiry(
                id,
                in: practice,
                by: visit.who,
                telling: visit.workspace.letters.inquiry(token, of: practice)
            ) { try rule(&$0, Stamp(by: account, at: $1.now()), $1) }
        } catch let fault as Inquiry.Fault {
            return inquiryPage(try await openInquiry(), Problems("text", fault.message))
        }
        return visit.redirect(.inquiry(practice, id, .page), .saved)
    }

    private func inquiryPage(_ open: OpenInquiry, _ problems: Problems) -> Response {
        let inquiry = open.inquiry
        let words = InquiryWords(
            inquiry: inquiry,
            practice: visit.session.practices.first { $0.id == practice }?.name ?? "",
            day: visit.store.effects.day,
            isFamily: false
        )
        func href(_ page: InquiryPage) -> String { Address.inquiry(practice, inquiry.id, page).path }
        let typed = problems.isEmpty ? FormBody(fields: []) : form
        var values: Page.Values = [
            "writer": inquiry.writer.name, "status": words.status, "shared": words.shared,
            "steps": words.steps { open.around.names[$0] ?? "Somebody" },
            "may_act": inquiry.state.isOpen && may(.answerInquiries), "is_asked": inquiry.state == .passing,
            "all_href": Address.practicePage(practice, .inquiries).path,
            "answer_action": href(.answer), "taking_href": href(.takingOn), "passing_action": href(.passing),
            "word_action": href(.word), "closing_action": href(.closing),
            "text": typed["text"] ?? "", "reason": typed["reason"] ?? "",
        ]
        values.merge(open.passing.values(typed, problems)) { $1 }
        values.fill("called_name", inquiry.about.calledName)
        values.fill("age", inquiry.about.age)
        values.fill("letter", inquiry.about.disciplines.letters)
        values.fill("phone", inquiry.writer.phone)
        values.fill("email", inquiry.writer.email)
        values.fill("best_time", inquiry.writer.bestTime)
        if let passing = inquiry.passing { values["passing_name"] = passing.name }
        if let child = inquiry.child { values["child_href"] = Address.child(child).path }
        return response("inquiry", title: "Inquiry", at: .inquiries, values, problems: problems)
    }
}
