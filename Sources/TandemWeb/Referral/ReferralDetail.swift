import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// All that a referral's page shows one side of it.
struct ReferralDetail: Sendable {
    let view: ReferralView
    let side: ReferralSide
    let link: ReferralLink?
    /// Whom the next attempt could go to, those the practice trusts first.
    let next: [Partner]
}

/// The page of one referral, for both practices.
extension PracticeVisit {
    func referralPage() async throws -> Response { try await referralPage(FormBody(""), Problems()) }

    func referralID() throws -> ID<Referral> { try visit.id("referral", of: Referral.self) }

    func referralPage(_ typed: FormBody, _ problems: Problems) async throws -> Response {
        let id = try referralID()
        let (detail, now) = try await visit.store.look(at: id, in: practice, by: visit.who) { connection, permit in
            let view = try connection.view(permit)
            let isSender = permit.side == .sender
            let asked = Set(view.thread.map(\.to))
            let detail = ReferralDetail(
                view: view,
                side: permit.side,
                link: isSender ? try connection.link(of: id, at: permit.now) : nil,
                next: isSender
                    ? try connection.partners(of: permit.practice).map(\.value).filter {
                        $0.disciplines.contains(view.referral.value.discipline) && !asked.contains($0.recipient)
                    } : []
            )
            return (detail, permit.now)
        }
        let words = referralWords(detail.view, now)
        var values = words.values(forFamily: false)
        values.merge(basics(detail, words)) { $1 }
        values.merge(moves(detail, typed, problems)) { $1 }
        values.merge(draft(detail, typed, problems)) { $1 }
        values.merge(after(detail, now)) { $1 }
        return response(
            "referral",
            title: "Referral: \(detail.view.child.fullName)",
            at: .referrals,
            values,
            problems: problems
        )
    }

    func referralWords(_ view: ReferralView, _ now: Instant) -> ReferralWords {
        ReferralWords(
            referral: view.referral.value,
            names: view.names,
            table: visit.workspace.site.rules.referrals,
            now: now,
            day: visit.store.effects.day
        )
    }

    private func basics(_ detail: ReferralDetail, _ words: ReferralWords) -> Page.Values {
        let referral = detail.view.referral.value
        func href(_ part: ReferralPart) -> String { Address.referral(practice, referral.id, part).path }
        let mayRead = detail.side == .sender || referral.consent.given != nil
        var values: Page.Values = [
            "child": detail.view.child.fullName, "version": detail.view.referral.version,
            "born": DateText.text(detail.view.child.birthDate), "is_sender": detail.side == .sender,
            "request": referral.request, "steps": words.steps, "parts": mayRead ? words.parts : [],
            "is_hidden": !mayRead, "order_words": referral.order.words,
            "messages": detail.view.messages.map { $0.values(words) }, "messages_action": href(.messages),
            "moves_action": href(.moves), "consent_action": href(.consent), "ending_action": href(.ending),
            "contact_action": href(.contact), "next_action": href(.next), "link_action": href(.link),
            "cover_href": href(.cover), "board_href": Address.practicePage(practice, .referrals).path,
            "is_draft": referral.state == .draft, "may_write": referral.state != .draft,
            "may_contact": detail.side == .recipient && referral.isOpen && referral.contacted == nil,
        ]
        values["report"] = words.report.map { [$0] } ?? [Page.Values]()
        if detail.side == .sender || referral.isAccepted {
            values["child_href"] = Address.child(detail.view.child.id).path
        }
        values["attempts"] = detail.view.thread.filter { $0.id != referral.id }.map { other in
            let line = ReferralWords(
                referral: other,
                names: detail.view.names,
                table: words.table,
                now: words.now,
                day: words.day
            ).line
            return [
                "attempt": detail.view.names.recipient(other), "attempt_line": line,
                "attempt_href": Address.referral(practice, other.id, .page).path,
            ] as Page.Values
        }
        return values
    }

    private func moves(_ detail: ReferralDetail, _ typed: FormBody, _ problems: Problems) -> Page.Values {
        let events = visit.workspace.site.rules.referrals.offered(detail.view.referral.value, by: detail.side)
        return [
            "moves": events.enumerated().map { index, event in
                ReferralMoveForm(event: event).values(typed, problems, isFirst: index == 0)
            }, "has_moves": !events.isEmpty,
        ]
    }

