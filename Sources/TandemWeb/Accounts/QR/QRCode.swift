/// A QR code (ISO/IEC 18004): bytes, error correction level L, versions 1 to 10, enough for 271 bytes.
package struct QRCode: Sendable {
    /// Modules a side, without the quiet zone.
    package let size: Int
    /// Rows of modules; `true` is dark.
    package private(set) var modules: [[Bool]]
    /// Modules that are not data: finders, timing, alignment, format, version.
    private var isFixed: [[Bool]]

    /// - Parameter mask: one of the eight patterns; the one that reads best where it is `nil`.
    /// - Returns: `nil` for a text that is too long.
    package init?(_ text: String, mask: Int? = nil) {
        guard let (version, codewords) = QRCodewords.make(Array(text.utf8)) else { return nil }
        var code = QRCode(version: version)
        code.drawFixed(version)
        code.drawData(codewords)
        let masks = mask.map { [$0] } ?? Array(0..<8)
        let drawn = masks.map { mask in
            var masked = code
            masked.apply(mask)
            masked.drawFormat(mask)
            return masked
        }
        guard let best = drawn.min(by: { $0.penalty < $1.penalty }) else { return nil }
        self = best
    }

    private init(version: Int) {
        size = version * 4 + 17
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFixed = modules
    }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        modules[y][x] = isDark
        isFixed[y][x] = true
    }

    // MARK: What is the same in every code of a version

    private mutating func drawFixed(_ version: Int) {
        for place in 0..<size {
            fix(6, place, place % 2 == 0)
            fix(place, 6, place % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawSquare(x, y, rings: [0, 1, 3], reach: 4) }
        let places = Self.alignments(version, size)
        for (row, y) in places.enumerated() {
            for (column, x) in places.enumerated() {
                let last = places.count - 1
                let isFinder = [[0, 0], [0, last], [last, 0]].contains([row, column])
                if !isFinder { drawSquare(x, y, rings: [0, 2], reach: 2) }
            }
        }
        drawFormat(0)
        if version >= 7 { drawVersion(version) }
    }

    /// A square of rings around a center, dark where the distance from it is one of `rings`.
    private mutating func drawSquare(_ x: Int, _ y: Int, rings: Set<Int>, reach: Int) {
        for dy in -reach...reach {
            for dx in -reach...reach { fix(x + dx, y + dy, rings.contains(max(abs(dx), abs(dy)))) }
        }
    }

    /// Where the centers of the alignment squares stand (annex E).
    private static func alignments(_ version: Int, _ size: Int) -> [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).reversed().map { size - 7 - $0 * step }
    }

    /// Level and mask, twice, with their own error correction (clause 7.9).
    private mutating func drawFormat(_ mask: Int) {
        let data = 1 << 3 | mask
        let bits = (data << 10 | Self.remainder(data, of: 0x537, bits: 10)) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { fix(8, place, bit(place)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for place in 9...14 { fix(14 - place, 8, bit(place)) }
        for place in 0...7 { fix(size - 1 - place, 8, bit(place)) }
        for place in 8...14 { fix(8, size - 15 + place, bit(place)) }
        fix(8, size - 8, true)
    }

    /// The version, twice (clause 7.10).
    private mutating func drawVersion(_ version: Int) {
        let bits = version << 12 | Self.remainder(version, of: 0x1f25, bits: 12)
        for place in 0..<18 {
            let (a, b) = (size - 11 + place % 3, place / 3)
            fix(a, b, bits >> place & 1 == 1)
            fix(b, a, bits >> place & 1 == 1)
        }
    }

    /// The remainder of a BCH code.
    private static func remainder(_ data: Int, of generator: Int, bits: Int) -> Int {
        (0..<bits).reduce(data) { rest, _ in rest << 1 ^ (rest >> (bits - 1)) * generator }
    }

    // MARK: Data

    /// Up and down in columns of two, from the right (clause 7.7.3).
    private mutating func drawData(_ codewords: [UInt8]) {
        var place = 0
        for right in [Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1] {
            for step in 0..<size {
                for x in [right, right - 1] {
                    let isUpward = (right + 1) & 2 == 0
                    let y = isUpward ? size - 1 - step : step
                    guard !isFixed[y][x], place < codewords.count * 8 else { continue }
                    modules[y][x] = codewords[place / 8] >> UInt8(7 - place % 8) & 1 == 1
                    place += 1
                }
            }
        }
    }

    private mutating func apply(_ mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !isFixed[y][x] && Self.isFlipped(mask, x, y) { modules[y][x].toggle() }
        }
    }

    private static func isFlipped(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    /// How hard it is to read: long runs, blocks of one color, too much of one color (clause 7.8.3, without the rule on patterns
    /// that look like a finder; every mask can be read).
    private var penalty: Int {
        var total = 0
        let columns = (0..<size).map { x in modules.map { $0[x] } }
        for line in modules + columns {
            var run = 1
            for place in 1..<size {
                run = line[place] == line[place - 1] ? run + 1 : 1
                if run == 5 { total += 3 } else if run > 5 { total += 1 }
            }
        }
        for y in 1..<size {
            for x in 1..<size {
                let color = modules[y][x]
                if modules[y - 1][x] == color, modules[y][x - 1] == color, modules[y - 1][x - 1] == color { total += 3 }
            }
        }
        let dark = modules.reduce(0) { $0 + $1.count { $0 } }
        return total + abs(dark * 20 - size * size * 10) / (size * size) * 10
    }
}
