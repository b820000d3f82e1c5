import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// What a family sees and does by its private link: what it wrote, what came back, and its yes or no.
extension OpenVisit {
    func ownInquiryPage(_ problems: Problems = Problems()) async throws -> Response {
        guard let (_, inquiries) = try await ownInquiries(), let newest = inquiries.last else {
            return deadLink(.inquiry)
        }
        return try await ownPage(newest, inquiries, problems)
    }

    func replyToInquiry() async throws -> Response {
        let text = form["text"]?.trimmed ?? ""
        return try await changeOwn { inquiry, effects in
            try inquiry.reply(text, at: effects.now())
            return nil
        }
    }

    func decideInquiry() async throws -> Response {
        guard let word = form["word"], word == "yes" || word == "no" else {
            return try await ownInquiryPage(Problems("word", "Choose yes or no."))
        }
        return try await changeOwn { inquiry, effects in
            try inquiry.decide(word == "yes", by: nil, at: effects.now(), id: effects.id())
        }
    }

    func endInquiry() async throws -> Response {
        try await changeOwn { inquiry, effects in
            try inquiry.close("", by: nil, at: effects.now())
            return nil
        }
    }

    /// The token and what it opens; guessing is slowed down.
    private func ownInquiries() async throws -> (Token, [Inquiry])? {
        guard try await store.countTry(.inquiryLink, by: address) else { throw Failure.throttled }
        guard let token = linkToken(), let found = try await store.inquiries(with: token) else { return nil }
        return (token, found.map(\.value))
    }

    private func changeOwn(
        _ rule: @escaping @Sendable (inout Inquiry, Effects) throws -> Inquiry?
    ) async throws -> Response {
        guard let (token, inquiries) = try await ownInquiries(), let newest = inquiries.last else {
            return deadLink(.inquiry)
        }
        let letters = workspace.letters.inquiry(token, of: newest.practice)
        do {
            try await store.changeInquiry(with: token, telling: letters, rule)
        } catch let fault as Inquiry.Fault {
            return try await ownInquiryPage(Problems("text", fault.message))
        }
        return .redirect(to: Address.ownInquiry(token, .page).path, type: .normal)
    }

    private func ownPage(_ newest: Inquiry, _ all: [Inquiry], _ problems: Problems) async throws -> Response {
        guard let token = linkToken() else { return deadLink(.inquiry) }
        let around = try await store.around(all)
        var values: Page.Values = [
            "inquiries": all.reversed().map { inquiry -> Page.Values in
                let practice = around.practices[inquiry.practice]
                let words = InquiryWords(
                    inquiry: inquiry,
                    practice: practice?.name ?? "The practice",
                    day: store.effects.day,
                    isFamily: true
                )
                return [
                    "practice": practice?.name ?? "", "phone": practice?.phone ?? "", "place": practice?.place ?? "",
                    "status": words.status, "steps": words.steps { around.names[$0] ?? "Somebody" },
                    "shared": words.shared,
                    "is_newest": inquiry.id == newest.id,
                ]
            },
            "is_kept": true, "is_open": newest.state.isOpen, "is_asked": newest.state == .passing,
            "reply_action": Address.ownInquiry(token, .reply).path,
            "word_action": Address.ownInquiry(token, .word).path,
            "end_action": Address.ownInquiry(token, .end).path,
            "text": problems.isEmpty ? "" : form["text"] ?? "",
        ]
        if let passing = newest.passing {
            values["passing"] = ["name": passing.name, "phone": passing.phone, "place": passing.place] as Page.Values
            values["goes_by_tandem"] = passing.practice != nil
        }
        return response("inquiry-own", title: "Your letter", values, problems: problems)
    }
}

extension Inquiry.Fault {
    /// What to do about it.
    var message: String {
        switch self {
        case .over: "This has ended already. Nothing was changed."
        case .empty: "Write a few words first."
        case .tooLong: "Write it a little shorter: 4,000 characters at most."
        case .notAsked: "Somebody has answered this already. Nothing was changed."
        }
    }
}
