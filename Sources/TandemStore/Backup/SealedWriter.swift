import Crypto

/// Encrypts a stream of bytes with a passphrase: AES-256-GCM in pieces of 64 kB, the key from scrypt.
package struct SealedWriter {
    /// scrypt's cost of a real backup: 2^17, 128 MB for about half a second.
    package static let cost: UInt8 = 17

    private let key: SealKey
    private let write: ([UInt8]) throws -> Void
    private var place = SealPlace()
    private var waiting: [UInt8] = []

    /// Writes the head.
    /// - Parameters:
    ///   - salt: 32 bytes that nobody can guess.
    ///   - write: takes the bytes of the file, in order.
    package init(
        passphrase: String,
        salt: [UInt8],
        cost: UInt8 = SealedWriter.cost,
        write: @escaping ([UInt8]) throws -> Void
    ) throws {
        key = try SealKey(passphrase: passphrase, cost: cost, salt: salt)
        self.write = write
        try write(key.head)
    }

    package mutating func append(_ bytes: [UInt8]) throws {
        waiting += bytes
        var start = 0
        // A piece goes out once more follows: the last one is marked as such.
        while waiting.count - start > SealPlace.pieceLength {
            try seal(waiting[start..<start + SealPlace.pieceLength], isLast: false)
            start += SealPlace.pieceLength
        }
        if start > 0 { waiting.removeFirst(start) }
    }

    /// Writes the last piece. Without it the file is refused.
    package mutating func finish() throws {
        try seal(waiting[...], isLast: true)
        waiting = []
    }

    private mutating func seal(_ piece: ArraySlice<UInt8>, isLast: Bool) throws {
        let box = try AES.GCM.seal(
            piece,
            using: key.key,
            nonce: place.nonce(isLast: isLast),
            authenticating: key.head
        )
        try write(Array(box.ciphertext) + Array(box.tag))
        place.number += 1
    }
}
