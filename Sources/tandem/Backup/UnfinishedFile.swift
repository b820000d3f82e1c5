import Foundation

/// A file that gets its name once it is whole and on the disk. Only this user may read it.
final class UnfinishedFile: Sendable {
    private let path: String
    private let unfinished: String
    private let handle: FileHandle

    /// - Parameter path: the name that it gets at the end.
    init(becoming path: String) throws {
        self.path = path
        unfinished = path + ".unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw FileFailure(path: unfinished, doing: "written") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: [UInt8]) throws {
        do { try handle.write(contentsOf: Data(bytes)) } catch { throw FileFailure(path: unfinished, doing: "written") }
    }

    func finish() throws {
        do { try handle.synchronize() } catch { throw FileFailure(path: unfinished, doing: "written") }
        // link() refuses to take the place of a file that somebody has made meanwhile.
        guard link(unfinished, path) == 0 else { throw FileFailure(path: path, doing: "written") }
        discard()
    }

    func discard() { unlink(unfinished) }
}

/// A file of the person who calls, and why it does not work.
struct FileFailure: Error, CustomStringConvertible {
    let path: String
    /// `read` or `written`
    let doing: String
    private let why = String(cString: strerror(errno))

    var description: String { "'\(path)' cannot be \(doing): \(why)." }
}
