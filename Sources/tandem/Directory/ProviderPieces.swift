import TandemDirectory

/// Cuts a provider file into pieces of whole rows, in order.
struct ProviderPieces {
    /// Big enough that a piece is worth a task, small enough that a few of them are little memory.
    private static let size = 4 << 20

    let layout: ProviderLayout
    private let source: any ByteSource
    /// What was read behind the end of the last piece.
    private var rest: [UInt8]
    private var isAtEnd = false

    /// Reads the first line.
    /// - Throws: `ProviderFileFailure`, which says what the file lacks.
    init(_ source: any ByteSource) throws {
        self.source = source
        let first = try Self.fill([], from: source)
        let (layout, rowsAt) = try first.withUnsafeBytes { bytes throws(ProviderFileFailure) in
            try ProviderLayout.read(bytes)
        }
        self.layout = layout
        rest = Array(first[rowsAt...])
    }

    /// The next piece; `nil` at the end.
    mutating func next() throws -> [UInt8]? {
        while !isAtEnd {
            var piece = try Self.fill(rest, from: source)
            isAtEnd = piece.count == rest.count
            rest = []
            if isAtEnd { return piece.isEmpty ? nil : piece }
            guard let end = piece.withUnsafeBytes({ ChunkCutter.end(of: $0) }) else {
                rest = piece
                continue
            }
            rest = Array(piece[end...])
            piece.removeLast(piece.count - end)
            return piece
        }
        return nil
    }

    /// What is there already, and a piece's size more of the source.
    private static func fill(_ begin: [UInt8], from source: any ByteSource) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: begin.count + size) { buffer, count in
            _ = buffer.update(fromContentsOf: begin)
            count = begin.count
            let free = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[begin.count...]))
            count += try source.read(into: free)
        }
    }
}
