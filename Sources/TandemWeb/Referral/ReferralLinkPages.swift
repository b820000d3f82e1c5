import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// The one page of a partner without an account. The link alone shows nothing; with the code it opens the referral. The code
/// travels in the body of each form, never in an address or a cookie.
extension OpenVisit {
    /// Tries with codes from one place: enough for a slip of the finger, far too few to guess.
    private static let tries = Throttle("referral link by address", most: 30, within: .minutes(15))

    func referralLinkPage() async throws -> Response {
        guard let token = linkToken(), try await store.isLinkAlive(token) else { return deadReferralLink }
        return codePage(token, Problems())
    }

    func openReferralLink() async throws -> Response {
        guard let token = linkToken() else { return deadReferralLink }
        guard try await store.countTry(Self.tries, by: address) else { throw Failure.throttled }
        let code = (form["code"] ?? "").filter { $0.isNumber }
        guard code.utf8.count == 6 else {
            guard try await store.isLinkAlive(token) else { return deadReferralLink }
            return codePage(token, Problems("code", "Write the six digits of the code."))
        }
        var reader = FormReader(form)
        let act = form["event"].flatMap(ReferralEvent.init(rawValue:)).map { ReferralMoveForm(event: $0).read(&reader) }
        let (version, rules, problems) = (reader.version, workspace.referralRules, reader.problems)
        let text = form["what"] == "message" ? form["text"] ?? "" : nil
        var all = problems
        let outcome = try await reading(token, code, &all) { transaction, referral in
            if let act, problems.isEmpty {
                try transaction.actByLink(act, referral, version: version, rules)
            } else if let text {
                try transaction.writeByLink(text, referral.value, rules.letters)
            }
            return try transaction.viewByLink(referral.value.id)
        }
        switch outcome {
        case .dead: return deadReferralLink
        case .wrongCode:
            return codePage(token, Problems("code", "This is not the code. Ask the practice that wrote to you."))
        case .opened(let view):
            try await store.forgetTries(Self.tries, by: address)
            return page(view, token, code, all)
        }
    }

    /// What the rules say no to is told on the page; nothing was done then, and the page is read again.
    private func reading(
        _ token: Token,
        _ code: String,
        _ problems: inout Problems,
        _ body: @escaping @Sendable (Transaction, Versioned<Referral>) throws -> ReferralView
    ) async throws -> LinkOutcome<ReferralView> {
        do {
            return try await store.open(token, code: code, body)
        } catch StoreFailure.conflict {
            problems.add(
                "moves",
                "Somebody else has acted since you opened this page, so nothing was done. Read below what happened."
            )
        } catch let fault as ReferralFault {
            problems.add("moves", fault.message)
        }
        return try await store.open(token, code: code) { try $0.viewByLink($1.value.id) }
    }

    private func codePage(_ token: Token, _ problems: Problems) -> Response {
        response(
            "referral-link-code",
            title: "A referral for you",
            ["action": Address.referralLink(token).path],
            problems: problems
        )
    }

    private var deadReferralLink: Response {
        response("referral-link-dead", title: "This link no longer works", [:], status: .notFound)
    }

    private func page(_ view: ReferralView, _ token: Token, _ code: String, _ problems: Problems) -> Response {
        let referral = view.referral.value
        let words = ReferralWords(
            referral: referral,
            names: view.names,
            table: workspace.site.rules.referrals,
            now: store.effects.now(),
            day: store.effects.day
        )
        let isSealed = referral.consent.given == nil
        let events = workspace.site.rules.referrals.offered(referral, by: .recipient)
        let typed = problems.isEmpty ? FormBody("") : form
        var values = words.values(forFamily: false)
        values.merge([
            "moves_action": Address.referralLink(token).path,
            "messages_action": Address.referralLink(token).path, "link_code": code, "may_write": true,
            "may_go_on": false, "version": view.referral.version,
            "child": isSealed ? "A child" : view.child.fullName, "request": isSealed ? "" : referral.request,
            "is_hidden": isSealed, "parts": isSealed ? [] : words.parts, "steps": words.steps,
            "order_words": referral.order.words, "messages": view.messages.map { $0.values(words) },
            "moves": events.enumerated().map { index, event in
                ReferralMoveForm(event: event).values(typed, problems, isFirst: index == 0)
            }, "has_moves": !events.isEmpty, "sender_phone": view.names.practices[referral.from]?.phone ?? "",
        ]) { $1 }
        return response("referral-link", title: "A referral for you", values, problems: problems)
    }
}

/// The cover sheet for a fax, and the package behind it.
extension PracticeVisit {
    func referralCover() async throws -> Response {
        let id = try referralID()
        let (view, link, now) = try await visit.store.look(at: id, in: practice, by: visit.who) { connection, permit in
            guard permit.side == .sender, permit.referral.value.consent.given != nil else {
                throw StoreFailure.notFound
            }
            return (try connection.view(permit), try connection.link(of: id, at: permit.now), permit.now)
        }
        let referral = view.referral.value
        let words = referralWords(view, now)
        var values = words.values(forFamily: false)
        values.merge([
            "child": view.child.fullName, "request": referral.request, "parts": words.parts,
            "order_words": referral.order.words, "today": DateText.text(visit.workspace.site.today()),
            "sender_phone": view.names.practices[referral.from]?.phone ?? "", "to_phone": view.names.phone(referral),
            "referral_href": Address.referral(practice, id, .page).path,
        ]) { $1 }
        if let partner = referral.to.partner.flatMap({ view.names.partners[$0] }), !partner.fax.isEmpty {
            values["fax"] = partner.fax
        }
        if let link, !link.isLocked { values["code"] = link.code }
        return response("referral-cover", title: "Cover sheet", at: .referrals, values.withoutEmptyTexts)
    }
}
