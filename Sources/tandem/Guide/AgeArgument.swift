import ArgumentParser

/// An age as people type it: `4y6m`, `18m`, `4.5`, `4 years`, `6w`.
struct AgeArgument: ExpressibleByArgument {
    let months: Double

    init?(argument: String) {
        var months = 0.0
        var rest = argument.lowercased().filter { !$0.isWhitespace }[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let value = Double(digits) else { return nil }
            switch unit {
            case "", "y", "yr", "yrs", "year", "years": months += value * 12
            case "m", "mo", "mos", "month", "months": months += value
            case "w", "wk", "wks", "week", "weeks": months += value * 7 / 30.4375
            default: return nil
            }
            rest = rest.dropFirst(digits.count + unit.count)
        }
        guard (0...252).contains(months) else { return nil }
        self.months = months
    }
}
