import TandemCare
import TandemTestSupport
import TandemWeb
import Testing

@Suite("Codes and hashes")
struct CryptographyTests {
    /// RFC 6238, appendix B, the rows for SHA-1.
    @Test(
        "Codes are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)]
    )
    func vectors(_ seconds: Int64, _ code: String) {
        let totp = TOTP(secret: Array("12345678901234567890".utf8), digits: 8)
        #expect(totp.code(step: TOTP.step(at: Instant(microseconds: seconds * 1_000_000))) == code)
    }

    /// RFC 4226, appendix D.
    @Test("Codes are those of RFC 4226 too")
    func counters() {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map { totp.code(step: Int64($0)) } == expected)
    }

    @Test(
        "A clock may be one step off, not two",
        arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)]
    )
    func drift(_ steps: Int64, _ isTaken: Bool) {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let now = Instant(microseconds: 1_790_000_000_000_000)
        let step = TOTP.step(at: now) + steps
        #expect(totp.step(of: totp.code(step: step), at: now) == (isTaken ? step : nil))
    }

    /// RFC 4648, section 10.
    @Test(
        "Base32 is that of RFC 4648",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ]
    )
    func base32(_ plain: String, _ coded: String) {
        #expect(Base32.encode(Array(plain.utf8)) == coded)
        #expect(Base32.decode(coded.lowercased()) == Array(plain.utf8))
    }

    @Test("Two hashes of one password differ, and both verify; another password does not")
    func hashes() async throws {
        let hasher = PasswordHasher(strength: .quick, random: TestClock().effects.random)
        let (one, two) = (try await hasher.hash("a password"), try await hasher.hash("a password"))
        #expect(one != two && one.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(try await hasher.verify("a password", against: one))
        #expect(try await hasher.verify("a password", against: two))
        #expect(try await !hasher.verify("a passwore", against: one))
        #expect(try await !hasher.verify("", against: nil))
        #expect(try await !hasher.verify("a password", against: "nonsense"))
        #expect(hasher.runs == 7)
    }

    /// RFC 7914, section 12, third vector: N = 16384, r = 8, p = 1.
    @Test("scrypt is that of RFC 7914")
    func scrypt() async throws {
        let hasher = PasswordHasher(strength: .quick, random: TestClock().effects.random)
        // Its first 32 bytes are 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2.
        let hash = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU=$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI="
        #expect(try await hasher.verify("pleaseletmein", against: hash))
        #expect(hasher.isOutdated(hash))
    }

    @Test("Only so many wait in line; the next ones are told to come back")
    func line() async throws {
        let hasher = PasswordHasher(
            strength: .init(logN: 14, blockSize: 8, parallelism: 1),
            random: TestClock().effects.random
        )
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    do { _ = try await hasher.hash("x") } catch { return Failure(error) == Failure.unavailable }
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        // Some of the sixty may have come when others were done already.
        #expect(refused > 0 && refused <= 60 - PasswordHasher.mostAtOnce - PasswordHasher.mostWaiting)
        let hash = try await hasher.hash("x")
        #expect(try await hasher.verify("x", against: hash), "and the line moves on")
    }
}
