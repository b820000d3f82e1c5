package import TandemCatalog

/// Who has looked at a child's record and who has changed it, day by day, newest first: the same look of one person on one
/// day is counted, not repeated.
package struct LookDiary: Sendable, Hashable {
    package struct Day: Sendable, Hashable {
        package let date: CalendarDate
        package let entries: [Entry]
    }

    package struct Entry: Sendable, Hashable {
        /// `nil` for the program itself.
        package let account: ID<Account>?
        /// On whose behalf; `nil` for family.
        package let practice: ID<Practice>?
        package let ground: String
        package let verb: AuditLine.Verb
        /// `see plan`, `intake` ...
        package let kind: String
        package let times: Int
    }

    package let days: [Day]

    /// - Parameters:
    ///   - lines: newest first.
    ///   - date: the day of a moment where the readers live.
    package init(_ lines: [AuditLine], date: (Instant) -> CalendarDate) {
        var days: [(date: CalendarDate, keys: [Key], times: [Key: Int])] = []
        for line in lines {
            let day = date(line.at)
            if days.last?.date != day { days.append((day, [], [:])) }
            let key = Key(line)
            if days[days.count - 1].times[key] == nil { days[days.count - 1].keys.append(key) }
            days[days.count - 1].times[key, default: 0] += 1
        }
        self.days = days.map { day in
            Day(date: day.date, entries: day.keys.map { $0.entry(times: day.times[$0] ?? 0) })
        }
    }

    private struct Key: Hashable {
        let account: ID<Account>?
        let practice: ID<Practice>?
        let ground: String
        let verb: AuditLine.Verb
        let kind: String

        init(_ line: AuditLine) {
            account = line.account
            practice = line.practice
            ground = line.ground
            verb = line.verb
            kind = line.kind
        }

        func entry(times: Int) -> Entry {
            Entry(account: account, practice: practice, ground: ground, verb: verb, kind: kind, times: times)
        }
    }
}