    /// What stands between a draft and its sending: the family's yes.
    private func draft(_ detail: ReferralDetail, _ typed: FormBody, _ problems: Problems) -> Page.Values {
        let referral = detail.view.referral.value
        guard referral.state == .draft, referral.isOpen, detail.side == .sender else {
            return ["needs_yes": false, "may_send": false]
        }
        var values: Page.Values = [
            "may_send": referral.consent.given != nil, "needs_yes": referral.consent.given == nil,
            "is_asked": referral.consent.isAsked,
            "yes_fields": SpokenConsentForm.fields.values(
                typed["what"] == "told" ? typed : SpokenConsentForm.first,
                problems
            ),
            "yes_opened": typed["what"] == "told",
        ]
        if may(.workReferrals) {
            values["edit_href"] = Address.childReferralEdit(detail.view.child.id, referral.id).path
        }
        if let given = referral.consent.given { values["yes_words"] = "\(given.name) said yes." }
        if case .refused(_, let reason) = referral.consent {
            values["no_words"] = reason.isEmpty ? "The family said no." : "The family said no: \(reason)"
        }
        return values
    }

    /// What the sender can do beside the table: the link, letting go, the next partner.
    private func after(_ detail: ReferralDetail, _ now: Instant) -> Page.Values {
        let referral = detail.view.referral.value
        guard detail.side == .sender else { return ["has_link": false, "may_go_on": false, "may_end": false] }
        let level = referral.standing(at: now).level
        let isDraft = referral.state == .draft
        var values: Page.Values = [
            "has_link": referral.to.partner != nil && !isDraft,
            "may_end": referral.isOpen
                && (isDraft || level == .silent || (referral.state == .cancellationRequested && level >= .alarm)),
            "end_label": isDraft ? "Put this draft away" : "Let go of it",
            "may_go_on": referral.mayGoOn(at: now)
                && !detail.view.thread.contains { $0.continues == referral.id && $0.isOpen },
            "next": detail.next.prefix(5).map { partner in
                [
                    "next_id": partner.id.text, "next_name": partner.name,
                    "next_note": partner.isTrusted ? "in your circle" : partner.place,
                ] as Page.Values
            }, "has_next": !detail.next.isEmpty,
            "new_href": Address.childPage(detail.view.child.id, .newReferral).path,
        ]
        if let partner = referral.to.partner.flatMap({ detail.view.names.partners[$0] }) {
            values["partner_phone"] = partner.phone.isEmpty ? nil : partner.phone
            values["partner_email"] = partner.email.isEmpty ? nil : partner.email
        }
        if let link = detail.link {
            values["code"] = link.code
            values["link_until"] = DateText.text(visit.store.effects.day(link.expiresAt))
            values["link_opened"] = link.openedAt.map { DateText.text(visit.store.effects.day($0)) }
            values["link_locked"] = link.isLocked
        }
        return values
    }
}

extension DoctorsOrder {
    var words: String {
        let there = isThere ? "It is there." : "It is not there yet."
        return switch need {
        case .law: "A doctor's order is needed by law. \(there)"
        case .payer: "A doctor's order is needed for the insurance. \(there)"
        case .no: "No doctor's order is needed."
        case .unknown: "Nobody knows yet whether a doctor's order is needed. Ask: insurance may want one."
        }
    }
}

/// What a guardian said or signed, as the practice writes it down.
enum SpokenConsentForm {
    static let way = Field(
        name: "way",
        label: "How did they say yes?",
        kind: .radios([
            Field.Option(value: "spoken", text: "Spoken, by telephone or in person"),
            Field.Option(value: "on paper", text: "On paper, signed"),
        ])
    )
    static let name = Field(
        name: "guardian",
        label: "Who said yes?",
        hint: "The name of the parent or guardian.",
        most: 120,
        isName: true
    )
    static let scope = Field(
        name: "scope",
        label: "What may they see once they accept?",
        kind: .checks([
            Field.Option(value: "contact", text: "How to reach the family"),
            Field.Option(value: "plan", text: "The intake form and the plan"),
            Field.Option(
                value: "notes",
                text: "Notes of visits",
                note: "With all three they join the care team and work on the same plan."
            ),
        ])
    )
    static let next = Field(
        name: "covers_next",
        label: "If they cannot take it",
        kind: .checks([Field.Option(value: "1", text: "The same may go to the next partner")]),
        isOptional: true
    )
    static var fields: [Field] { [way, name, scope, next] }

    static let first = FormBody(fields: [
        ("way", "spoken"), ("scope", "contact"), ("scope", "plan"), ("scope", "notes"), ("covers_next", "1"),
    ])
}
