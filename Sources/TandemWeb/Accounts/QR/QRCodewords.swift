/// The bytes of a QR code: the text, padding, and Reed-Solomon error correction, interleaved.
enum QRCodewords {
    /// Level L, versions 1 to 10 (table 9): codewords of error correction in a block, and blocks.
    private static let correction = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18]
    private static let blocks = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4]

    /// - Returns: the smallest version that holds the bytes; `nil` if none does.
    static func make(_ bytes: [UInt8]) -> (version: Int, codewords: [UInt8])? {
        for version in 1...10 {
            let room = total(version) - correction[version - 1] * blocks[version - 1]
            let lengthBits = version < 10 ? 8 : 16
            guard 4 + lengthBits + bytes.count * 8 <= room * 8 else { continue }
            var bits = self.bits(0b0100, 4) + self.bits(bytes.count, lengthBits)
            for byte in bytes { bits += self.bits(Int(byte), 8) }
            bits += Array(repeating: false, count: min(4, room * 8 - bits.count))
            bits += Array(repeating: false, count: (8 - bits.count % 8) % 8)
            var data = stride(from: 0, to: bits.count, by: 8).map { start in
                bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
            }
            for pad in 0..<room - data.count { data.append(pad % 2 == 0 ? 0xec : 0x11) }
            return (version, interleaved(data, version))
        }
        return nil
    }

    /// Codewords that fit into a version beside everything that is fixed.
    private static func total(_ version: Int) -> Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let count = version / 7 + 2
            modules -= (25 * count - 10) * count - 55
        }
        if version >= 7 { modules -= 36 }
        return modules / 8
    }

    private static func bits(_ value: Int, _ count: Int) -> [Bool] {
        (0..<count).reversed().map { value >> $0 & 1 == 1 }
    }

    /// First one of each block, then the second of each ...; short blocks come first.
    private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
        let count = blocks[version - 1]
        let (short, long) = (data.count / count, data.count % count)
        var parts: [[UInt8]] = []
        var start = 0
        for block in 0..<count {
            let length = short + (block >= count - long ? 1 : 0)
            parts.append(Array(data[start..<start + length]))
            start += length
        }
        let divisor = generator(correction[version - 1])
        let checks = parts.map { remainder($0, divisor) }
        func woven(_ lists: [[UInt8]]) -> [UInt8] {
            (0..<(lists.map(\.count).max() ?? 0)).flatMap { place in
                lists.compactMap { place < $0.count ? $0[place] : nil }
            }
        }
        return woven(parts) + woven(checks)
    }

    // MARK: Reed-Solomon over GF(256), polynomial 0x11D

    private static func generator(_ degree: Int) -> [UInt8] {
        var result = Array(repeating: UInt8(0), count: degree - 1) + [1]
        var root = UInt8(1)
        for _ in 0..<degree {
            for place in 0..<degree {
                result[place] = product(result[place], root) ^ (place + 1 < degree ? result[place + 1] : 0)
            }
            root = product(root, 2)
        }
        return result
    }

    private static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
        var rest = Array(repeating: UInt8(0), count: divisor.count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for place in divisor.indices { rest[place] ^= product(divisor[place], factor) }
        }
        return rest
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        (0..<8).reversed().reduce(UInt8(0)) { sum, place in
            let doubled = sum << 1 ^ (sum >> 7) &* 0x1d
            return right >> UInt8(place) & 1 == 1 ? doubled ^ left : doubled
        }
    }
}
