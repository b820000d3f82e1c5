import Crypto
import CryptoExtras
import FoundationEssentials

/// The head of a sealed file, and the key that its passphrase gives.
///
///     8 bytes    "TANDEMBK"
///     1          version of the format: 1
///     1          scrypt's cost as a power of two; r = 8, p = 1
///     32         salt, new in every file, so that no key is ever used twice
///     16         tells a wrong passphrase from a damaged file: SHA-256 over the second half of what scrypt gives
struct SealKey: Sendable {
    static let magic = Array("TANDEMBK".utf8)
    static let version: UInt8 = 1
    static let headLength = 8 + 1 + 1 + 32 + 16
    /// Costs that are accepted from a file; more would take gigabytes.
    private static let costs: ClosedRange<UInt8> = 10...20

    let head: [UInt8]
    let key: SymmetricKey

    /// For a new file.
    /// - Parameter salt: 32 bytes that nobody can guess.
    init(passphrase: String, cost: UInt8, salt: [UInt8]) throws {
        let (key, check) = try Self.derive(passphrase, cost: cost, salt: salt)
        self.key = key
        head = Self.magic + [Self.version, cost] + salt + check
    }

    /// For a file that is there.
    init(passphrase: String, head: [UInt8]) throws {
        guard head.starts(with: Self.magic) else { throw BackupFailure.notABackup }
        guard head.count == Self.headLength else { throw BackupFailure.truncated }
        guard head[8] == Self.version else { throw BackupFailure.newerFormat }
        guard Self.costs.contains(head[9]) else { throw BackupFailure.damaged }
        let (key, check) = try Self.derive(passphrase, cost: head[9], salt: Array(head[10..<42]))
        guard check == Array(head[42...]) else { throw BackupFailure.wrongPassphrase }
        self.key = key
        self.head = head
    }

    private static func derive(_ passphrase: String, cost: UInt8, salt: [UInt8]) throws -> (SymmetricKey, [UInt8]) {
        let both = try KDF.Scrypt.deriveKey(
            from: Array(passphrase.utf8),
            salt: salt,
            outputByteCount: 64,
            rounds: 1 << Int(cost),
            blockSize: 8,
            parallelism: 1
        ).withUnsafeBytes { Array($0) }
        return (SymmetricKey(data: both[..<32]), Array(SHA256.hash(data: both[32...]).prefix(16)))
    }
}

/// Where a piece of a sealed file stands. It is part of the nonce, so that no piece can stand elsewhere, and the last cannot be
/// cut off.
struct SealPlace {
    /// Bytes of a piece before it is sealed; only the last may be shorter.
    static let pieceLength = 64 * 1024
    /// Bytes that sealing adds: the tag of AES-GCM.
    static let tagLength = 16

    var number: UInt64 = 0

    /// 4 bytes that are 1 for the last piece and 0 for the others, and the number of the piece in 8 bytes.
    func nonce(isLast: Bool) throws -> AES.GCM.Nonce {
        var bytes: [UInt8] = [0, 0, 0, isLast ? 1 : 0]
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
        return try AES.GCM.Nonce(data: bytes)
    }
}
