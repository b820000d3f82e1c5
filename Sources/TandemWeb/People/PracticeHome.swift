import Hummingbird
import TandemCare
import TandemStore

/// A practice at a glance: every count leads to exactly what it counts.
extension PracticeVisit {
    func home() async throws -> Response {
        guard may(.findChildren) else {
            _ = try await look { _ in }
            return response("practice-home", title: "At a glance", at: nil, ["sees_children": false])
        }
        let (practice, account) = (practice, visit.who.account)
        let now = visit.store.effects.now()
        let today = visit.workspace.site.today()
        let isClinician = isClinician
        let standard = visit.store.effects.zone
        let referralTable = visit.workspace.site.rules.referrals
        let (counts, dues, time, referrals, inquiries) = try await look { connection in
            var counts: [WorkList: Int] = [:]
            for list in WorkList.allCases where list.isForAll || isClinician {
                counts[list] = try connection.count(list, in: practice, for: account, at: now, today: today)
            }
            let until = today.adding(days: WorkList.dueSoonDays)
            return (
                counts, try connection.dues(in: practice, until: until, at: now, count: Self.duesOnHome),
                try connection.timeGlance(of: practice, zone: standard, at: now),
                try connection.referralCounts(of: practice, table: referralTable, at: now),
                try connection.waitingInquiries(of: practice)
            )
        }
        func values(_ lists: [WorkList]) -> [Page.Values] {
            lists.compactMap { list in
                counts[list].map { count in
                    [
                        "href": Address.workList(practice, list).path, "count": WorkList.words(count),
                        "name": list.name, "note": list.note, "is_due": list.isDue && count > 0,
                    ]
                }
            }
        }
        let waiting = WorkList.allCases.filter { $0.isDue && $0 != .hurt && (counts[$0] ?? 0) > 0 }
        let hurt = counts[.hurt] ?? 0
        var page: Page.Values = [
            "sees_children": true, "caseload": values([.mine, .current, .shared]), "waiting": values(waiting),
            "referrals": referrals.values(practice) + Self.values(inquiries: inquiries, practice),
            "nothing_waits": waiting.isEmpty && hurt == 0 && referrals.waiting == 0 && referrals.overdue == 0
                && inquiries == 0,
            "children_href": Address.practicePage(practice, .children).path,
            "add_href": Address.practicePage(practice, .newChild).path,
            "dues": dues.map { $0.values(isClinician: isClinician, today: today) }, "has_dues": !dues.isEmpty,
            "time": Self.time(time, practice),
            "dues_href": Address.practicePage(practice, .due).path, "dues_days": WorkList.dueSoonDays,
        ]
        if hurt > 0 {
            page["hurt_href"] = Address.workList(practice, .hurt).path
            page["hurt_text"] = Self.hurtText(hurt)
        }
        return response("practice-home", title: "At a glance", at: nil, page)
    }

    private static func values(inquiries: Int, _ practice: ID<Practice>) -> [Page.Values] {
        guard inquiries > 0 else { return [] }
        return [
            [
                "href": Address.practicePage(practice, .inquiries).path, "count": "\(inquiries)",
                "name": "Letters from families", "note": "wait for an answer within two working days",
            ]
        ]
    }

    private static func time(_ glance: TimeGlance, _ practice: ID<Practice>) -> [Page.Values] {
        var values: [Page.Values] = [
            [
                "href": Address.practicePage(practice, .week).path, "count": "\(glance.today)",
                "name": "Visits today", "note": "The week, and who comes.",
            ],
            [
                "href": Address.practicePage(practice, .waiting).path, "count": "\(glance.waiting)",
                "name": "Waiting list", "note": "Those who wait for a time.",
            ],
        ]
        if glance.asked > 0 {
            values.append([
                "href": Address.practicePage(practice, .week).path, "count": "\(glance.asked)",
                "name": "Visits together", "note": "Another practice proposes a time.",
            ])
        }
        return values
    }

    /// How many things the home shows; the rest is a page of its own.
    private static var duesOnHome: Int { 10 }

    private static func hurtText(_ count: Int) -> String {
        count == 1
            ? "An activity at home hurt 1 child, and no therapist has taken it up yet."
            : "Activities at home hurt \(WorkList.words(count)) children, and no therapist has taken them up yet."
    }
}
