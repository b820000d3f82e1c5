import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// A child's referrals: for the family in plain words, with who calls whom by when; for therapists the way to write one.
extension ChildVisit {
    func referralsPage() async throws -> Response {
        let (child, permit, referrals, names) = try await look { connection, permit in
            let referrals = try connection.referrals(permit)
            return (
                try connection.child(permit).value, permit, referrals,
                try connection.names(of: referrals.map(\.value))
            )
        }
        let entries = referrals.map { referral -> Page.Values in
            let words = words(referral.value, names, permit.now)
            var values = words.values(forFamily: permit.isFamily)
            values["href"] = href(referral.value, permit)
            values["waits_for_you"] = permit.may(.allowReferral) && referral.value.waitsForFamily
            return values
        }
        var values: Page.Values = ["referrals": entries, "has_referrals": !entries.isEmpty]
        if permit.may(.sendReferral) { values["new_href"] = Address.childPage(child.id, .newReferral).path }
        return response("referrals", title: "Referrals", child, permit, at: .referrals, values)
    }

    /// The page on which a guardian reads what would be sent, and says yes or no; and where everybody of the family follows it.
    func familyReferralPage() async throws -> Response { try await familyReferralPage(Problems()) }

    private func familyReferralPage(_ problems: Problems) async throws -> Response {
        let id = try visit.id("referral", of: Referral.self)
        let (child, permit, view) = try await look { connection, permit in
            let referral = try connection.part(id, permit)
            guard try connection.referrals(permit).contains(where: { $0.value.id == id }) else {
                throw StoreFailure.notFound
            }
            return (try connection.child(permit).value, permit, try connection.familyView(referral))
        }
        if !permit.isFamily, let practice = permit.ground.practice {
            let referral = view.referral.value
            let isTheirs = referral.from == practice || (referral.to.practice == practice && referral.state != .draft)
            return isTheirs ? visit.redirect(.referral(practice, id, .page)) : redirect(.referrals)
        }
        let words = words(view.referral.value, view.names, permit.now)
        let referral = view.referral.value
        var values = words.values(forFamily: true)
        values.merge([
            "is_draft": referral.state == .draft, "request": referral.request, "parts": words.parts,
            "steps": words.steps,
            "order_words": referral.order.words,
            "messages": view.messages.map { $0.values(words) }, "version": view.referral.version,
            "action": Address.childReferralAnswer(child.id, id).path,
            "referrals_href": Address.childPage(child.id, .referrals).path,
            "may_answer": permit.may(.allowReferral) && referral.waitsForFamily,
            "may_take_back": permit.may(.allowReferral) && referral.consent.given != nil && referral.isOpen
                && !referral.isAccepted,
            "scope_fields": [SpokenConsentForm.scope, SpokenConsentForm.next].values(
                form.fields.isEmpty ? SpokenConsentForm.first : form,
                problems
            ),
        ]) { $1 }
        values["report"] = words.report.map { [$0] } ?? [Page.Values]()
        return response("referral-family", title: "Referral", child, permit, at: .referrals, values, problems: problems)
    }

    func answerReferral() async throws -> Response {
        let id = try visit.id("referral", of: Referral.self)
        var problems = Problems()
        let (version, rules) = (FormReader(form).version, visit.workspace.referralRules)
        let scope = Set(form.all("scope").compactMap(Consent.Scope.init(rawValue:)))
        let (coversNext, reason) = (form["covers_next"] == "1", form["reason"] ?? "")
        do {
            switch form["answer"] {
            case "yes":
                _ = try await change {
                    try $0.allow(id, version: version, scope: scope, coversNext: coversNext, $1, rules)
                }
            case "no": try await change { try $0.refuse(id, version: version, reason: reason, $1, rules) }
            default:
                // Who may not answer is told so whatever they send.
                try await look { _, _ in }
                problems.add("answer", "Choose yes or no.")
            }
        } catch StoreFailure.conflict {
            problems.add("answer", "Something changed since you opened this page. Read it again, then answer.")
        } catch StoreFailure.refused(let why) {
            problems.add("scope", why)
        } catch let fault as ReferralFault {
            problems.add("answer", fault.message)
        }
        guard problems.isEmpty else {
            return try await ChildVisit(visit: visit, child: child, action: .seeReferrals).familyReferralPage(problems)
        }
        return visit.redirect(.childReferral(child, id), .saved)
    }

    private func words(_ referral: Referral, _ names: ReferralNames, _ now: Instant) -> ReferralWords {
        ReferralWords(
            referral: referral,
            names: names,
            table: visit.workspace.site.rules.referrals,
            now: now,
            day: visit.store.effects.day
        )
    }

    /// `nil` for a referral between others, of which the team sees the line only.
    private func href(_ referral: Referral, _ permit: Permit) -> String? {
        guard let practice = permit.ground.practice else { return Address.childReferral(child, referral.id).path }
        guard referral.from == practice || referral.to.practice == practice else { return nil }
        return Address.referral(practice, referral.id, .page).path
    }
}

extension Referral {
    /// A guardian is asked, and has not answered.
    var waitsForFamily: Bool { state == .draft && isOpen && consent.isAsked }
}
