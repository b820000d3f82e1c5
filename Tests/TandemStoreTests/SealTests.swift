import TandemStore
import Testing

@Suite("Sealing")
struct SealTests {
    static let piece = 64 * 1024

    @Test("What was sealed opens again", arguments: [0, 1, 1000, piece - 1, piece, piece + 1, 3 * piece])
    func roundTrip(_ count: Int) throws {
        let bytes = Self.bytes(count)
        #expect(try Self.open(Self.seal(bytes)) == bytes)
    }

    @Test("Another passphrase opens nothing, and is told as such")
    func passphrase() throws {
        let file = try Self.seal(Self.bytes(1000))
        #expect(throws: BackupFailure.wrongPassphrase) { try Self.open(file, passphrase: "correct horse batterie") }
    }

    @Test(
        "A file that is cut off is refused",
        arguments: [0, 5, 57, 58, 60, 1000, 58 + piece + 16, 58 + 2 * (piece + 16)]
    )
    func truncated(_ length: Int) throws {
        let file = try Self.seal(Self.bytes(2 * Self.piece + 500)).prefix(length)
        #expect(throws: BackupFailure.self) { try Self.open(Array(file)) }
    }

    @Test(
        "A byte that is changed is found, wherever it stands",
        arguments: [0, 8, 9, 20, 45, 58, 100, 58 + piece + 20, -1]
    )
    func changed(_ place: Int) throws {
        var file = try Self.seal(Self.bytes(2 * Self.piece + 500))
        file[place < 0 ? file.count + place : place] ^= 1
        #expect(throws: BackupFailure.self) { try Self.open(file) }
    }

    @Test("Pieces in another order, twice, or from another file are refused")
    func pieces() throws {
        let file = try Self.seal(Self.bytes(4 * Self.piece))
        let length = Self.piece + 16
        let head = file[..<58]
        let pieces = (0..<4).map { file[58 + $0 * length..<58 + ($0 + 1) * length] }
        let other = try Self.seal(Self.bytes(4 * Self.piece), salt: 9)
        let wrong: [[ArraySlice<UInt8>]] = [
            [pieces[1], pieces[0], pieces[2], pieces[3]], [pieces[0], pieces[0], pieces[2], pieces[3]],
            [pieces[0], pieces[2], pieces[3]], [pieces[0], pieces[1], pieces[2], pieces[3], pieces[3]],
            [pieces[0], other[58 + length..<58 + 2 * length], pieces[2], pieces[3]],
        ]
        #expect(try Self.open(Array((head + pieces.joined()))) == Self.bytes(4 * Self.piece))
        for order in wrong {
            #expect(throws: BackupFailure.self) { try Self.open(Array((head + order.joined()))) }
        }
    }

    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) } }

    static let passphrase = "correct horse battery"

    /// - Parameter salt: repeated 32 times; a real one is random.
    private static func seal(_ bytes: [UInt8], salt: UInt8 = 7) throws -> [UInt8] {
        var file: [UInt8] = []
        var writer = try SealedWriter(passphrase: passphrase, salt: Array(repeating: salt, count: 32), cost: 10) {
            file += $0
        }
        for start in stride(from: 0, to: bytes.count, by: 10_000) {
            try writer.append(Array(bytes[start..<min(bytes.count, start + 10_000)]))
        }
        try writer.finish()
        return file
    }

    private static func open(_ file: [UInt8], passphrase: String = passphrase) throws -> [UInt8] {
        var rest = file[...]
        var reader = try SealedReader(passphrase: passphrase) { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        var bytes: [UInt8] = []
        while let piece = try reader.piece() { bytes += piece }
        return bytes
    }
}
