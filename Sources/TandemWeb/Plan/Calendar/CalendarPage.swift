import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

extension Workspace {
    func addCalendar(to book: inout RouteBook) {
        book.child(.get, ChildPage.calendar.route, .keepCalendar) { try await $0.calendarPage() }
        book.child(.post, ChildPage.calendar.route, .keepCalendar) { try await $0.changeCalendar() }
        book.anybody(.get, "/calendars/{token}") { try await $0.calendar() }
    }
}

/// A family's private calendar address: made, shown once, taken back.
extension ChildVisit {
    func calendarPage() async throws -> Response { try await calendarPage(nil) }

    private func calendarPage(_ token: Token?) async throws -> Response {
        let (child, permit, address) = try await look { connection, permit in
            (try connection.child(permit).value, permit, try connection.calendar(permit))
        }
        var values: Page.Values = [
            "action": Address.childPage(self.child, .calendar).path, "has_address": address != nil,
            "shows_names": address?.showsNames ?? false,
        ]
        if let address { values["since"] = DateText.text(visit.store.effects.day(address.createdAt)) }
        if let token { values["address"] = visit.workspace.settings.publicAddress + Address.calendar(token).path }
        return response("calendar", title: "Calendar", child, permit, at: .calendar, values)
    }

    func changeCalendar() async throws -> Response {
        if form["change"] == "revoke" {
            try await change { try $0.revokeCalendar($1) }
            return redirect(.calendar, .saved)
        }
        let showsNames = form["names"] == "yes"
        let token = try await change { try $0.makeCalendar($1, showsNames: showsNames) }
        return try await calendarPage(token)
    }
}

extension OpenVisit {
    /// Fetches of one address of the network, so that nobody tries addresses by the million.
    private static let fetches = Throttle("calendar by address", most: 120, within: .minutes(10))

    /// The calendar itself, for a program that fetches it. Whether the owner may still see the child is asked each time.
    func calendar() async throws -> Response {
        let text = parameters.get("token").map { $0.hasSuffix(".ics") ? String($0.dropLast(4)) : $0 }
        guard let token = text.flatMap({ Token($0) }) else { throw Failure.notFound }
        guard let address = try await store.calendar(token) else {
            if let week = try await store.weekAddress(token) { return try await weekCalendar(week) }
            guard try await store.countTry(Self.fetches, by: self.address) else { throw Failure.throttled }
            throw Failure.notFound
        }
        let owner = Requester(account: address.account, memberships: [])
        let today = workspace.site.today()
        let (plan, latest, schedule) = try await store.look(at: address.child, .keepCalendar, by: owner) {
            connection,
            permit in
            let plan = try connection.plan(permit)
            let span = Span(permit.now - .days(28), permit.now + .days(370))
            let schedule = permit.may(.seeSchedule) ? try connection.schedule(permit, within: span) : nil
            return (plan, plan.ratings.latest(on: today), schedule)
        }
        let planned = PlanCalendar(plan: plan, latest: latest, showsNames: address.showsNames, today: today).events
        let visits = schedule.map { ScheduleCalendar(schedule: $0, showsNames: address.showsNames).events } ?? []
        return calendarResponse(planned + visits)
    }
}

/// What of a plan stands in a calendar: practice on its days of the week, the days on which a goal is looked at and is hoped for.
struct PlanCalendar: Sendable {
    let plan: ChildPlan
    /// The last rating of each goal.
    let latest: [ID<Goal>: Rating]
    /// Names of activities and goals; without them only how many there are.
    let showsNames: Bool
    let today: CalendarDate

    var events: [ICalendar.Event] { practice + goals }

    private var practice: [ICalendar.Event] {
        let week = plan.home.week
        let names = Dictionary(plan.home.active.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let monday = today.weekStart
        return week.days.enumerated().compactMap { index, items in
            guard !items.isEmpty else { return nil }
            let count = items.count == 1 ? "1 activity" : "\(items.count) activities"
            return ICalendar.Event(
                id: "practice-\(index)-\(plan.child.id.text)",
                day: monday.adding(days: index),
                summary: "Practice: \(count), \(week.minutes[index]) minutes",
                description: showsNames ? items.compactMap { names[$0] }.joined(separator: "\n") : "",
                isWeekly: true
            )
        }
    }

    private var goals: [ICalendar.Event] {
        plan.goals.map(\.value).filter { $0.status == .active }.flatMap { goal in
            let title = showsNames ? goal.title : "a goal"
            let review = goal.reviewDay(lastReview: latest[goal.id]?.on).map { day in
                ICalendar.Event(id: "review-\(goal.id.text)", day: day, summary: "Look at \(title) together")
            }
            let hoped = ICalendar.Event(
                id: "goal-\(goal.id.text)",
                day: goal.by,
                summary: showsNames ? "We hope: \(goal.title)" : "The day of a goal"
            )
            return [review, hoped].compactMap(\.self)
        }
    }
}

/// What of a child's schedule stands in the family's calendar: visits that are to take place, or took place.
struct ScheduleCalendar: Sendable {
    let schedule: ChildSchedule
    /// Names of therapists and places; without them only that there is a visit.
    let showsNames: Bool

    var events: [ICalendar.Event] {
        schedule.visits.filter(\.visit.takesTime).map { planned in
            guard showsNames else { return VisitEvent(planned).event("Visit") }
            let who = planned.visit.therapists.map(schedule.name).joined(separator: " and ")
            let practice = schedule.practices[planned.appointment.practice] ?? ""
            let content = planned.appointment.content
            let lines = [practice, content.place.text, content.whereabouts].filter { !$0.isEmpty }
            return VisitEvent(planned).event("Visit with \(who)", description: lines.joined(separator: "\n"))
        }
    }
}
