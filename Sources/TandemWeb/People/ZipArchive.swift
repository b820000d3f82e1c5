/// A ZIP file of texts, stored without compression (APPNOTE 6.3.3, method 0; names and contents are UTF-8).
struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    /// MS-DOS form of 1980-01-01: the archive says when it was made in its texts.
    private static let date: UInt16 = 0x21

    /// - Parameter name: path within the archive, with "/".
    mutating func add(_ name: String, _ text: String) {
        let (name, bytes) = (Array(name.utf8), Array(text.utf8))
        let offset = UInt32(body.count)
        var header: [UInt8] = []
        header.add(UInt16(20))  // version needed: 2.0
        header.add(UInt16(0x0800))  // names are UTF-8
        header.add(UInt16(0))  // stored
        header.add(UInt16(0))  // time
        header.add(Self.date)
        header.add(CRC32.of(bytes))
        header.add(UInt32(bytes.count))
        header.add(UInt32(bytes.count))
        header.add(UInt16(name.count))
        header.add(UInt16(0))  // no extra field
        body.add(UInt32(0x0403_4b50))
        body += header + name + bytes
        directory.add(UInt32(0x0201_4b50))
        directory.add(UInt16(0x0314))  // made on Unix, so that the mode below holds
        directory += header
        directory.add(UInt16(0))  // no comment
        directory.add(UInt16(0))  // disk
        directory.add(UInt16(0))  // internal attributes
        directory.add(UInt32(0o100644) << 16)
        directory.add(offset)
        directory += name
        count += 1
    }

    /// The whole file.
    var bytes: [UInt8] {
        var end: [UInt8] = []
        end.add(UInt32(0x0605_4b50))
        end.add(UInt32(0))  // this disk, and the one where the directory begins
        end.add(count)
        end.add(count)
        end.add(UInt32(directory.count))
        end.add(UInt32(body.count))
        end.add(UInt16(0))  // no comment
        return body + directory + end
    }
}

/// The checksum of ZIP (ISO 3309).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { ($0 >> 8) ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
}

extension [UInt8] {
    /// Little end first.
    fileprivate mutating func add(_ number: some FixedWidthInteger) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
