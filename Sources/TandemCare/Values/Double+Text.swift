extension Double {
    /// The number with that many decimals, halves away from zero: `57.25`.
    package func text(decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (self * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 1e15 else { return "\(self)" }
        let digits = String(Int64(scaled.magnitude))
        let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// As short as it can be said with two decimals at most: `15`, `2.5`.
    package var shortText: String {
        let text = text(decimals: 2)
        guard text.contains(".") else { return text }
        let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(short.reversed())
    }
}
