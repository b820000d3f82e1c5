import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// The referrals of a child as the plan shows them: what is under way, and what was reported back.
struct PlanReferrals: Sendable {
    let referrals: [Referral]
    let names: ReferralNames

    /// Referrals that wait for a guardian's yes.
    func waiting(_ child: ID<Child>, _ permit: Permit) -> [Page.Values] {
        guard permit.may(.allowReferral) else { return [] }
        return referrals.filter(\.waitsForFamily).map { referral in
            [
                "text": "\(names.sender(referral)) asks: may a referral go to \(names.recipient(referral))?",
                "link": "Read it and answer", "href": Address.childReferral(child, referral.id).path,
            ]
        }
    }
}

extension Connection {
    /// What is open, and the last three that are closed; none for who may not see them.
    func planReferrals(_ permit: Permit) throws -> PlanReferrals? {
        guard permit.may(.seeReferrals) else { return nil }
        let all = try referrals(permit).map(\.value).filter { !$0.isPutAway }
        let shown = all.filter(\.isOpen) + all.filter { !$0.isOpen }.prefix(3)
        return PlanReferrals(referrals: shown, names: try names(of: shown))
    }
}

extension ChildVisit {
    func referralValues(_ plan: ChildPlan, _ found: PlanReferrals?) -> Page.Values {
        guard let found else { return [:] }
        let permit = plan.permit
        var values: Page.Values = [
            "plan_referrals": found.referrals.map { referral in
                let words = ReferralWords(
                    referral: referral,
                    names: found.names,
                    table: visit.workspace.site.rules.referrals,
                    now: permit.now,
                    day: visit.store.effects.day
                )
                var values = words.values(forFamily: permit.isFamily)
                values["report_text"] = referral.report?.findings
                values["referral_href"] = Address.childReferral(child, referral.id).path
                return values
            }, "referrals_href": Address.childPage(child, .referrals).path,
        ]
        let team = plan.team.disciplines
        let goals = plan.goals.map(\.value).filter { $0.status == .active || $0.status == .proposed }
        let missing = Set(goals.flatMap { $0.split.uncovered(by: team) })
            .subtracting(found.referrals.filter(\.isOpen).map(\.discipline))
        if permit.may(.sendReferral), !missing.isEmpty {
            let therapies = Discipline.allCases.filter(missing.contains).map(\.name).joined(separator: " and ")
            values["missing_therapy"] = "The plan asks for \(therapies), and nobody of the team practices it yet."
            values["referral_new_href"] = Address.childPage(child, .newReferral).path
        }
        return values
    }
}
