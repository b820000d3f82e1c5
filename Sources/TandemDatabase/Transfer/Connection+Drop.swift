extension Connection {
    /// Takes all tables away, with all that is in them.
    package func drop(_ tables: [TableShape]) throws {
        switch engine {
        case .sqlite:
            // Rows first: a table without rows can go whatever points at it.
            try script("PRAGMA defer_foreign_keys = ON")
            for table in tables { try execute("DELETE FROM \(table.name.quoted)") }
            for table in tables { try script("DROP TABLE \(table.name.quoted)") }
        case .postgres:
            for table in tables { try script("DROP TABLE \(table.name.quoted) CASCADE") }
        }
    }
}
