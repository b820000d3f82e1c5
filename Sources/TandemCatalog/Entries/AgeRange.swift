/// An age range in months, both ends included, corrected for prematurity up to 24 months.
package struct AgeRange: Sendable, Hashable {
    package let from: Double
    package let to: Double

    package init(from: Double, to: Double) {
        self.from = from
        self.to = to
    }

    /// Reads `30-60`, `8.2–17.6` or one number; `nil` if the text is not an age range or runs backward.
    package init?(_ text: String) {
        let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Double($0.trimmed) }
        guard let first = ends.first, let from = first, ends.count <= 2, let last = ends.last, let to = last, from <= to
        else { return nil }
        self.init(from: from, to: to)
    }

    package func contains(_ months: Double) -> Bool { months >= from && months <= to }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    package var trimmed: String {
        // Nearly every text is trim already and ends in plain ASCII; that is told without looking for whole characters.
        if let first = utf8.first, let last = unicodeScalars.last, first > 32, last.isASCII, last.value > 32 {
            return String(self)
        }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
