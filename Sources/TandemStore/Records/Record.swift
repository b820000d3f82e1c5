package import TandemCare
package import TandemDatabase

/// A value that is kept as one row: what is searched as columns, a version, and the whole as JSON.
///
/// Every change writes the version it replaces to `history`; nothing is overwritten, nothing deleted.
package protocol Record: Codable, Sendable {
    /// Name of the table, of the kind in `history`, and of the thing in the audit trail.
    static var kind: String { get }
    /// The searched columns, in the order of `columnValues`.
    static var columnNames: [String] { get }
    var columnValues: [SQLValue] { get }
    var id: ID<Self> { get }
    /// The child whose record this is a part of, if any.
    var childID: ID<Child>? { get }
}

extension Record {
    package var childID: ID<Child>? { nil }
}

/// A record, and the version that a writer must name to replace it.
package struct Versioned<Value: Sendable>: Sendable {
    package let value: Value
    package let version: Int

    package init(value: Value, version: Int) {
        self.value = value
        self.version = version
    }
}
