/// The codes of a list, found by their ten bytes: asked fifteen times a row.
struct CodeTable: Sendable {
    private struct Slot {
        var high: UInt64 = 0
        var low: UInt16 = 0
        var index: Int16 = -1
    }

    let taxonomies: [Taxonomy]
    private var slots: [Slot]
    private let mask: Int

    init(_ list: TaxonomyList) {
        taxonomies = list.taxonomies
        var size = 64
        while size < list.taxonomies.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: Slot(), count: size)
        for (index, taxonomy) in list.taxonomies.enumerated() {
            var code = taxonomy.code
            code.withUTF8 { bytes in
                let (high, low) = Self.key(UnsafeRawBufferPointer(bytes))
                var place = Self.hash(high, low) & mask
                while slots[place].index >= 0 { place = (place + 1) & mask }
                slots[place] = Slot(high: high, low: low, index: Int16(index))
            }
        }
    }

    /// - Returns: the place in `taxonomies`.
    func index(of code: UnsafeRawBufferPointer) -> Int? {
        guard code.count == 10 else { return nil }
        let (high, low) = Self.key(code)
        var place = Self.hash(high, low) & mask
        while slots[place].index >= 0 {
            if slots[place].high == high, slots[place].low == low { return Int(slots[place].index) }
            place = (place + 1) & mask
        }
        return nil
    }

    /// - Precondition: ten bytes.
    private static func key(_ code: UnsafeRawBufferPointer) -> (UInt64, UInt16) {
        (code.loadUnaligned(as: UInt64.self), code.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    }

    private static func hash(_ high: UInt64, _ low: UInt16) -> Int {
        Int(truncatingIfNeeded: ((high ^ UInt64(low) << 24) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
