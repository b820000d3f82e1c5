/// Entries grouped by area, areas in the order in which families look.
enum Shelf {
    private static let order = [
        "Moving", "Dressing", "Eating and drinking", "Washing and toilet", "Play", "School", "Sleep", "Community",
        "Sport", "Adapted ways",
    ]

    static func areas<Entry>(of entries: [Entry], area: (Entry) -> String) -> [(String, [Entry])] {
        var groups: [String: [Entry]] = [:]
        var seen: [String] = []
        for entry in entries {
            if groups[area(entry)] == nil { seen.append(area(entry)) }
            groups[area(entry), default: []].append(entry)
        }
        let names = order.filter { groups[$0] != nil } + seen.filter { !order.contains($0) }
        return names.map { ($0, groups[$0] ?? []) }
    }

    /// An address within the page: "eating-and-drinking".
    static func anchor(_ area: String) -> String {
        String(area.lowercased().map { $0.isLetter ? $0 : "-" })
    }
}
