import TandemCare
import TandemCatalog

/// Dates in words: "May 3, 2019".
enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func text(_ date: CalendarDate) -> String { "\(months[date.month - 1]) \(date.day), \(date.year)" }

    /// As lists show it: 05/03/2019.
    static func short(_ date: CalendarDate) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(date.month))/\(two(date.day))/\(date.year)"
    }

    /// 1 to 12, from a number or the beginning of a name.
    static func month(_ text: String) -> Int? {
        if let number = Int(text) { return (1...12).contains(number) ? number : nil }
        guard text.count >= 3 else { return nil }
        return months.firstIndex { $0.lowercased().hasPrefix(text.lowercased()) }.map { $0 + 1 }
    }

    static func age(_ born: CalendarDate, on today: CalendarDate) -> String {
        AgeText.text(Double(max(0, born.wholeMonths(until: today))))
    }
}
