package import TandemCatalog

/// That an activity hurt the child: for every therapist of the team, at once. The activity is paused until a therapist resumes it.
package struct HurtAlert: Sendable, Hashable, Codable {
    package let tick: ID<Tick>
    package let child: ID<Child>
    package let item: ID<HomeItem>
    /// Whose activity it was; the alert goes to the other discipline too.
    package let discipline: Discipline
    package let on: CalendarDate
    /// What the family said of it last.
    package private(set) var line: String
    /// Who of the therapists has taken it up.
    package private(set) var taken: Stamp?
    /// What that therapist changed, for the family to read; `nil` where nothing was changed yet.
    package private(set) var change: String?

    /// What was changed where the activity went out of the program.
    package static let takenOut = "It is not in the program any more."

    init(_ tick: Tick, of item: HomeItem) {
        self.tick = tick.id
        child = tick.child
        self.item = item.id
        discipline = item.discipline
        on = tick.on
        line = tick.line
    }

    /// The first to take it up stands; what was changed may be told later.
    package mutating func take(by stamp: Stamp, change: String? = nil) {
        if taken == nil { taken = stamp }
        if let change, !change.isBlank { self.change = change }
    }

    /// The family says more of the same hurt, on the same day.
    package mutating func hear(_ tick: Tick) {
        if !tick.line.isBlank { line = tick.line }
    }
}
