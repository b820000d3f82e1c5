/// Up to eight places of words in a text, in order; kept in the value itself, so that a mention is copied without counting
/// references.
struct TokenPlaces: RandomAccessCollection, Sendable {
    private var places = SIMD8<Int16>()
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Int { Int(places[index]) }

    /// Puts a place where it belongs in the order. A ninth is left out.
    mutating func insert(_ place: Int) {
        guard count < SIMD8<Int16>.scalarCount else { return }
        var index = count
        while index > 0, Int(places[index - 1]) > place {
            places[index] = places[index - 1]
            index -= 1
        }
        places[index] = Int16(clamping: place)
        count += 1
    }
}
