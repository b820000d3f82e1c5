import GRDB
import GRDBSQLite

extension DatabaseFailure {
    /// What SQLite says about its last failure.
    init(sqlite connection: OpaquePointer?) {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
        let isFull = sqlite3_system_errno(connection) == Self.noSpaceLeft
        self.init(sqliteCode: sqlite3_extended_errcode(connection), message: message, isFull: isFull)
    }

    /// What GRDB threw.
    init(sqlite error: any Error) {
        switch error {
        case let failure as DatabaseFailure: self = failure
        case let error as DatabaseError:
            self.init(sqliteCode: error.extendedResultCode.rawValue, message: error.message ?? "", isFull: false)
        case is CancellationError: self = .unavailable("the reading was cancelled.")
        default: self = .unavailable("\(error)")
        }
    }

    private static let noSpaceLeft: CInt = 28  // ENOSPC

    private init(sqliteCode code: CInt, message: String, isFull: Bool) {
        switch code {
        case 2067, 1555, 2579: self = .constraint(.unique, detail: Self.subject(of: message))
        case 787: self = .constraint(.foreignKey, detail: "")
        case 275, 1811: self = .constraint(.check, detail: Self.subject(of: message))
        case 1299: self = .constraint(.notNull, detail: Self.subject(of: message))
        default:
            switch code & 0xff {
            case SQLITE_FULL: self = .full
            case SQLITE_IOERR: self = isFull ? .full : .unavailable("reading or writing the file failed (\(code)).")
            case SQLITE_BUSY, SQLITE_LOCKED: self = .unavailable("another program holds the file.")
            case SQLITE_CANTOPEN, SQLITE_PERM: self = .unavailable("the file cannot be opened.")
            case SQLITE_NOTADB: self = .unavailable("the file is not a SQLite database.")
            case SQLITE_CORRUPT: self = .unavailable("the file is damaged; restore a backup.")
            case SQLITE_INTERRUPT: self = .unavailable("the reading was cancelled.")
            case SQLITE_NOMEM: self = .unavailable("out of memory.")
            default: self = .mismatch(message)
            }
        }
    }

    /// `account.email` of "UNIQUE constraint failed: account.email".
    private static func subject(of message: String) -> String {
        guard let colon = message.firstIndex(of: ":") else { return message }
        return String(message[colon...].dropFirst(2))
    }
}
