import Crypto
package import TandemCare

/// The codes of an authenticator program: RFC 6238 with HMAC-SHA-1, six digits, a new one every 30 seconds.
package struct TOTP: Sendable {
    package static let period: Int64 = 30
    private let secret: [UInt8]
    private let digits: Int

    package init(secret: [UInt8], digits: Int = 6) {
        self.secret = secret
        self.digits = digits
    }

    /// - Parameter text: the secret in base32; `nil` unless it is 160 bits long.
    package init?(base32 text: String) {
        guard let secret = Base32.decode(text), secret.count == Self.secretLength else { return nil }
        self.init(secret: secret)
    }

    /// As many bytes as the hash gives (RFC 4226, section 4).
    package static let secretLength = 20

    package static func step(at now: Instant) -> Int64 { now.microseconds / 1_000_000 / period }

    /// The code of a time step (RFC 4226, section 5.3).
    package func code(step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The time step whose code this is: now, or one earlier or later for clocks that go wrong. `nil` for none.
    /// - Parameter code: spaces do not count.
    package func step(of code: String, at now: Instant) -> Int64? {
        let typed = String(code.filter { !$0.isWhitespace })
        let current = Self.step(at: now)
        var found: Int64?
        for step in [current - 1, current, current + 1] where self.code(step: step).isSame(as: typed) { found = step }
        return found
    }

    /// What an authenticator program opens; SHA-1, six digits and 30 seconds are what it takes for granted.
    static func link(secret: String, email: String) -> String {
        let account = PercentCoding.encode(email)
        return
            "otpauth://totp/Tandem:\(account)?secret=\(secret)&issuer=Tandem"
    }
}
