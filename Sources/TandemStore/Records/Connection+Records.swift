package import TandemCare
package import TandemDatabase

/// Reading records. Writing them is `Transaction`'s, which leaves the audit line too.
extension Connection {
    /// One record, if it is there.
    package func record<Value: Record>(_ id: ID<Value>) throws -> Versioned<Value>? {
        try row("SELECT version, body FROM \(Value.kind) WHERE id = $1", [.text(id.text)]).map(decoded)
    }

    /// The records that meet a condition on columns, in the order given.
    /// - Parameter condition: SQL after WHERE, with `$1`... for `values`.
    package func records<Value: Record>(
        _ type: Value.Type = Value.self,
        where condition: String,
        _ values: [SQLValue]
    ) throws -> [Versioned<Value>] {
        try rows("SELECT version, body FROM \(Value.kind) WHERE \(condition)", values).map(decoded)
    }

    private func decoded<Value: Record>(_ row: Row) throws -> Versioned<Value> {
        Versioned(
            value: try RecordJSON.recall(Value.self, from: row.text("body")),
            version: Int(try row.integer("version"))
        )
    }
}
