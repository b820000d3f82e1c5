import TandemCare
import TandemCatalog

/// Two weeks of ticks of one activity, in dots and in words.
struct HomeTicks: Sendable {
    private let ticks: [CalendarDate: Tick]
    private let today: CalendarDate

    init(_ ticks: [Tick], today: CalendarDate) {
        self.ticks = Dictionary(ticks.map { ($0.on, $0) }, uniquingKeysWith: { $1 })
        self.today = today
    }

    private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    var values: Page.Values {
        let all = ticks.values
        let done = all.count { $0.outcome == .done }
        let tried = all.count { $0.outcome == .tried }
        var said: [String] = []
        if done > 0 { said.append("done \(Self.times(done))") }
        if tried > 0 { said.append("tried \(Self.times(tried))") }
        for feel in Tick.Feel.allCases {
            let count = all.count { $0.feel == feel }
            if count > 0 { said.append("\(feel.rawValue) \(Self.times(count))") }
        }
        let words = said.isEmpty ? "nothing ticked yet" : said.joined(separator: ", ")
        let days = (0..<14).map { today.adding(days: $0 - 13) }
        return [
            "words": "Last two weeks: \(words).",
            "dots": days.map(dot),
            "lines": ticks.values.filter { !$0.line.isEmpty }.sorted { $0.on > $1.on }.prefix(3).map { tick in
                ["when": DateText.short(tick.on), "line": tick.line] as Page.Values
            },
        ]
    }

    private func dot(_ day: CalendarDate) -> Page.Values {
        guard let tick = ticks[day] else { return [:] }
        let outcome = tick.outcome == .notToday ? "" : tick.outcome.rawValue
        let look = [outcome, tick.feel == .hurt ? "ache" : ""].filter { !$0.isEmpty }.joined(separator: " ")
        return look.isEmpty ? [:] : ["look": look]
    }
}
