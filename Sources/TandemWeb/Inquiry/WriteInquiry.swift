import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDirectory
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
        let typed = FormBody(fields: parts.map { ("part", $0.key) } + [("near", form["near"] ?? "")])
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
        var problems = problems
        let origin = try await origin(typed, &problems)
        let practices = PracticeChoice(
            try await openPractices(),
            asked: found.disciplines,
            near: origin,
            in: workspace.directory?.places
        )
        let chosen = Set(typed.all("part"))
        var values: Page.Values = [
            "state": guideForm.state(for: .answer),
            "action": Address.sentInquiries.path, "near_action": Address.newInquiry.path,
            "near": workspace.directory == nil ? [] : [PracticeChoice.near.values(typed, problems)],
            "near_text": typed["near"] ?? "", "is_near": origin != nil,
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
        values.merge(practices.values(chosen: typed["practice"])) { $1 }
        values["urgent"] = site.urgent(found, guideForm)
        return response("inquiry-write", title: "Write to a practice", values, problems: problems)
    }

    /// Where the family says that it lives; `nil` where it does not say, or nobody knows the place.
    private func origin(_ typed: FormBody, _ problems: inout Problems) async throws -> Position? {
        guard let places = workspace.directory?.places, let text = typed["near"]?.trimmed, !text.isEmpty else {
            return nil
        }
        try await countLook()
        do throws(Places.Miss) { return try places.find(String(text.prefix(80))).position } catch {
            problems.add("near", error.message)
            return nil
        }
    }

    private var seal: FormSeal {
        get async throws { FormSeal(secret: try await store.secret("public forms")) }
    }

    private func openPractices() async throws -> [Practice] { try await store.practicesOpenToInquiries() }
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
