import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// One timeline of the child: what both therapies and the family did, newest first.
extension ChildVisit {
    func timelinePage() async throws -> Response {
        let before = visit.query["before"].flatMap { Int64($0) }.map(Instant.init(microseconds:))
        let measures = visit.workspace.site.rules.measures
        let (child, permit, page) = try await look { connection, permit in
            (
                try connection.child(permit).value, permit,
                try connection.timeline(permit, before: before, measures: measures)
            )
        }
        let words = TimelineWords(
            page: page,
            child: self.child,
            isFamily: permit.isFamily,
            day: visit.store.effects.day
        )
        var values: Page.Values = [
            "days": words.days, "is_empty": page.entries.isEmpty, "is_later_page": before != nil,
            "timeline_href": Address.childPage(self.child, .timeline).path,
            "hides_notes": !permit.may(.seeNotes),
        ]
        values["older_href"] = page.older.map { Address.olderTimeline(self.child, $0).path }
        return response("timeline", title: "Timeline", child, permit, at: .timeline, values)
    }
}

/// The words of a timeline: days, and under each what happened.
struct TimelineWords: Sendable {
    let page: TandemStore.TimelinePage
    let child: ID<Child>
    let isFamily: Bool
    let day: @Sendable (Instant) -> CalendarDate

    /// Grouped by the day on which it was written.
    var days: [Page.Values] {
        var days: [(day: CalendarDate, entries: [Page.Values])] = []
        for entry in page.entries {
            let day = day(entry.at)
            if days.last?.day != day { days.append((day, [])) }
            days[days.count - 1].entries.append(values(entry, writtenOn: day))
        }
        return days.map { ["date": DateText.text($0.day), "entries": $0.entries] }
    }

    private func values(_ entry: TimelineEntry, writtenOn day: CalendarDate) -> Page.Values {
        var values: Page.Values = ["text": entry.event.words(forFamily: isFamily), "is_hurt": entry.event.isHurt]
        if let discipline = entry.discipline { values["mark"] = Mark.values([discipline]) }
        values["who"] = entry.by.map { page.people[$0] ?? "Somebody" } ?? entry.event.partner
        if entry.day != day { values["about"] = DateText.text(entry.day) }
        values["detail"] = entry.event.detail
        values["href"] = href(entry.event)
        return values
    }

    private func href(_ event: TimelineEvent) -> String? {
        switch event {
        case .planOfCareSigned, .paper: Address.papers(child, .all).path
        case .referral(_, let referral, _, _, _): Address.childReferral(child, referral).path
        case .measured, .sport: Address.measures(child, .all).path
        case .visit, .addendum: Address.visits(child, .all).path
        case .practiced, .hurt, .homeAdded, .homePaused, .homeRetired: Address.homeProgram(child, .all).path
        case .goal, .stepAdded, .stepDropped, .leadProposed, .leadSettled, .leadDisputed, .rated:
            Address.goals(child, .all).path
        }
    }
}
