import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemGuide
import TandemStore

/// From the guide's answer a family writes to a practice, sharing what it chooses. Nothing is kept before it is sent.
extension OpenVisit {
    private var site: Site { workspace.site }

    func writeInquiryPage() async throws -> Response {
        let guideForm = GuideForm(form, stage: .answer)
        guard let found = site.recommendation(guideForm) else {
            return .redirect(to: Address.home.path, type: .normal)
        }
        let parts = site.sharedParts(guideForm, found)
        let typed = FormBody(fields: parts.map { ("part", $0.key) })
        return try await writePage(guideForm, found, typed, Problems())
    }

    func sendInquiry() async throws -> Response {
        let guideForm = GuideForm(form, stage: .answer)
        guard let found = site.recommendation(guideForm) else {
            return .redirect(to: Address.home.path, type: .normal)
        }
        let now = store.effects.now()
        let practices = try await openPractices()
        var reader = FormReader(form)
        let read = InquiryForm.read(
            &reader,
            parts: site.sharedParts(guideForm, found),
            found: found,
            practices: practices,
            effects: store.effects
        )
        switch try await seal.standing(of: form["opened"] ?? "", at: now) {
        case _ where !reader.problems.isEmpty: break
        case .sound: break
        case .hasty: reader.problems.add("send", "That was very quick. Please look it over, then press Send again.")
        case .stale, .forged:
            reader.problems.add("send", "This page was open for a long time. Please press Send again.")
        }
        guard reader.problems.isEmpty, let inquiry = read else {
            return try await writePage(guideForm, found, form, reader.problems)
        }
        let token = Token(store.effects)
        // What people do not see was filled in: a program gets the thanks, and nothing is kept.
        guard (form[InquiryForm.trap] ?? "").isEmpty else { return sentPage(token, inquiry, practices) }
        let byAddress = try await store.countTry(.inquiryByAddress, by: address)
        let byPractice = try await store.countTry(.inquiryByPractice, by: inquiry.practice.text)
        guard byAddress, byPractice else { throw Failure.throttled }
        try await store.write(inquiry, token, letters: workspace.letters.inquiry(token, of: inquiry.practice))
        return sentPage(token, inquiry, practices)
    }

    /// The link stands on the page once; the answer to a post is kept by no history.
    private func sentPage(_ token: Token, _ inquiry: Inquiry, _ practices: [Practice]) -> Response {
        let practice = practices.first { $0.id == inquiry.practice }
        var values: Page.Values = [
            "practice": practice?.name ?? "",
            "link": workspace.settings.publicAddress + Address.ownInquiry(token, .page).path,
            "link_path": Address.ownInquiry(token, .page).path,
            "has_email": !inquiry.writer.email.isEmpty, "has_phone": !inquiry.writer.phone.isEmpty,
            "shows_mail": workspace.settings.showsMail, "is_kept": true,
        ]
        values.fill("phone", practice?.phone ?? "")
        return response("inquiry-sent", title: "Your letter is on its way", values)
    }

    private func writePage(
        _ guideForm: GuideForm,
        _ found: Recommendation,
        _ typed: FormBody,
        _ problems: Problems
    ) async throws -> Response {
        let practices = try await openPractices().sorted { $0.fit(found.disciplines) > $1.fit(found.disciplines) }
        let chosen = Set(typed.all("part"))
        let only = practices.count == 1 ? practices.first?.id.text : nil
        var values: Page.Values = [
            "state": guideForm.state(for: .answer),
            "action": Address.sentInquiries.path,
            "practices": practices.enumerated().map { index, practice in
                [
                    "id": practice.id.text, "name": practice.name, "place": practice.place,
                    "option_id": index == 0 ? "practice" : "practice-\(index + 1)",
                    "letter": practice.disciplines.letters,
                    "is_chosen": (typed["practice"] ?? only) == practice.id.text,
                ] as Page.Values
            },
            "has_practices": !practices.isEmpty,
            "parts": site.sharedParts(guideForm, found).enumerated().map { index, part in
                [
                    "key": part.key, "title": part.title, "option_id": index == 0 ? "part" : "part-\(index + 1)",
                    "is_chosen": chosen.contains(part.key), "lines": part.lines.map { ["text": $0] as Page.Values },
                ] as Page.Values
            },
            "fields": InquiryForm.fields.values(typed, problems),
            "is_kept": true,
            "opened": try await seal.seal(at: store.effects.now()),
        ]
        values["urgent"] = site.urgent(found, guideForm)
        return response("inquiry-write", title: "Write to a practice", values, problems: problems)
    }

    private var seal: FormSeal {
        get async throws { FormSeal(secret: try await store.secret("public forms")) }
    }

    private func openPractices() async throws -> [Practice] { try await store.practicesOpenToInquiries() }
}

extension Practice {
    /// How many of the therapies asked for it has; none asked for fits as well as all.
    fileprivate func fit(_ asked: [Discipline]) -> Int { asked.filter(disciplines.contains).count }
}

extension Throttle {
    static let inquiryByAddress = Throttle("inquiry by address", most: 10, within: .hours(1))
    static let inquiryByPractice = Throttle("inquiry by practice", most: 200, within: .days(1))
    static let inquiryLink = Throttle("inquiry link by address", most: 120, within: .minutes(10))
}

extension Letters {
    /// What goes out when an inquiry moves; `token` opens the family's page.
    func inquiry(_ token: Token, of practice: ID<Practice>) -> InquiryLetters {
        InquiryLetters(
            family: letter("mail-inquiry-family", to: .ownInquiry(token, .page)),
            token: token,
            practice: letter("mail-inquiry-practice", to: .practicePage(practice, .inquiries))
        )
    }
}
