/// A National Provider Identifier: ten digits, the first 1 or 2, the last a check digit (Luhn over `80840` and the number, as the
/// Centers for Medicare & Medicaid Services define it).
package struct NPI: Sendable, Hashable {
    /// The ten digits as a number; at most 2,999,999,999.
    package let number: UInt32

    /// - Returns: `nil` unless the check digit fits.
    package init?(number: UInt32) {
        guard (1_000_000_000...2_999_999_999).contains(number), Self.fits(number) else { return nil }
        self.number = number
    }

    /// 24 is what the prefix `80840` adds to the sum.
    private static func fits(_ number: UInt32) -> Bool {
        var rest = number
        var sum: UInt32 = 24
        var doubles = false
        while rest > 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            let twice = digit * 2
            sum += doubles ? (twice > 9 ? twice - 9 : twice) : digit
            doubles.toggle()
            rest = quotient
        }
        return sum.isMultiple(of: 10)
    }
}

extension NPI: Comparable {
    package static func < (left: NPI, right: NPI) -> Bool { left.number < right.number }
}

extension NPI: LosslessStringConvertible, Codable {
    /// Ten digits and nothing else.
    package init?(_ description: String) {
        guard description.utf8.count == 10, description.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = UInt32(description)
        else { return nil }
        self.init(number: number)
    }

    package var description: String { String(number) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let npi = NPI(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an NPI")
        }
        self = npi
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
