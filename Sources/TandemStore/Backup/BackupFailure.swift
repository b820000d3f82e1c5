/// Why a backup cannot be made or restored, in words that say what to do.
package enum BackupFailure: Error, Sendable, Hashable, CustomStringConvertible {
    case notABackup
    case newerFormat
    case wrongPassphrase
    /// The file ends before its end marker, or its end is damaged.
    case truncated
    /// A byte differs, or pieces stand in another order.
    case damaged
    case newerSchema(found: Int, known: Int)
    case notEmpty
    case serverRuns

    package var description: String {
        switch self {
        case .notABackup: "This is not a backup made by tandem."
        case .newerFormat: "The backup was made by a newer Tandem. Install the newer program."
        case .wrongPassphrase: "The passphrase is not the one that this backup was made with. Nothing was restored."
        case .truncated:
            "The end of the backup is missing or damaged. Nothing was restored; take another copy of it."
        case .damaged: "The backup is damaged or was tampered with. Nothing was restored; take another copy of it."
        case .newerSchema(let found, let known):
            "The backup holds schema number \(found); this program knows \(known). Install the newer program."
        case .notEmpty: "The database is not empty. Name an empty one, or say --replace to put the backup in its place."
        case .serverRuns:
            "A server works on this database, or did less than a minute ago. Stop it first (and wait a minute if it was killed)."
        }
    }
}
