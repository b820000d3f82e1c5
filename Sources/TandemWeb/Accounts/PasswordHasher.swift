import Crypto
import CryptoExtras
import FoundationEssentials
import NIOPosix
import Synchronization

/// Hashes passwords with scrypt, on threads of its own, so that no page waits for it. Few run at once (each takes 128 MB for a
/// third of a second); a bounded number waits in line, and the next ones are told to come back.
package final class PasswordHasher: Sendable {
    /// What a guess costs. It stands in every hash, so it can grow.
    package struct Strength: Sendable, Hashable {
        /// Base-2 logarithm of scrypt's N.
        package let logN: Int
        package let blockSize: Int
        package let parallelism: Int

        package init(logN: Int, blockSize: Int, parallelism: Int) {
            self.logN = logN
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// N = 2^17, r = 8, p = 1: what OWASP's cheat sheet for the storage of passwords asks of scrypt.
        package static let production = Strength(logN: 17, blockSize: 8, parallelism: 1)
        /// For tests and nothing else.
        package static let quick = Strength(logN: 4, blockSize: 8, parallelism: 1)
    }

    package static let mostAtOnce = 2
    package static let mostWaiting = 24

    private let strength: Strength
    private let random: @Sendable (Int) -> [UInt8]
    private let pool = NIOThreadPool(numberOfThreads: PasswordHasher.mostAtOnce)
    private let inside = Mutex(0)
    private let ran = Atomic(0)

    package init(strength: Strength, random: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.strength = strength
        self.random = random
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// How many times scrypt ran.
    package var runs: Int { ran.load(ordering: .relaxed) }

    /// - Throws: `Failure.unavailable` where too many wait.
    package func hash(_ password: String) async throws -> String {
        let salt = random(16)
        let key = try await derive(password, salt, strength)
        return PasswordHash(strength: strength, salt: salt, key: key).text
    }

    /// - Parameter hash: what `hash` gave; `nil` where there is no account, which takes as long.
    /// - Throws: `Failure.unavailable` where too many wait.
    package func verify(_ password: String, against hash: String?) async throws -> Bool {
        let known = hash.flatMap(PasswordHash.init)
        let key = try await derive(password, known?.salt ?? random(16), known?.strength ?? strength)
        // SymmetricKey compares in constant time.
        return SymmetricKey(data: key) == SymmetricKey(data: known?.key ?? random(32))
    }

    /// Made with another strength than today's: hash again when the password is at hand.
    package func isOutdated(_ hash: String) -> Bool { PasswordHash(hash)?.strength != strength }

    private func derive(_ password: String, _ salt: [UInt8], _ strength: Strength) async throws -> [UInt8] {
        let isFull = inside.withLock { count in
            guard count < Self.mostAtOnce + Self.mostWaiting else { return true }
            count += 1
            return false
        }
        if isFull { throw Failure.unavailable }
        defer { inside.withLock { $0 -= 1 } }
        ran.add(1, ordering: .relaxed)
        return try await pool.runIfActive {
            let key = try KDF.Scrypt.deriveKey(
                from: Array(password.utf8),
                salt: salt,
                outputByteCount: 32,
                rounds: 1 << strength.logN,
                blockSize: strength.blockSize,
                parallelism: strength.parallelism
            )
            return key.withUnsafeBytes { Array($0) }
        }
    }
}

/// A hash as it is stored: `$scrypt$ln=17,r=8,p=1$<salt>$<key>`, the last two in base64.
private struct PasswordHash {
    let strength: PasswordHasher.Strength
    let salt: [UInt8]
    let key: [UInt8]

    init(strength: PasswordHasher.Strength, salt: [UInt8], key: [UInt8]) {
        self.strength = strength
        self.salt = salt
        self.key = key
    }

    init?(_ text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt" else { return nil }
        let numbers = parts[1].split(separator: ",").compactMap { $0.split(separator: "=").last.flatMap { Int($0) } }
        guard numbers.count == 3, (1...22).contains(numbers[0]),
            let salt = Data(base64Encoded: String(parts[2])), let key = Data(base64Encoded: String(parts[3]))
        else { return nil }
        strength = .init(logN: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        self.salt = Array(salt)
        self.key = Array(key)
    }

    var text: String {
        let numbers = "ln=\(strength.logN),r=\(strength.blockSize),p=\(strength.parallelism)"
        return "$scrypt$\(numbers)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }
}
