import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A practice's week.
extension PracticeVisit {
    /// More visits than this, and only one day of the week is written out: a page stays small.
    private static var mostShown: Int { 90 }

    func weekPage() async throws -> Response {
        let standard = visit.store.effects.zone
        let (practice, now) = (practice, visit.store.effects.now())
        let asked = visit.query["of"].flatMap { CalendarDate($0) }
        let chosen = visit.query["therapist"].flatMap { ID<Account>($0) }
        let (week, day) = try await look { connection in
            let zone = try connection.zone(of: practice) ?? standard
            let day = asked ?? zone.day(now)
            return (try connection.week(of: practice, day.weekStart.following(7), zone: zone, at: now), day)
        }
        let shown = week.visits.filter { chosen == nil || $0.visit.therapists.contains(chosen ?? $0.child.id.of()) }
        let words = WeekWords(week: week, practice: practice, now: now, therapist: chosen)
        let isLong = shown.count > Self.mostShown
        let days = day.weekStart.following(7).filter { $0.weekday < 5 || shown.map(\.visit.day).contains($0) }
        func href(_ day: CalendarDate?, _ therapist: ID<Account>?) -> String {
            Address.practiceTime(practice, .week(day, therapist: therapist)).path
        }
        var values: Page.Values = [
            "heading": words.heading(day),
            "days": days.map { one in
                let visits = shown.filter { $0.visit.day == one }
                return words.day(one, visits, isWritten: !isLong || one == day).merging([
                    "day_href": href(one, chosen)
                ]) { $1 }
            },
            "before_href": href(day.adding(days: -7), chosen), "after_href": href(day.adding(days: 7), chosen),
            "now_href": href(nil, chosen),
            "everybody_href": href(day, nil), "is_everybody": chosen == nil,
            "therapists": week.therapists.map { person in
                [
                    "name": person.name, "href": href(day, person.account), "is_here": person.account == chosen,
                ] as Page.Values
            },
            "asked": week.asked.map(words.asked), "is_empty": shown.isEmpty,
            "zone": week.zone.label, "is_day_columns": true,
            "waiting_count": week.waitingCount,
            "waiting_href": Address.practiceTime(practice, .waiting).path,
            "free_href": Address.practiceTime(practice, .free).path,
            "hours_href": Address.practiceTime(practice, .hours).path,
            "children_href": Address.practicePage(practice, .children).path,
        ]
        if isClinician { values["address_href"] = Address.practiceTime(practice, .weekAddress).path }
        return response("week", title: "Week of \(TimeText.day(day.weekStart))", at: .week, values)
    }
}

/// The words of a practice's week.
struct WeekWords: Sendable {
    let week: PracticeWeek
    let practice: ID<Practice>
    let now: Instant
    let therapist: ID<Account>?

    func heading(_ day: CalendarDate) -> String {
        "\(TimeText.short(day.weekStart)) to \(TimeText.short(day.weekStart.adding(days: 6)))"
    }

    func day(_ day: CalendarDate, _ visits: [PlannedVisit], isWritten: Bool) -> Page.Values {
        let count = visits.count { $0.visit.takesTime }
        return [
            "id": "d\(day)", "day": TimeText.short(day), "is_today": day == week.zone.day(now),
            "count": count == 0 ? "no visits" : count == 1 ? "1 visit" : "\(count) visits",
            "is_written": isWritten, "visits": isWritten ? visits.map(line) : [],
        ]
    }

    private func line(_ planned: PlannedVisit) -> Page.Values {
        let (appointment, one) = (planned.appointment, planned.visit)
        let number = appointment.number(of: one.ruleDay)
        var values = Mark.values(disciplines(planned)).merging([
            "time": TimeText.time(one.at), "minutes": one.span.minutes, "child": planned.child.fullName,
            "href": Address.childTime(planned.child.id, .visit(appointment.id, visit: number, .page)).path,
            "is_cancelled": !one.takesTime,
        ]) { $1 }
        if therapist == nil || one.therapists.count > 1 {
            values["who"] = one.therapists.map(name).joined(separator: ", ")
        }
        if appointment.content.place != .clinic { values["place"] = appointment.content.place.text }
        if let state = one.state.text {
            values["state"] = state
            values["state_tag"] = one.state.tag
        }
        if let joint = planned.joint, one.takesTime { values["together"] = joint.state.text }
        return values
    }

    func asked(_ proposal: PlannedJoint) -> Page.Values {
        [
            "text": "\(proposal.child.fullName): \(TimeText.span(proposal.joint.span, in: week.zone))",
            "href": Address.childTime(proposal.child.id, .schedule).path,
        ]
    }

    private func name(_ account: ID<Account>) -> String {
        week.therapists.first { $0.account == account }?.name ?? "Somebody who has left"
    }

    private func disciplines(_ planned: PlannedVisit) -> [Discipline] {
        let roles = week.therapists.filter { planned.visit.therapists.contains($0.account) }.flatMap(\.roles)
        var all = Set(roles.compactMap(\.discipline)).union([planned.appointment.content.discipline])
        if planned.visit.therapists.count == 1 { all = [planned.appointment.content.discipline] }
        return Discipline.allCases.filter(all.contains)
    }
}
