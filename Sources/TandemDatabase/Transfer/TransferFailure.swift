/// Why a database was not copied. The target is then as empty as before.
package enum TransferFailure: Error, Sendable, Hashable {
    case targetNotEmpty(table: String)
    /// The two were made by different programs, or one is not migrated.
    case schemasDiffer(String)
    /// Rows without a primary key have no order in which to compare them.
    case noPrimaryKey(table: String)
    /// The target refused rows.
    case refused(table: String, DatabaseFailure)
    /// What arrived is not what was sent.
    case differs(table: String)
    /// A connection broke on the way, and the copy would have had to begin again.
    case interrupted
}

extension TransferFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .targetNotEmpty(let table): "The target is not empty: table '\(table)' has rows. Choose a fresh database."
        case .schemasDiffer(let what):
            "The two databases are not of the same version (\(what)). Use one program for both."
        case .noPrimaryKey(let table): "Table '\(table)' has no primary key, so its rows cannot be compared."
        case .refused(let table, let failure): "The target refused rows of table '\(table)'. \(failure)"
        case .differs(let table): "Table '\(table)' does not read the same in the target. Nothing was kept there."
        case .interrupted: "A connection broke while copying. Nothing was kept in the target; start again."
        }
    }
}
