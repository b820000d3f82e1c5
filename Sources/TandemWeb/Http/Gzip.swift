internal import CZlib

/// Compression of what is the same for everybody: styles and scripts. Pages are not compressed: they hold a form's secret beside
/// what a stranger may have made a person type, and the size of a compressed page tells of both (BREACH).
enum Gzip {
    /// - Returns: a gzip file; `nil` where zlib refuses, and for what would not become smaller.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard tandem_gzip_begin(&stream) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : nil
            }
        }
        guard let written, written < bytes.count else { return nil }
        return Array(output.prefix(written))
    }
}
