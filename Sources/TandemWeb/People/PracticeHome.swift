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
        let isClinician = visit.who.memberships.contains { membership in
            membership.practice == practice && membership.roles.contains { $0.isClinician }
        }
        let counts = try await look { connection in
            var counts: [WorkList: Int] = [:]
            for list in WorkList.allCases where list.isForAll || isClinician {
                counts[list] = try connection.count(list, in: practice, for: account, at: now, today: today)
            }
            return counts
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
        let due = WorkList.allCases.filter { $0.isDue && (counts[$0] ?? 0) > 0 }
        return response(
            "practice-home",
            title: "At a glance",
            at: nil,
            [
                "sees_children": true, "caseload": values([.mine, .current, .shared]), "due": values(due),
                "nothing_due": due.isEmpty, "children_href": Address.practicePage(practice, .children).path,
                "add_href": Address.practicePage(practice, .newChild).path,
            ]
        )
    }
}
