import Crypto

/// Opens what `SealedWriter` has sealed, piece by piece; a piece is handed out only once it has proved genuine.
package struct SealedReader {
    private let key: SealKey
    private let read: (Int) throws -> [UInt8]
    private var place = SealPlace()
    private var next: [UInt8]
    private var isDone = false

    /// Reads the head.
    /// - Parameter read: gives so many bytes of the file, fewer only at its end.
    /// - Throws: `BackupFailure`
    package init(passphrase: String, read: @escaping (Int) throws -> [UInt8]) throws {
        key = try SealKey(passphrase: passphrase, head: try read(SealKey.headLength))
        self.read = read
        next = try read(Self.sealedLength)
    }

    /// The next piece; `nil` behind the last.
    /// - Throws: `BackupFailure.truncated` or `.damaged`
    package mutating func piece() throws -> [UInt8]? {
        guard !isDone else { return nil }
        let sealed = next
        next = sealed.count == Self.sealedLength ? try read(Self.sealedLength) : []
        isDone = next.isEmpty
        guard let piece = try open(sealed, isLast: isDone) else {
            throw isDone ? BackupFailure.truncated : BackupFailure.damaged
        }
        place.number += 1
        return piece
    }

    private static var sealedLength: Int { SealPlace.pieceLength + SealPlace.tagLength }

    private func open(_ sealed: [UInt8], isLast: Bool) throws -> [UInt8]? {
        guard sealed.count >= SealPlace.tagLength else { return nil }
        let box = try AES.GCM.SealedBox(
            nonce: place.nonce(isLast: isLast),
            ciphertext: sealed.dropLast(SealPlace.tagLength),
            tag: sealed.suffix(SealPlace.tagLength)
        )
        return try? Array(AES.GCM.open(box, using: key.key, authenticating: key.head))
    }
}
