import Foundation

/// One file in a zip archive, as its central directory tells of it (APPNOTE 6.3, with zip64).
struct ZipEntry: Sendable, Hashable {
    let name: String
    /// 0 stored, 8 deflated.
    let method: Int
    let checksum: UInt32
    let compressed: Int64
    let size: Int64
    /// Where its local header stands.
    let header: Int64

    /// All entries of an archive.
    static func all(in file: FileSource, _ path: String) throws -> [ZipEntry] {
        let tail = try bytes(of: file, at: max(0, file.size - 65_600), count: Int(min(file.size, 65_600)))
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        guard tail.count >= 22,
            let end = (0...(tail.count - 22)).reversed().first(where: { tail[$0..<($0 + 4)].elementsEqual(mark) })
        else { throw ZipFailure(path: path, reason: "it has no list of its files; was it copied to its end?") }
        var (count, length, begin) = (
            Int(tail.little(end + 10, 2)), Int64(tail.little(end + 12, 4)), Int64(tail.little(end + 16, 4))
        )
        if end >= 20, tail.little(end - 20, 4) == 0x0706_4B50 {
            let far = try bytes(of: file, at: Int64(bitPattern: tail.little(end - 12, 8)), count: 56)
            guard far.count == 56, far.little(0, 4) == 0x0606_4B50 else {
                throw ZipFailure(path: path, reason: "its list of files is broken")
            }
            count = Int(clamping: far.little(32, 8))
            length = Int64(clamping: far.little(40, 8))
            begin = Int64(clamping: far.little(48, 8))
        }
        guard begin >= 0, length >= 0, begin <= file.size, length <= file.size - begin, length < 64 << 20 else {
            throw ZipFailure(path: path, reason: "its list of files is broken")
        }
        let list = try bytes(of: file, at: begin, count: Int(length))
        var entries: [ZipEntry] = []
        var place = 0
        while entries.count < count, place + 46 <= list.count, list.little(place, 4) == 0x0201_4B50 {
            let (name, extra, comment) = (
                Int(list.little(place + 28, 2)), Int(list.little(place + 30, 2)), Int(list.little(place + 32, 2))
            )
            let next = place + 46 + name + extra + comment
            guard next <= list.count else { break }
            entries.append(ZipEntry(list, at: place, name: name, extra: extra))
            place = next
        }
        return entries
    }

    private init(_ list: [UInt8], at place: Int, name: Int, extra: Int) {
        self.name = String(decoding: list[(place + 46)..<(place + 46 + name)], as: UTF8.self)
        method = Int(list.little(place + 10, 2))
        checksum = UInt32(list.little(place + 16, 4))
        var numbers = [list.little(place + 24, 4), list.little(place + 20, 4), list.little(place + 42, 4)]
        // zip64: those that do not fit, in this order.
        var field = place + 46 + name
        let end = field + extra
        while field + 4 <= end {
            let (kind, length) = (list.little(field, 2), Int(list.little(field + 2, 2)))
            if kind == 1 {
                var value = field + 4
                for index in numbers.indices
                where numbers[index] == 0xFFFF_FFFF && value + 8 <= min(end, field + 4 + length) {
                    numbers[index] = list.little(value, 8)
                    value += 8
                }
            }
            field += 4 + length
        }
        (size, compressed, header) = (
            Int64(clamping: numbers[0]), Int64(clamping: numbers[1]), Int64(clamping: numbers[2])
        )
    }

    static func bytes(of file: FileSource, at position: Int64, count: Int) throws -> [UInt8] {
        file.seek(position)
        return try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}

/// Why an archive cannot be read.
struct ZipFailure: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "'\(path)' cannot be read as a zip archive: \(reason)." }
}

extension [UInt8] {
    /// A number of `count` bytes, the smallest first; 0 beyond the end.
    func little(_ place: Int, _ count: Int) -> UInt64 {
        guard place >= 0, place + count <= self.count else { return 0 }
        return (0..<count).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64(8 * $1) }
    }
}
