import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Changing what a draft says, until it is sent.
extension ChildVisit {
    private struct Opened: Sendable {
        let referral: Versioned<Referral>
        let form: ReferralForm
        /// What would go along if it was written today, with the same goals.
        let today: ReferralPackage

        private var standing: Referral { referral.value }

        /// Of what goes along: how the record stands today is other than how it stood when this was written.
        var isOutdated: Bool {
            let kinds = Set(standing.package.parts.map(\.kind))
            return today.choosing(kinds) != standing.package
        }

        static let renew = Field(
            name: "renew",
            label: "The record has changed since this was written",
            kind: .checks([Field.Option(value: "1", text: "Take along how it stands today")]),
            hint: "Else what goes along stays word for word, as long as you choose the same goals and the same parts.",
            isOptional: true
        )

        var fields: [Field] { form.textFields + (isOutdated ? [Self.renew] : []) }

        /// What stands, as if it was typed.
        var filled: FormBody {
            var fields: [(name: String, value: String)] = [
                ("version", "\(referral.version)"), ("request", standing.request),
                ("order", standing.order.need.rawValue),
            ]
            fields += standing.goals.map { ("goal", $0.text) }
            fields += standing.package.parts.map { ("part", $0.kind.rawValue) }
            if standing.order.isThere { fields.append(("order_there", "1")) }
            return FormBody(fields: fields)
        }

        /// What goes along stays as it is where nothing else was chosen.
        func keepsPackage(_ text: ReferralForm.Text, renews: Bool) -> Bool {
            !renews && Set(text.goals) == Set(standing.goals) && text.kinds == Set(standing.package.parts.map(\.kind))
        }

        /// What saving does to the family's yes.
        var warning: String? {
            let change = "If you change the request or what goes along,"
            return switch standing.consent {
            case .none, .refused: nil
            case .asked: "The family is asked. \(change) the question is taken back, and you ask them again."
            case .given(let given):
                "\(given.name) said yes. \(change) this yes no longer holds, and you ask the family again."
            }
        }

        var theirs: [Page.Values] {
            let titles = form.offered.goals.filter { standing.goals.contains($0.id) }.map(\.title)
            return [
                ("What you ask, and why", standing.request), ("Goals", titles.joined(separator: ", ")),
                ("What goes along", standing.package.parts.map(\.title).joined(separator: ", ")),
                ("Doctor's order", standing.order.words),
            ].map { ["name": $0.0, "value": $0.1] }
        }
    }

    func editReferralPage() async throws -> Response {
        let opened = try await openedReferral()
        let referral = opened.referral.value
        guard referral.state == .draft, referral.isOpen else {
            return visit.redirect(.referral(referral.from, referral.id, .page))
        }
        return page(opened, opened.filled, Problems())
    }

    func editReferral() async throws -> Response {
        let opened = try await openedReferral()
        var reader = FormReader(form)
        let text = opened.form.readText(&reader)
        guard reader.problems.isEmpty else { return page(opened, form, reader.problems) }
        let (id, version, site) = (opened.referral.value.id, reader.version, visit.workspace.site)
        let keeps = opened.keepsPackage(text, renews: form["renew"] == "1")
        do {
            try await change { transaction, permit in
                let discipline = opened.referral.value.discipline
                let offered = try OfferedPackage(
                    transaction.connection,
                    permit,
                    discipline: discipline,
                    goals: Set(text.goals),
                    site
                )
                try transaction.rewrite(id, version: version, permit) { referral in
                    referral.request = text.request
                    referral.order = text.order
                    guard !keeps else { return }
                    referral.goals = text.goals
                    referral.package = offered.package.choosing(text.kinds)
                }
            }
        } catch StoreFailure.conflict(_, _, let current) {
            let words = "Somebody else has saved this referral meanwhile. Read theirs, then save yours again."
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(current)")]
            return page(try await openedReferral(), FormBody(fields: kept), Problems("theirs", words))
        } catch is ReferralFault {
            // Sent or put away: its page says so.
            return visit.redirect(.referral(opened.referral.value.from, id, .page))
        }
        return visit.redirect(.referral(opened.referral.value.from, id, .page), .saved)
    }

    private func openedReferral() async throws -> Opened {
        let (id, site) = (try visit.id("referral", of: Referral.self), visit.workspace.site)
        return try await look { connection, permit in
            let referral = try connection.ownReferral(id, permit)
            func offered(_ goals: Set<ID<Goal>>?) throws -> OfferedPackage {
                try OfferedPackage(connection, permit, discipline: referral.value.discipline, goals: goals, site)
            }
            return Opened(
                referral: referral,
                form: ReferralForm(permit: permit, offered: try offered(nil), partners: [], practices: []),
                today: try offered(Set(referral.value.goals)).package
            )
        }
    }

    private func page(_ opened: Opened, _ typed: FormBody, _ problems: Problems) -> Response {
        let referral = opened.referral.value
        var values: Page.Values = [
            "action": Address.childReferralEdit(child, referral.id).path, "version": typed["version"] ?? "0",
            "back_href": Address.referral(referral.from, referral.id, .page).path,
            "fields": opened.fields.values(typed, problems),
        ]
        values["warning"] = opened.warning
        if problems["theirs"] != nil { values["theirs"] = opened.theirs }
        return response(
            "referral-edit",
            title: "Change the referral",
            opened.form.offered.plan.child,
            opened.form.permit,
            at: .referrals,
            values,
            problems: problems
        )
    }
}
