import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// What stands at the head of every page of a child's record: who it is, and where one may go from here.
struct ChildFrame: Sendable {
    let child: Child
    let permit: Permit
    let here: ChildPage?

    func values(today: CalendarDate) -> Page.Values {
        let href = Address.child(child.id).path
        var values: Page.Values = [
            "child_name": child.fullName, "child_href": href, "is_overview": here == nil,
            "age": DateText.age(child.birthDate, on: today), "born": DateText.text(child.birthDate),
            "language": child.language, "needs_interpreter": child.needsInterpreter,
            "is_archived": child.archivedAt != nil, "tabs_label": "This record", "called_name": child.calledName,
            "is_family": isFamily,
        ]
        if child.calledName != child.givenName { values["called"] = child.calledName }
        let (first, more) = (links(Self.work), links(record))
        values["tabs"] = first
        values["more_tabs"] = more
        let isInMore = record.contains { $0.page == here }
        values["is_in_more"] = isInMore
        return values
    }

    /// The place in the top bar.
    var place: Address { permit.ground.practice.map { .practice($0) } ?? .family }

    var isFamily: Bool { permit.ground.practice == nil }

    private typealias Tab = (name: String, page: ChildPage?, action: ChildAction)

    /// What is opened every day.
    private static let work: [Tab] = [
        ("Overview", nil, .seeChild),
        ("Schedule", .schedule, .seeSchedule),
        ("Plan", .plan, .seePlan),
        ("Home program", .homeProgram, .seePlan),
        ("Visits", .visits, .seeNotes),
        ("Measures", .measures, .seePlan),
        ("Papers", .papers, .seePlan),
    ]

    /// The record around the plan, behind "More".
    private var record: [Tab] {
        [
            ("Timeline", .timeline, .seePlan),
            ("Referrals", .referrals, .seeReferrals),
            ("Intake form", .intake, .seeIntake),
            ("Who may see it", .consents, .seeConsents),
            ("Who has looked", .looks, .seeLooks),
            (isFamily ? "Home and family" : "Family and contact", .homes, .seeContact),
            ("Team", .team, .changeTeam),
            ("Take it with you", .export, .exportRecord),
        ]
    }

    private func links(_ tabs: [Tab]) -> [Page.Values] {
        tabs.filter { permit.may($0.action) }.map { tab in
            [
                "name": tab.name,
                "href": (tab.page.map { Address.childPage(child.id, $0) } ?? .child(child.id)).path,
                "is_here": tab.page == here,
            ]
        }
    }
}

extension ChildVisit {
    var today: CalendarDate { visit.workspace.site.today() }

    /// A page of a child's record, under its head.
    func response(
        _ template: String,
        title: String,
        _ child: Child,
        _ permit: Permit,
        at page: ChildPage?,
        _ values: Page.Values,
        problems: Problems = Problems()
    ) -> Response {
        let frame = ChildFrame(child: child, permit: permit, here: page)
        let all = frame.values(today: today).merging(values) { $1 }
        let full = "\(title) - \(child.fullName)"
        if !problems.isEmpty { return visit.refusal(template, title: full, all, problems, here: frame.place) }
        return visit.response(template, title: title.isEmpty ? child.fullName : full, all, here: frame.place)
    }

    /// On to another page of the same record.
    func redirect(_ page: ChildPage?, _ notice: Notice? = nil) -> Response {
        visit.redirect(page.map { .childPage(child, $0) } ?? .child(child), notice)
    }
}
