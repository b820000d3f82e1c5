package import TandemCatalog

/// A place on a practice's waiting list: of a child in its care, or of one whom it knows by name only.
package struct WaitingEntry: Sendable, Hashable, Codable {
    package let id: ID<WaitingEntry>
    package let practice: ID<Practice>
    package let child: ID<Child>?
    package var content: Content
    /// The day since which the family waits.
    package let since: CalendarDate
    package private(set) var state: State
    package let made: Stamp

    package struct Content: Sendable, Hashable, Codable {
        /// Of somebody who has no record here yet; else empty.
        package var name: String
        /// "Sue Baker, 555-0303"; empty for a child with a record.
        package var reach: String
        package var discipline: Discipline
        package var wishes: Wishes
        package var minutes: Int
        /// May be called the day before, or on the day.
        package var shortNotice: Bool
        /// For scheduling only.
        package var note: String

        package init(
            name: String = "",
            reach: String = "",
            discipline: Discipline,
            wishes: Wishes = Wishes(),
            minutes: Int = 45,
            shortNotice: Bool = false,
            note: String = ""
        ) {
            self.name = name
            self.reach = reach
            self.discipline = discipline
            self.wishes = wishes
            self.minutes = minutes
            self.shortNotice = shortNotice
            self.note = note
        }
    }

    /// When the family can come.
    package struct Wishes: Sendable, Hashable, Codable {
        /// Empty for any day.
        package var weekdays: Set<Int>
        package var from: TimeOfDay?
        package var to: TimeOfDay?

        package init(weekdays: Set<Int> = [], from: TimeOfDay? = nil, to: TimeOfDay? = nil) {
            self.weekdays = weekdays
            self.from = from
            self.to = to
        }

        package func fit(_ day: CalendarDate, _ at: TimeOfDay, minutes: Int) -> Bool {
            (weekdays.isEmpty || weekdays.contains(day.weekday)) && (from.map { $0 <= at } ?? true)
                && (to.map { at.minutes + minutes <= $0.minutes } ?? true)
        }
    }

    package enum State: Sendable, Hashable, Codable {
        case waiting
        /// Has a time now.
        case placed(Stamp)
        /// Waits no longer.
        case takenOff(Stamp)
    }

    package init(
        id: ID<WaitingEntry>,
        practice: ID<Practice>,
        child: ID<Child>?,
        content: Content,
        since: CalendarDate,
        made: Stamp
    ) {
        self.id = id
        self.practice = practice
        self.child = child
        self.content = content
        self.since = since
        state = .waiting
        self.made = made
    }

    package var isWaiting: Bool { state == .waiting }

    package mutating func place(by stamp: Stamp) { if isWaiting { state = .placed(stamp) } }

    package mutating func takeOff(by stamp: Stamp) { if isWaiting { state = .takenOff(stamp) } }

    /// Whether a free time suits.
    package func fits(_ slot: OpenSlot) -> Bool {
        let wall = slot.rules.wall(slot.span.start)
        return isWaiting && content.shortNotice && content.discipline == slot.discipline
            && content.minutes <= slot.span.minutes
            && content.wishes.fit(wall.day, wall.time, minutes: content.minutes)
    }

    package func remarks(today: CalendarDate) -> [EntryRemark] {
        var remarks: [EntryRemark] = []
        if child == nil {
            remarks += EntryRemark.text("name", content.name, limit: TextLimit.line, required: "Write whom to ask for.")
            remarks += EntryRemark.text(
                "reach",
                content.reach,
                limit: TextLimit.line,
                required: "Write how to reach them."
            )
        }
        remarks += EntryRemark.text("note", content.note, limit: TextLimit.line)
        if !Appointment.Content.lengths.contains(content.minutes) {
            remarks.append(
                .outOfOrder(
                    "minutes",
                    message: "This is no length of a visit.",
                    mend: "Write how many minutes it takes."
                )
            )
        }
        if since > today {
            remarks.append(.outOfOrder("since", message: "This day is still to come.", mend: "Check the date."))
        }
        if let from = content.wishes.from, let to = content.wishes.to, to <= from {
            remarks.append(.outOfOrder("to", message: "The end is not after the start.", mend: "Check the two times."))
        }
        return remarks
    }
}

extension [WaitingEntry] {
    /// Those whom a free time suits, in order of waiting.
    package func fitting(_ slot: OpenSlot) -> [WaitingEntry] {
        filter { $0.fits(slot) }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }
}
