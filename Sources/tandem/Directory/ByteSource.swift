import Foundation

/// Bytes of a table, from its beginning on.
protocol ByteSource: AnyObject {
    /// Size of the table; 0 where nobody knows.
    var size: Int64 { get }

    /// Fills a buffer as far as there are bytes.
    /// - Returns: how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A file as it is.
final class FileSource: ByteSource {
    let size: Int64
    private let path: String
    private let descriptor: CInt

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, doing: "read") }
        size = Int64(lseek(descriptor, 0, SEEK_END))
        lseek(descriptor, 0, SEEK_SET)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    func seek(_ position: Int64) { lseek(descriptor, off_t(position), SEEK_SET) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var done = 0
        while done < buffer.count {
            let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure(path: path, doing: "read") }
            if count == 0 { break }
            done += count
        }
        return done
    }
}
