/// A short list of numbers that tells at once where a number stands in it: chains of places behind a few dozen heads, so that
/// clearing it costs nothing to speak of, however many different numbers there are.
struct NumberIndex: Sendable {
    private var heads = [Int32](repeating: -1, count: 64)
    /// Each number with the place before it on its chain.
    private var entries: [(number: Int32, before: Int32)] = []

    init() { entries.reserveCapacity(64) }

    var count: Int { entries.count }

    subscript(place: Int) -> Int32 { entries[place].number }

    mutating func append(_ number: Int32) {
        let head = Self.head(of: number)
        entries.append((number, heads[head]))
        heads[head] = Int32(entries.count - 1)
    }

    mutating func removeAll() {
        for entry in entries { heads[Self.head(of: entry.number)] = -1 }
        entries.removeAll(keepingCapacity: true)
    }

    /// The last place of a number.
    func last(of number: Int32) -> Int? { onChain(heads[Self.head(of: number)], number) }

    /// The last place of the same number before this one.
    func before(_ place: Int) -> Int? { onChain(entries[place].before, entries[place].number) }

    private func onChain(_ start: Int32, _ number: Int32) -> Int? {
        var place = Int(start)
        while place >= 0 {
            if entries[place].number == number { return place }
            place = Int(entries[place].before)
        }
        return nil
    }

    private static func head(of number: Int32) -> Int { Int(number & 63) }
}
