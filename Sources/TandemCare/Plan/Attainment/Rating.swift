package import TandemCatalog

/// The level a goal had on a day, as somebody saw it. Ratings are added, never changed; a mistake is followed by a new one that
/// names it.
package struct Rating: Sendable, Hashable, Codable {
    package let id: ID<Rating>
    package let child: ID<Child>
    package let goal: ID<Goal>
    /// -2 to +2.
    package let level: Int
    /// What was measured, where a value was.
    package let value: Double?
    package let on: CalendarDate
    package let words: String
    /// `nil` for family.
    package let discipline: Discipline?
    package let stamp: Stamp
    /// The rating that this one takes the place of.
    package let corrects: ID<Rating>?

    /// - Parameter level: brought to -2 to +2 where it lies beyond.
    package init(
        id: ID<Rating>,
        child: ID<Child>,
        goal: ID<Goal>,
        level: Int,
        value: Double? = nil,
        on: CalendarDate,
        words: String = "",
        discipline: Discipline?,
        stamp: Stamp,
        corrects: ID<Rating>? = nil
    ) {
        self.id = id
        self.child = child
        self.goal = goal
        self.level = min(max(level, AttainmentScale.levels.lowerBound), AttainmentScale.levels.upperBound)
        self.value = value
        self.on = on
        self.words = words
        self.discipline = discipline
        self.stamp = stamp
        self.corrects = corrects
    }
}

extension Rating {
    /// What a person can still mend.
    package func remarks(today: CalendarDate) -> [EntryRemark] {
        var remarks = EntryRemark.text("words", words, limit: TextLimit.note)
        if on > today {
            remarks.append(.outOfOrder("on", message: "This day is still to come.", mend: "Choose the day you saw it."))
        }
        return remarks
    }
}

extension [Rating] {
    /// Without those that another takes the place of, oldest first; of one day, in order of writing.
    package var standing: [Rating] {
        let corrected = Set(compactMap(\.corrects))
        return filter { !corrected.contains($0.id) }
            .sorted { ($0.on, $0.stamp.at, $0.id) < ($1.on, $1.stamp.at, $1.id) }
    }

    /// The last rating of each goal up to and on a day.
    package func latest(on day: CalendarDate) -> [ID<Goal>: Rating] {
        Dictionary(standing.filter { $0.on <= day }.map { ($0.goal, $0) }, uniquingKeysWith: { $1 })
    }
}
