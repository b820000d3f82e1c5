/// Up to eight places of words in a text, in order; kept in the value itself, so that a mention is copied without counting
/// references.
struct TokenPlaces: RandomAccessCollection, Sendable {
    private var places = SIMD8<Int16>(repeating: -1)
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    /// The first place and the last; 0 if there is none.
    var lowest: Int { Swift.max(0, Int(places[0])) }
    var highest: Int { count == 0 ? 0 : Int(places[count - 1]) }
    /// How far they stand apart.
    var breadth: Int { highest - lowest }

    subscript(index: Int) -> Int { Int(places[index]) }

    func contains(_ place: Int) -> Bool { any(places .== SIMD8(repeating: Int16(clamping: place))) }

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
