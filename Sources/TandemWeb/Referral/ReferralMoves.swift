import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Working on a referral. Whatever the rules say no to is told on the page, with what was typed; where somebody else has acted
/// meanwhile the page shows what they did, and nothing was done.
extension PracticeVisit {
    func moveReferral() async throws -> Response {
        guard let event = form["event"].flatMap(ReferralEvent.init(rawValue:)) else {
            return try await referralPage(form, Problems("moves", "Choose what happened."))
        }
        var reader = FormReader(form)
        let act = ReferralMoveForm(event: event).read(&reader)
        guard reader.problems.isEmpty else { return try await referralPage(form, reader.problems) }
        let (version, rules, letters) = (reader.version, visit.workspace.referralRules, visit.workspace.letters)
        let token = Token(visit.store.effects)
        return try await working { transaction, permit in
            let referral = try transaction.act(act, permit, version: version, rules).value
            if act.event == .send { try transaction.sendLink(token, referral, letters) }
        }
    }

    /// The family's yes: asked in Tandem, or written down as it was told.
    func referralConsent() async throws -> Response {
        var reader = FormReader(form)
        let (version, rules) = (reader.version, visit.workspace.referralRules)
        guard form["what"] == "told" else {
            return try await working { try $0.askFamily($1, version: version, rules) }
        }
        let way = form["way"].flatMap(ReferralConsent.Given.Way.init(rawValue:))
        if way == nil || way == .tandem { reader.problems.add("way", "Choose how they said yes.") }
        let name = reader.text(SpokenConsentForm.name, missing: "Write who said yes.")
        let scope = Set(form.all("scope").compactMap(Consent.Scope.init(rawValue:)))
        if scope.isEmpty { reader.problems.add("scope", "Choose what they may see.") }
        guard reader.problems.isEmpty, let way else { return try await referralPage(form, reader.problems) }
        let coversNext = form["covers_next"] == "1"
        return try await working {
            try $0.writeDownConsent(way, name: name, scope: scope, coversNext: coversNext, $1, version: version)
        }
    }

    func writeReferralMessage() async throws -> Response {
        let (text, letters) = (form["text"] ?? "", visit.workspace.referralRules.letters)
        return try await working(at: "text") { try $0.write(text, $1, letters) }
    }

    func noteReferralContact() async throws -> Response {
        let version = FormReader(form).version
        return try await working { try $0.noteContact($1, version: version) }
    }

    func endReferral() async throws -> Response {
        let version = FormReader(form).version
        let reason = form["end_reason"].flatMap(LostReason.init(rawValue:)) ?? .noAnswer
        return try await working { transaction, permit in
            let isDraft = permit.referral.value.state == .draft
            try transaction.end(permit, version: version, isDraft ? .notNeeded : reason, note: "")
        }
    }

    /// One press: the next partner is asked for the same. Where the recipient stays silent, that one is let go with it.
    func nextReferral() async throws -> Response {
        guard let partner = form["next"].flatMap({ ID<Partner>($0) }) else {
            return try await referralPage(form, Problems("next", "Choose whom to ask next."))
        }
        let (id, practice) = (try referralID(), practice)
        do {
            let next = try await visit.store.change(id, in: practice, by: visit.who) { transaction, permit in
                let recipient = try transaction.connection.partner(partner, of: practice).value.recipient
                let next = try transaction.goOn(to: recipient, permit).value
                if permit.referral.value.isOpen {
                    try transaction.end(permit, version: permit.referral.version, .noAnswer, note: "")
                }
                return next
            }
            return visit.redirect(.referral(practice, next.id, .page))
        } catch StoreFailure.refused(let why) {
            return try await referralPage(form, Problems("next", why))
        }
    }

    func renewReferralLink() async throws -> Response {
        let (token, letters, ends) = (Token(visit.store.effects), visit.workspace.letters, form["what"] == "end")
        return try await working { transaction, permit in
            guard permit.side == .sender, permit.referral.value.state != .draft else { throw StoreFailure.notFound }
            if ends { return try transaction.endLink(permit) }
            try transaction.sendLink(token, permit.referral.value, letters)
        }
    }

    private func working(
        at field: String = "moves",
        _ body: @escaping @Sendable (Transaction, ReferralPermit) throws -> Void
    ) async throws -> Response {
        let id = try referralID()
        do {
            try await visit.store.change(id, in: practice, by: visit.who, body)
        } catch StoreFailure.conflict {
            let text =
                "Somebody else has acted since you opened this page, so nothing was done. Read below what happened."
            return try await referralPage(form, Problems(field, text))
        } catch StoreFailure.refused(let why) {
            return try await referralPage(form, Problems(field, why))
        } catch let fault as ReferralFault {
            return try await referralPage(form, Problems(field, fault.message))
        }
        return visit.redirect(.referral(practice, id, .page), .saved)
    }
}

extension Transaction {
    /// To a partner without an account: the link by mail, in the same commit; the code travels another way.
    func sendLink(_ token: Token, _ referral: Referral, _ letters: Letters) throws {
        guard let id = referral.to.partner else { return }
        let partner = try connection.partner(id, of: referral.from).value
        try issueLink(token, for: referral)
        let sender = try connection.names(of: [referral.from])[referral.from] ?? ""
        if !partner.email.isEmpty { try send(Mail(to: partner.email, letters.referralLink(token, from: sender))) }
    }
}

extension Workspace {
    /// The table and the letters of referrals.
    var referralRules: ReferralRules {
        let letters = letters
        return ReferralRules(
            table: site.rules.referrals,
            letters: ReferralLetters(
                practice: { letters.letter("mail-referral", to: .referral($0, $1, .page)) },
                family: { letters.letter("mail-referral-family", to: .childPage($0, .referrals)) },
                access: letters.accessGained
            )
        )
    }
}
