import CZlib
import Foundation

/// The provider table in a zip archive, inflated as it is read; nothing is unpacked on the disk.
final class ZipSource: ByteSource {
    let entry: ZipEntry
    private let path: String
    private let file: FileSource
    private var stream = z_stream()
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    /// Compressed bytes that are still in the file.
    private var left: Int64
    private var read: Int64 = 0
    private var checksum: UInt = 0
    private var isAtEnd = false

    var size: Int64 { entry.size }

    /// - Parameter path: an archive as NPPES publishes it, with the table (`npidata_pfile...csv`) and others; or one with a single
    ///   CSV file.
    convenience init(_ path: String) throws {
        let file = try FileSource(path)
        let tables = try ZipEntry.all(in: file, path).filter {
            let name = $0.name.lowercased()
            return name.hasSuffix(".csv") && !name.contains("fileheader") && !name.contains("__macosx")
        }
        let main = tables.filter { $0.name.lowercased().contains("npidata_pfile") }
        guard let entry = main.first ?? (tables.count == 1 ? tables[0] : nil) else {
            throw ZipFailure(path: path, reason: "no file named npidata_pfile...csv is in it")
        }
        try self.init(entry, of: file, path)
    }

    /// - Parameter path: of the archive, for messages.
    init(_ entry: ZipEntry, of file: FileSource, _ path: String) throws {
        (self.entry, self.file, self.path) = (entry, file, path)
        guard entry.method == 0 || entry.method == 8 else {
            throw ZipFailure(path: path, reason: "'\(entry.name)' is packed in a way that is not known here")
        }
        let header = try ZipEntry.bytes(of: file, at: entry.header, count: 30)
        guard header.count == 30, header.little(0, 4) == 0x0403_4B50 else {
            throw ZipFailure(path: path, reason: "'\(entry.name)' is not where the list says")
        }
        file.seek(entry.header + 30 + Int64(header.little(26, 2) + header.little(28, 2)))
        left = entry.compressed
        if entry.method == 8, tandem_inflate_begin(&stream) != Z_OK {
            throw ZipFailure(path: path, reason: "there is no memory to unpack it")
        }
    }

    deinit {
        inflateEnd(&stream)
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = entry.method == 0 ? try copy(into: buffer) : try inflate(into: buffer)
        checksum = crc32_z(checksum, buffer.bindMemory(to: UInt8.self).baseAddress, count)
        read += Int64(count)
        if count < buffer.count, read != entry.size || UInt32(truncatingIfNeeded: checksum) != entry.checksum {
            throw ZipFailure(path: path, reason: "'\(entry.name)' is damaged (its checksum differs)")
        }
        return count
    }

    private func copy(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(min(left, Int64(buffer.count)))))
        )
        left -= Int64(count)
        return count
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let output = buffer.bindMemory(to: UInt8.self)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        while stream.avail_out > 0, !isAtEnd {
            if stream.avail_in == 0 { try refill() }
            let code = CZlib.inflate(&stream, Z_NO_FLUSH)
            if code == Z_STREAM_END { isAtEnd = true }
            guard code == Z_OK || code == Z_STREAM_END else {
                throw ZipFailure(path: path, reason: "'\(entry.name)' is damaged or cut off")
            }
        }
        return output.count - Int(stream.avail_out)
    }

    private func refill() throws {
        let most = Int(min(left, Int64(input.count)))
        let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: input.prefix(most)))
        left -= Int64(count)
        stream.next_in = input.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = uInt(count)
    }
}
