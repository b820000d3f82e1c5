/// What can go wrong in a database, in the kinds that callers tell apart.
package enum DatabaseFailure: Error, Sendable, Hashable {
    /// A rule of the schema refused the write. `detail` names the constraint, never a value.
    case constraint(Constraint, detail: String)
    /// The disk, or the room given to the database, is full. Reads go on; writes resume once there is room.
    case full
    /// No connection now: the server is away, restarting, or too busy. Trying again later may work.
    case unavailable(String)
    /// The database was made by a newer program.
    case newer(found: Int, known: Int)
    /// A migration that was applied once reads otherwise today.
    case altered(migration: String)
    /// SQL that does not fit the schema, or a column of another type: a fault of the program.
    case mismatch(String)

    package enum Constraint: String, Sendable { case unique, foreignKey, check, notNull }
}

extension DatabaseFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .constraint(let kind, let detail): "The database refused a write (\(kind.rawValue): \(detail))."
        case .full: "The disk with the database is full. Make room; nothing that was saved is lost."
        case .unavailable(let why): "The database cannot be reached: \(why)"
        case .newer(let found, let known):
            "The database was made by a newer Tandem (its schema is number \(found); this program knows \(known)). "
                + "Install the newer program."
        case .altered(let name):
            "Migration '\(name)' was applied in another form. Is this database from another program?"
        case .mismatch(let what): "The program and the database do not fit: \(what)"
        }
    }
}
