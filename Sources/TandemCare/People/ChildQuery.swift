package import TandemCatalog

/// What somebody types to find a child: beginnings of names in any order, a birth date, or both. "garcia, maria",
/// "mar gar 5/3/2019".
package struct ChildQuery: Sendable, Hashable {
    /// Folded beginnings of words, at most `mostWords`.
    package let words: [String]
    package let birthDate: CalendarDate?

    private static let mostWords = 5

    package init(words: [String], birthDate: CalendarDate?) {
        self.words = words
        self.birthDate = birthDate
    }

    /// Reads dates as 2019-05-03, 5/3/2019, 05-03-2019, 5.3.2019 and 5/3/19; month first, as in the United States.
    ///
    /// - Parameter today: tells which century 5/3/19 is in.
    package init(_ text: String, today: CalendarDate) {
        var date: CalendarDate?
        var names: [Substring] = []
        for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
            if date == nil, let found = Self.date(part, today) { date = found } else { names.append(part) }
        }
        let words = names.flatMap { NameKey.words(String($0)) }
        self.init(words: Array(words.prefix(Self.mostWords)), birthDate: date)
    }

    package var isEmpty: Bool { words.isEmpty && birthDate == nil }

    /// Does every word of the query begin a word of this folded name?
    package func matches(_ name: [String]) -> Bool {
        words.allSatisfy { word in name.contains { $0.hasPrefix(word) } }
    }

    private static func date(_ part: Substring, _ today: CalendarDate) -> CalendarDate? {
        let pieces = part.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
        let numbers = pieces.compactMap { $0.count <= 4 ? Int($0) : nil }
        guard pieces.count == 3, numbers.count == 3 else { return nil }
        if pieces[0].count == 4 {
            return CalendarDate(checkingYear: numbers[0], month: numbers[1], day: numbers[2])
        }
        var year = numbers[2]
        if pieces[2].count <= 2 {
            year += year <= today.year % 100 ? today.year / 100 * 100 : today.year / 100 * 100 - 100
        }
        return CalendarDate(checkingYear: year, month: numbers[0], day: numbers[1])
    }
}
