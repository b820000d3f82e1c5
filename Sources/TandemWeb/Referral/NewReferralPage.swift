import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Writing a referral: to whom, what is asked, and what goes along. What goes along is shown word for word on the next page, before
/// anything is sent.
extension ChildVisit {
    func newReferralPage() async throws -> Response {
        let sheet = try await sheet()
        return page(sheet, sheet.first(visit.query["to"]), Problems())
    }

    func beginReferral() async throws -> Response {
        let sheet = try await sheet()
        var reader = FormReader(form)
        let draft = sheet.read(&reader)
        guard reader.problems.isEmpty, let draft else { return page(sheet, form, reader.problems) }
        guard case .care(let care) = sheet.permit.ground else { throw Failure.notFound }
        let (effects, site) = (visit.store.effects, visit.workspace.site)
        let referral = try await change { transaction, permit in
            let offered = try OfferedPackage(
                transaction.connection,
                permit,
                discipline: draft.discipline,
                goals: Set(draft.text.goals),
                site
            )
            let clock = try transaction.connection.referralClock(of: care.practice)?.value
            return try transaction.begin(
                Referral(
                    id: effects.id(),
                    child: permit.child,
                    from: care.practice,
                    to: draft.to,
                    discipline: draft.discipline,
                    request: draft.text.request,
                    goals: draft.text.goals,
                    package: offered.package.choosing(draft.text.kinds),
                    order: draft.text.order,
                    created: permit.stamp,
                    clock: clock ?? ReferralClock(practice: care.practice)
                ),
                permit
            ).value
        }
        return visit.redirect(.referral(care.practice, referral.id, .page))
    }

    private func sheet() async throws -> ReferralForm {
        let site = visit.workspace.site
        return try await look { connection, permit in
            guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
            let plan = try OfferedPackage(connection, permit, discipline: .occupational, goals: nil, site)
            return ReferralForm(
                permit: permit,
                offered: plan,
                partners: try connection.partners(of: practice).map(\.value),
                practices: try connection.allPractices().filter { $0.id != practice }
            )
        }
    }

    private func page(_ sheet: ReferralForm, _ typed: FormBody, _ problems: Problems) -> Response {
        var values: Page.Values = [
            "action": Address.childPage(child, .newReferral).path,
            "back_href": Address.childPage(child, .referrals).path,
            "fields": sheet.fields.values(typed, problems), "has_nobody": sheet.recipients.isEmpty,
            "missing_words": sheet.missingWords,
        ]
        values["find_href"] = sheet.permit.ground.practice.map { Address.practicePage($0, .findPartner).path }
        return response(
            "referral-new",
            title: "A new referral",
            sheet.offered.plan.child,
            sheet.permit,
            at: .referrals,
            values,
            problems: problems
        )
    }
}
