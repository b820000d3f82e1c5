package import TandemCatalog

/// Times at which two therapists of two practices could see a child together. Each side learns what both have free, and of
/// that only some: no calendar can be read out of it.
package enum JointSlots {
    /// Minutes that can be asked for: nothing shorter than half an hour, since short questions would feel out a calendar.
    package static let lengths = [30, 45, 60, 90]
    /// How far ahead.
    package static let days = 28
    /// Shown at most, in all and of one day.
    package static let most = 20
    package static let mostADay = 3

    /// The times to show: of each day the first, the last, and one between, as long as there is room.
    package static func times(_ mine: FreeTime, _ theirs: FreeTime, minutes: Int, in zone: ZoneRules) -> [Instant] {
        let starts = mine.intersection(theirs).starts(minutes: minutes)
        let byDay = Dictionary(grouping: starts) { zone.day($0) }
        var shown: [Instant] = []
        for day in byDay.keys.sorted() {
            let apart = (byDay[day] ?? []).sorted().reduce(into: [Instant]()) { kept, start in
                if kept.last.map({ $0 + .minutes(minutes) <= start }) ?? true { kept.append(start) }
            }
            guard let first = apart.first, let last = apart.last else { continue }
            let some = apart.count <= mostADay ? apart : [first, apart[apart.count / 2], last]
            shown += some
            if shown.count >= most { break }
        }
        return Array(shown.prefix(most))
    }

    /// The days that are looked at.
    package static func days(from now: Instant, in zone: ZoneRules) -> [CalendarDate] {
        // A day that has begun is too short to ask another practice.
        zone.day(now).adding(days: 1).following(days)
    }
}
