import Foundation
import TandemCatalog

/// The workbook of deactivated numbers, as CMS publishes it (`NPPES Deactivated NPI Report ....xlsx`, mostly in a zip archive),
/// read as the CSV list that says the same.
///
/// A workbook is a zip archive of XML parts; a number stands in it as a text or as a value, the only ten digits between two
/// tags that fit an NPI's check digit.
final class WorkbookSource: ByteSource {
    let name: String
    private var table: [UInt8]
    private var position = 0

    var size: Int64 { Int64(table.count) }

    /// - Returns: `nil` for an archive that is no workbook and holds none beside what is no table.
    init?(_ path: String) throws {
        let file = try FileSource(path)
        let entries = try ZipEntry.all(in: file, path)
        if entries.contains(where: { $0.name == "xl/workbook.xml" }) {
            name = URL(filePath: path).lastPathComponent
            table = try Self.table(file, path, entries)
        } else if let inner = entries.first(where: { $0.name.lowercased().hasSuffix(".xlsx") }),
            !entries.contains(where: { $0.name.lowercased().hasSuffix(".csv") })
        {
            name = inner.name
            let unpacked = URL(filePath: NSTemporaryDirectory()).appending(path: "tandem-\(UUID().uuidString).xlsx")
                .path
            defer { unlink(unpacked) }
            try Self.unpack(inner, of: file, path, to: unpacked)
            let workbook = try FileSource(unpacked)
            table = try Self.table(workbook, path, try ZipEntry.all(in: workbook, path))
        } else {
            return nil
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let some = table[position...].prefix(buffer.count)
        buffer.copyBytes(from: some)
        position += some.count
        return some.count
    }

    private static func table(_ file: FileSource, _ path: String, _ entries: [ZipEntry]) throws -> [UInt8] {
        var found = NumbersInXML()
        for entry in entries where entry.name == "xl/sharedStrings.xml" || entry.name.hasPrefix("xl/worksheets/sheet") {
            try each(entry, of: file, path) { found.read($0) }
        }
        guard !found.numbers.isEmpty else {
            throw ZipFailure(path: path, reason: "it is a workbook, and no NPI stands in it")
        }
        let lines = found.numbers.map { "\($0),deactivated\n" }
        return Array(("NPI,NPPES Deactivation Date\n" + lines.joined()).utf8)
    }

    private static func unpack(_ entry: ZipEntry, of file: FileSource, _ path: String, to place: String) throws {
        guard FileManager.default.createFile(atPath: place, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: place)
        else { throw FileFailure(path: place, doing: "written") }
        defer { try? output.close() }
        try each(entry, of: file, path) { try output.write(contentsOf: Data($0)) }
    }

    /// The bytes of a part, a megabyte at a time.
    private static func each(
        _ entry: ZipEntry,
        of file: FileSource,
        _ path: String,
        _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let source = try ZipSource(entry, of: file, path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            try body(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)))
            if count < buffer.count { return }
        }
    }
}

/// NPIs that stand alone between two tags, each once, in order.
private struct NumbersInXML {
    private(set) var numbers: [NPI] = []
    private var seen: Set<UInt32> = []
    /// Digits since the end of a tag; `nil` where something else stood there.
    private var digits: [UInt8]?

    mutating func read(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: ">"): digits = []
            case UInt8(ascii: "<"): end()
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let count = digits?.count, count < 11 { digits?.append(byte) }
            default: digits = nil
            }
        }
    }

    private mutating func end() {
        defer { digits = nil }
        guard let digits, digits.count == 10, let npi = NPI(String(decoding: digits, as: UTF8.self)) else { return }
        if seen.insert(npi.number).inserted { numbers.append(npi) }
    }
}
