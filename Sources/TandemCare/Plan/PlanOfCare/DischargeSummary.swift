package import TandemCatalog

/// What one discipline writes when its work is done: from where to where the child came, and what goes on.
package struct DischargeSummary: Sendable, Hashable {
    package struct GoalOutcome: Sendable, Hashable {
        package let title: String
        package let status: GoalStatus
        package let from: Int?
        package let to: Int?
    }

    package struct MeasureOutcome: Sendable, Hashable {
        package let measure: Measure
        package let series: Measurement.Series
        package let first: Trend.Point
        package let last: Trend.Point
        package let judgement: Judgement
    }

    package let discipline: Discipline
    package let reason: String
    /// First and last visit; `nil` where there was none.
    package let days: ClosedRange<CalendarDate>?
    package let visits: Int
    package let minutes: Int
    package let goals: [GoalOutcome]
    package let change: AttainmentChange?
    package let measures: [MeasureOutcome]
    /// Home activities that go on.
    package let keepDoing: [HomeItem]

    /// - Parameters:
    ///   - notes: of the child; those of the other discipline and drafts do not count.
    ///   - profile: what is known of the child, to say what a change means.
    package init(
        discipline: Discipline,
        reason: String,
        goals: [Goal],
        scales: [AttainmentScale],
        ratings: [Rating],
        notes: [VisitNote],
        trends: [Trend],
        profile: ChildProfile,
        home: [HomeItem]
    ) {
        self.discipline = discipline
        self.reason = reason
        let own = notes.filter { $0.discipline == discipline && $0.isSigned }
        let dates = own.map(\.content.on)
        if let first = dates.min(), let last = dates.max() { days = first...last } else { days = nil }
        visits = own.count
        minutes = own.reduce(0) { sum, note in
            sum + note.content.services.filter { $0.discipline == discipline }.written
        }
        let led = goals.filter { !$0.split.parts(ledBy: discipline).isEmpty && $0.status != .proposed }
        let standing = ratings.standing
        self.goals = led.map { goal in
            GoalOutcome(
                title: goal.title,
                status: goal.status,
                from: scales.first { $0.goal == goal.id }?.baselineLevel,
                to: standing.last { $0.goal == goal.id }?.level
            )
        }
        let ids = Set(led.map(\.id))
        change = AttainmentHistory(scales: scales.filter { ids.contains($0.goal) }, ratings: ratings).change
        measures = trends.compactMap { trend in
            guard let first = trend.points.first, let last = trend.points.last else { return nil }
            return MeasureOutcome(
                measure: trend.measure,
                series: trend.series,
                first: first,
                last: last,
                judgement: trend.judgement(for: profile)
            )
        }
        keepDoing = home.filter { $0.isActive && $0.discipline == discipline }
    }
}
