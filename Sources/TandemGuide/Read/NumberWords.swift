/// Numbers written as words, as far as ages go.
enum NumberWords {
    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    private static let tens = [("thirty", 30.0), ("forty", 40.0), ("fifty", 50.0)]

    private static let values = WordTable(
        (words.enumerated().map { ($1, Double($0)) } + tens).map { (WordHash.of($0), $1) }
    )

    static var all: [String] { words + tens.map(\.0) }

    /// The word for a whole number up to twenty.
    static func name(of value: Double) -> String? {
        value >= 0 && value <= 20 && value == value.rounded() ? words[Int(value)] : nil
    }

    static func value(of word: ContiguousArray<UInt8>) -> Double? {
        word.count < 3 || word.count > 9 ? nil : values[.of(word)]
    }
}
