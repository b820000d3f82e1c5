package import TandemCatalog

/// When one therapist sees children in one practice: blocks of every week, and days off.
package struct WorkingHours: Sendable, Hashable, Codable {
    package let id: ID<WorkingHours>
    package let practice: ID<Practice>
    package let therapist: ID<Account>
    package private(set) var blocks: [Block]
    package private(set) var daysOff: [DaysOff]

    package struct Block: Sendable, Hashable, Codable, Comparable {
        /// 0 for Monday to 6 for Sunday.
        package let weekday: Int
        package let from: TimeOfDay
        package let to: TimeOfDay

        package init(weekday: Int, from: TimeOfDay, to: TimeOfDay) {
            self.weekday = weekday
            self.from = from
            self.to = to
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.weekday, left.from, left.to) < (right.weekday, right.from, right.to)
        }
    }

    /// Days on which the therapist is away, both ends among them. Why is nobody's business here.
    package struct DaysOff: Sendable, Hashable, Codable, Comparable {
        package let from: CalendarDate
        package let through: CalendarDate

        package init(from: CalendarDate, through: CalendarDate) {
            self.from = from
            self.through = through
        }

        package func contains(_ day: CalendarDate) -> Bool { from <= day && day <= through }

        package static func < (left: Self, right: Self) -> Bool {
            (left.from, left.through) < (right.from, right.through)
        }
    }

    package init(
        id: ID<WorkingHours>,
        practice: ID<Practice>,
        therapist: ID<Account>,
        blocks: [Block] = [],
        daysOff: [DaysOff] = []
    ) {
        self.id = id
        self.practice = practice
        self.therapist = therapist
        self.blocks = blocks.sorted()
        self.daysOff = daysOff.sorted()
    }

    package mutating func set(_ blocks: [Block], daysOff: [DaysOff]) {
        self.blocks = blocks.sorted()
        self.daysOff = daysOff.sorted()
    }

    /// Blocks of a week, at most.
    package static let mostBlocks = 28
    package static let mostDaysOff = 60

    package func remarks() -> [EntryRemark] {
        var remarks: [EntryRemark] = []
        for (index, block) in blocks.enumerated() {
            let isAfterOther =
                index > 0 && blocks[index - 1].weekday == block.weekday
                && blocks[index - 1].to > block.from
            if block.to <= block.from {
                remarks.append(
                    .outOfOrder(
                        "day \(block.weekday)",
                        message: "The end is not after the start.",
                        mend: "Check the two times."
                    )
                )
            } else if isAfterOther {
                remarks.append(
                    .outOfOrder(
                        "day \(block.weekday)",
                        message: "Two blocks overlap.",
                        mend: "Make one of them shorter."
                    )
                )
            }
        }
        for off in daysOff where off.through < off.from {
            remarks.append(
                .outOfOrder("off", message: "The last day off is before the first.", mend: "Check the two days.")
            )
        }
        return remarks
    }

    /// The time in which the therapist sees children, on some days.
    package func time(on days: [CalendarDate], in zone: ZoneRules) -> FreeTime {
        FreeTime(
            days.filter { day in !daysOff.contains { $0.contains(day) } }.flatMap { day in
                blocks.filter { $0.weekday == day.weekday }
                    .map { Span(zone.instant(day, $0.from), zone.instant(day, $0.to)) }
            }
        )
    }

    /// What of it is free: neither taken nor over.
    package func free(on days: [CalendarDate], in zone: ZoneRules, taken: [Span], now: Instant) -> FreeTime {
        time(on: days, in: zone).subtracting(taken + [Span(Instant(microseconds: .min / 2), now)])
    }
}

extension CalendarDate {
    /// So many days, this one first.
    package func following(_ count: Int) -> [CalendarDate] { (0..<max(0, count)).map { adding(days: $0) } }
}
