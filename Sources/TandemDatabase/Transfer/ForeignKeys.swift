/// Foreign keys that wait until all rows are there, so that tables can be filled in any order and may refer to themselves.
package struct ForeignKeys {
    private struct Key {
        let table: String
        let name: String
    }

    private let connection: any Connection
    private let keys: [Key]

    /// Lets the foreign keys of a database wait until `check`, within this transaction.
    package init(deferredIn connection: any Connection) throws {
        self.connection = connection
        switch connection.engine {
        case .sqlite:
            keys = []
            try connection.script("PRAGMA defer_foreign_keys = ON")
        case .postgres:
            keys = try connection.rows(
                """
                SELECT t.relname AS name, k.conname AS key FROM pg_constraint AS k JOIN pg_class AS t ON t.oid = k.conrelid
                WHERE k.contype = 'f' AND NOT k.condeferrable AND k.connamespace = current_schema()::regnamespace
                """
            ).map { Key(table: try $0.text("name"), name: try $0.text("key")) }
            try alter("DEFERRABLE INITIALLY DEFERRED")
        }
    }

    /// Checks them all and puts them back as they were.
    package func check() throws {
        switch connection.engine {
        case .sqlite:
            if let row = try connection.row("PRAGMA foreign_key_check") {
                throw TransferFailure.refused(
                    table: try row.text("table"),
                    .constraint(.foreignKey, detail: try row.text("parent"))
                )
            }
        case .postgres:
            try connection.script("SET CONSTRAINTS ALL IMMEDIATE")
            try alter("NOT DEFERRABLE")
        }
    }

    private func alter(_ form: String) throws {
        for key in keys {
            try connection.script("ALTER TABLE \(key.table.quoted) ALTER CONSTRAINT \(key.name.quoted) \(form)")
        }
    }
}
