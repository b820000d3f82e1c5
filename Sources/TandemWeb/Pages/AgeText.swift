import TandemCatalog

/// Ages in words: "2 years 3 months".
enum AgeText {
    static func text(_ months: Double) -> String {
        let whole = Int(months.rounded(.down))
        if whole < 1 { return "under 1 month" }
        if whole < 24 { return count(whole, "month") }
        let years = count(whole / 12, "year")
        return whole % 12 == 0 ? years : "\(years) \(count(whole % 12, "month"))"
    }

    static func text(_ range: AgeRange) -> String {
        if range.from < 1, range.to >= 200 { return "At any age" }
        if range.to >= 200 { return "From \(text(range.from))" }
        return "From \(text(range.from)) to \(text(range.to))"
    }

    private static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
}
