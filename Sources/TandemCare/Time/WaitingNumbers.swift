package import TandemCatalog

/// One place on a waiting list as numbers count it: since when, and how it ended; nothing of who waits.
package struct WaitingFigure: Sendable, Hashable {
    package let discipline: Discipline
    package let since: CalendarDate
    /// `nil` for those who wait still.
    package let left: Leaving?

    package struct Leaving: Sendable, Hashable {
        package enum Way: String, Sendable, Hashable, CaseIterable {
            case placed = "got a time"
            case takenOff = "taken off"
        }

        package let on: CalendarDate
        package let way: Way

        package init(on: CalendarDate, _ way: Way) {
            self.on = on
            self.way = way
        }
    }

    package init(discipline: Discipline, since: CalendarDate, left: Leaving? = nil) {
        self.discipline = discipline
        self.since = since
        self.left = left
    }

    /// - Parameter day: the day of a moment.
    package init(_ entry: WaitingEntry, day: (Instant) -> CalendarDate) {
        discipline = entry.content.discipline
        since = entry.since
        left =
            switch entry.state {
            case .waiting: nil
            case .placed(let stamp): Leaving(on: day(stamp.at), .placed)
            case .takenOff(let stamp): Leaving(on: day(stamp.at), .takenOff)
            }
    }
}

/// How long a practice's families wait, and how waiting ended.
package struct WaitingNumbers: Sendable, Hashable {
    /// How long somebody has waited, in steps that a family feels.
    package enum Length: String, Sendable, Hashable, CaseIterable {
        case underTwo = "Under 2 weeks"
        case underFour = "2 to 4 weeks"
        case underEight = "4 to 8 weeks"
        case underTwelve = "8 to 12 weeks"
        case longer = "12 weeks or more"

        package init(days: Int) {
            self =
                switch days {
                case ..<14: .underTwo
                case ..<28: .underFour
                case ..<56: .underEight
                case ..<84: .underTwelve
                default: .longer
                }
        }
    }

    /// How many wait now.
    package let waiting: Int
    /// Of those who wait, in days; `nil` where nobody does.
    package let middle: Double?
    package let longest: Int?
    package let lengths: [Length: Int]
    /// How many got a time, and the middle of the days that it took.
    package let placed: Int
    package let placedDays: Double?
    package let takenOff: Int

    package init(_ figures: [WaitingFigure], today: CalendarDate) {
        let days = figures.filter { $0.left == nil }.map { max(0, $0.since.days(until: today)) }
        waiting = days.count
        middle = days.map(Double.init).middle
        longest = days.max()
        lengths = Dictionary(grouping: days, by: Length.init(days:)).mapValues(\.count)
        let placements = figures.compactMap { figure -> Double? in
            guard let left = figure.left, left.way == .placed else { return nil }
            return Double(max(0, figure.since.days(until: left.on)))
        }
        placed = placements.count
        placedDays = placements.middle
        takenOff = figures.count { $0.left?.way == .takenOff }
    }
}
