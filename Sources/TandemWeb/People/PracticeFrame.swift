import Hummingbird
import TandemCare
import TandemStore

/// What stands at the head of every page of a practice: its name, and where one may go from here.
extension PracticeVisit {
    /// A page of a practice, under its name and its tabs.
    func response(
        _ template: String,
        title: String,
        at page: PracticePage?,
        _ values: Page.Values,
        problems: Problems = Problems()
    ) -> Response {
        let home = Address.practice(practice)
        var all = values
        let name = visit.session.practices.first { $0.id == practice }?.name ?? ""
        all["practice_name"] = name
        all["tabs_label"] = name
        let tabs = (Self.tabs + Self.moreTabs).filter { may($0.action) }
        let isShort = tabs.count <= Self.tabs.count
        let more = isShort ? [] : Self.moreTabs.filter { may($0.action) }
        all["tabs"] = links(isShort ? tabs : Self.tabs.filter { may($0.action) }, at: page)
        all["more_tabs"] = links(more, at: page)
        all["is_in_more"] = more.contains { $0.page == page }
        if !problems.isEmpty {
            return visit.refusal(template, title: "\(title) - \(name)", all, problems, here: home)
        }
        return visit.response(template, title: "\(title) - \(name)", all, here: home)
    }

    private typealias Tab = (name: String, page: PracticePage?, action: PracticeAction)

    /// What is opened every day.
    private static var tabs: [Tab] {
        [
            ("At a glance", nil, .seePractice), ("Week", .week, .seeWeek), ("Children", .children, .findChildren),
            ("Referrals", .referrals, .seeReferralBoard), ("Inquiries", .inquiries, .seeInquiries),
            ("Due", .due, .findChildren),
        ]
    }

    /// The rest, behind "More" where there is not room for all.
    private static var moreTabs: [Tab] {
        [
            ("Waiting list", .waiting, .keepWaitingList), ("Partners", .partners, .seeReferralBoard),
            ("Numbers", .numbers, .seeNumbers), ("People", .people, .seePeople),
            ("Listings", .listings, .manageSettings), ("Settings", .settings, .manageSettings),
        ]
    }

    private func links(_ tabs: [Tab], at page: PracticePage?) -> [Page.Values] {
        tabs.map { tab in
            [
                "name": tab.name,
                "href": (tab.page.map { Address.practicePage(practice, $0) } ?? .practice(practice)).path,
                "is_here": tab.page == page,
            ]
        }
    }

    func may(_ action: PracticeAction) -> Bool {
        visit.store.access.decide(action, by: visit.who, in: practice, at: visit.store.effects.now())
    }
}
