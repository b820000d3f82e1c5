package import TandemCatalog

/// A week of the family at home, told kindly: what was done, never what was missed, and no row of days to keep unbroken.
package struct HomeWeek: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let item: ID<HomeItem>
        package let name: String
        package let done: Int
        package let tried: Int
    }

    /// Days on which at least one item was done or tried.
    package let days: Int
    /// Minutes of what was done, as the items say; tries do not count.
    package let minutes: Int
    /// Items that were done or tried, the most frequent first.
    package let lines: [Line]
    package let tooHard: [String]
    package let tooEasy: [String]

    /// - Parameter from: first of the seven days.
    package init(from: CalendarDate, ticks: [Tick], items: [HomeItem]) {
        let to = from.adding(days: 6)
        let week = ticks.filter { from <= $0.on && $0.on <= to }.standing
        let practiced = week.filter { $0.outcome != .notToday }
        let known = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        days = Set(practiced.map(\.on)).count
        minutes = practiced.reduce(0) { $0 + ($1.outcome == .done ? known[$1.item]?.minutes ?? 0 : 0) }
        lines = items.compactMap { item in
            let own = practiced.filter { $0.item == item.id }
            let done = own.count { $0.outcome == .done }
            return own.isEmpty ? nil : Line(item: item.id, name: item.name, done: done, tried: own.count - done)
        }
        .sorted { ($1.done + $1.tried, $0.item.text) < ($0.done + $0.tried, $1.item.text) }
        func names(_ feel: Tick.Feel) -> [String] {
            items.filter { item in week.count { $0.item == item.id && $0.feel == feel } >= 2 }.map(\.name)
        }
        tooHard = names(.tooHard)
        tooEasy = names(.tooEasy)
    }

    /// For the family's page.
    package var words: [String] {
        var words: [String] = []
        switch days {
        case 0: words.append("This week had other plans. That is fine. One short activity is a good way back in.")
        case 1: words.append("You practiced on one day this week. Every bit helps.")
        default: words.append("You practiced on \(days) days this week. Every bit helps.")
        }
        if let most = lines.first, most.done + most.tried > 1 {
            words.append("Most often: \(most.name), \(most.done + most.tried) times.")
        }
        for name in tooHard { words.append("\(name) felt too hard. Your therapist can make it easier.") }
        for name in tooEasy { words.append("\(name) felt too easy. Your therapist can add a next step.") }
        return words
    }
}
