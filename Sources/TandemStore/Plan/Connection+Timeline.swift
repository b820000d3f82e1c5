package import TandemCare
import TandemCatalog
import TandemDatabase

/// One page of a child's timeline, and whether there is more.
package struct TimelinePage: Sendable {
    /// Newest first.
    package let entries: [TimelineEntry]
    /// Names of everybody who did something here.
    package let people: [ID<Account>: String]
    /// From where the next page goes on; `nil` at the end.
    package let older: Instant?
}

extension Connection {
    /// What happened before a moment, newest first: about `count` entries, and never a part of what happened in one moment.
    ///
    /// What grows without end (visits, measurements, ratings, ticks) is read newest first and no further than the page needs;
    /// goals, the home program, plans of care and referrals are few and read whole.
    ///
    /// - Parameter before: `nil` for the newest page.
    package func timeline(
        _ permit: Permit,
        before: Instant? = nil,
        count: Int = 30,
        measures: MeasureRegistry
    ) throws -> TimelinePage {
        var reading = TimelineReading(
            connection: self,
            children: try ids(joinedInto: permit.child),
            before: before ?? Instant(microseconds: .max),
            count: count
        )
        let goals = try parts(Goal.self, permit).map(\.value)
        let items = try parts(HomeItem.self, permit).map(\.value)
        reading.take(goals.flatMap(\.timeline))
        reading.take(items.flatMap(\.timeline))
        reading.take(try parts(PlanOfCare.self, permit).map(\.value).filter(\.isSigned).flatMap(\.timeline))
        reading.take(try parts(ReturnToSport.self, permit).flatMap(\.value.timeline))
        if permit.may(.seeReferrals) { reading.take(try referralTimeline(permit)) }
        try reading.takeRatings(of: goals)
        try reading.takeMeasurements(measures)
        try reading.takeTicks(of: items)
        if permit.may(.seeNotes) { try reading.takeNotes() }
        let (entries, older) = reading.page
        return TimelinePage(entries: entries, people: try names(of: Set(entries.compactMap(\.by))), older: older)
    }
}

extension Connection {
    /// What the child's referrals tell, as far as the family may see them.
    private func referralTimeline(_ permit: Permit) throws -> [TimelineEntry] {
        let referrals = try referrals(permit).map(\.value).filter(\.isVisibleToFamily)
        let names = try names(of: referrals)
        return referrals.flatMap { $0.timeline(from: names.sender($0), to: names.recipient($0)) }
    }
}

/// Gathers entries from every source, and how far down each was read.
private struct TimelineReading {
    let connection: any Connection
    let children: [ID<Child>]
    let before: Instant
    let count: Int
    private var entries: [TimelineEntry] = []
    /// Above this moment every source was read.
    private var horizon = Instant(microseconds: .min)

    init(connection: any Connection, children: [ID<Child>], before: Instant, count: Int) {
        self.connection = connection
        self.children = children
        self.before = before
        self.count = count
    }

    var page: (entries: [TimelineEntry], older: Instant?) {
        let all = entries.filter { $0.at < before }.sorted()
        let whole = all.filter { $0.at > horizon }
        var page = Array(whole.prefix(count))
        if let last = page.last { page = Array(whole.prefix { $0.at >= last.at }) }
        guard page.count < all.count || horizon.microseconds > .min else { return (page, nil) }
        return (page, min(page.last?.at ?? horizon, before - .microseconds(1)))
    }

    mutating func take(_ more: [TimelineEntry]) { entries += more }

    mutating func takeRatings(of goals: [Goal]) throws {
        let byID = Dictionary(goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ratings: [Rating] = try newest(most: count) { $0.stamp.at }
        take(ratings.flatMap { rating in byID[rating.goal].map { rating.timeline(of: $0) } ?? [] })
    }

    mutating func takeMeasurements(_ registry: MeasureRegistry) throws {
        let measurements: [Measurement] = try newest(most: count) { $0.stamp.at }
        take(measurements.flatMap { $0.timeline(registry) })
    }

    /// A day's ticks of one person are one entry, so days are read whole.
    mutating func takeTicks(of items: [HomeItem]) throws {
        let newest: [Tick] = try newest(most: count * Self.ticksAnEntry) { $0.stamp.at }
        let days = Set(newest.map(\.on)).sorted()
        guard !days.isEmpty else { return }
        let places = days.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        let ticks: [Tick] = try children.flatMap { child in
            try read("child = $1 AND on_day IN (\(places))", [.text(child.text)] + days.map(SQLValue.day))
        }
        take(ticks.timeline(items))
    }

    mutating func takeNotes() throws {
        for child in children {
            let visits: [VisitNote] = try read(
                "child = $1 AND signed_at < $2 ORDER BY signed_at DESC LIMIT \(count)",
                [.text(child.text), .integer(before.microseconds)]
            )
            if visits.count == count, let last = visits.last?.signature?.stamp.at { horizon = max(horizon, last) }
            // Seldom and few: notes to which something was added, perhaps long after.
            let amended: [VisitNote] = try read("child = $1 AND added_at IS NOT NULL", [.text(child.text)])
            let known = Set(visits.map(\.id))
            take((visits + amended.filter { !known.contains($0.id) }).flatMap(\.timeline))
        }
    }

    private static let ticksAnEntry = 8
    /// The id of a record is made a little before or after its moment.
    private static let slack = Duration.minutes(1)

    /// Records that are added and never changed: their ids tell their order.
    private mutating func newest<Value: PlanRecord>(most: Int, at: (Value) -> Instant) throws -> [Value] {
        var found: [Value] = []
        for child in children {
            let (condition, more) = bound()
            let values: [SQLValue] = [.text(child.text)] + more
            let own: [Value] = try read("child = $1\(condition) ORDER BY id DESC LIMIT \(most)", values)
            if own.count == most, let last = own.last { horizon = max(horizon, at(last) + Self.slack) }
            found += own
        }
        return found
    }

    private func bound() -> (String, [SQLValue]) {
        guard before.microseconds < .max else { return ("", []) }
        let id = ID<Child>(at: before + Self.slack, random: Array(repeating: 0, count: 10))
        return (" AND id < $2", [.text(id.text)])
    }

    private func read<Value: PlanRecord>(_ condition: String, _ values: [SQLValue]) throws -> [Value] {
        try connection.records(Value.self, where: condition, values).map(\.value)
    }
}
