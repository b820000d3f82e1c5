package import TandemCare
package import TandemDatabase

/// All that a database holds, table by table, as one sealed stream that either engine can take in again.
///
///     make:     one snapshot -> tables, parents first -> records -> SealedWriter
///     restore:  SealedReader -> records -> one transaction: schema as it was, rows -> the migrations that came later
package struct Backup: Sendable {
    package typealias Progress = @Sendable (_ done: Int64, _ total: Int64) -> Void

    private let migrator: Migrator
    private let progress: Progress

    package init(_ migrator: Migrator, progress: @escaping Progress = { _, _ in }) {
        self.migrator = migrator
        self.progress = progress
    }

    /// Writes everything, as one snapshot has it; the server may go on.
    /// - Parameters:
    ///   - seal: makes the writer; called once, on the database's thread.
    package func make(
        of database: any Database,
        at now: Instant,
        seal: @escaping @Sendable () throws -> SealedWriter
    ) async throws -> BackupHead {
        try await database.read { connection in
            let tables = try TableShape.all(connection)
            let total = try tables.reduce(0) { $0 + (try $1.count(connection)) }
            let head = BackupHead(
                schema: try connection.newestMigration(),
                engine: connection.engine.rawValue,
                madeAt: now,
                rows: total
            )
            var writer = try seal()
            try writer.append(BackupRecord.head(head).bytes)
            var done: Int64 = 0
            for table in tables {
                let columns = table.columns.map(\.name)
                try writer.append(BackupRecord.table(name: table.name, columns: columns).bytes)
                try TableReader(table: table, connection: connection).forEachBatch { rows in
                    for row in rows { try writer.append(BackupRecord.row(row.values).bytes) }
                    done += Int64(rows.count)
                    progress(done, total)
                }
            }
            try writer.append(BackupRecord.end(rows: done).bytes)
            try writer.finish()
            return head
        }
    }

    /// Reads a backup to its end without keeping anything: is it whole?
    package func check(_ reader: SealedReader) throws -> BackupHead {
        var records = BackupRecords(reader)
        let head = try records.head()
        var done: Int64 = 0
        while true {
            switch try records.next() {
            case .row:
                done += 1
                if done % 512 == 0 { progress(done, head.rows) }
            case .end(let rows):
                guard rows == done, rows == head.rows else { throw BackupFailure.damaged }
                try records.finish()
                return head
            case .table: break
            case .head: throw BackupFailure.damaged
            }
        }
    }

    /// Puts a backup into a database, all of it or nothing.
    /// - Parameters:
    ///   - replaces: whether what is there may be taken away.
    ///   - open: opens the file from its start; may be called again.
    package func restore(
        into database: any Database,
        replaces: Bool,
        at now: Instant,
        open: @escaping @Sendable () throws -> SealedReader
    ) async throws -> BackupHead {
        let head = try await database.write { [self] connection in
            var records = BackupRecords(try open())
            let head = try records.head()
            guard head.schema <= migrator.count else {
                throw BackupFailure.newerSchema(found: head.schema, known: migrator.count)
            }
            try Self.makeRoom(in: connection, replaces: replaces, at: now)
            try migrator.makeTables(upTo: head.schema, in: connection)
            try load(&records, into: connection, head)
            try migrator.check(connection)
            return head
        }
        try await migrator.run(on: database)
        return head
    }

    private static func makeRoom(in connection: any Connection, replaces: Bool, at now: Instant) throws {
        let tables = try TableShape.all(connection)
        let isEmpty = try tables.allSatisfy { try $0.name == TableShape.migrations || $0.count(connection) == 0 }
        guard isEmpty || replaces else { throw BackupFailure.notEmpty }
        if tables.contains(where: { $0.name == "audit_chain" }), try connection.hasLivingChain(at: now) {
            throw BackupFailure.serverRuns
        }
        try connection.drop(tables)
    }

    private func load(_ records: inout BackupRecords, into connection: any Connection, _ head: BackupHead) throws {
        let tables = try TableShape.all(connection)
        let keys = try ForeignKeys(deferredIn: connection)
        // Rows that migrations bring come from the backup too.
        for table in tables { try connection.execute("DELETE FROM \(table.name)") }
        var loads: [String: TableLoad] = [:]
        for table in tables { loads[table.name] = TableLoad(table, in: connection) }
        var load: TableLoad?
        var done: Int64 = 0
        while true {
            switch try records.next() {
            case .table(let name, let columns):
                try load?.finish()
                guard let next = loads.removeValue(forKey: name), next.columns == columns else {
                    throw BackupFailure.damaged
                }
                load = next
            case .row(let values):
                guard load != nil else { throw BackupFailure.damaged }
                try load?.add(values)
                done += 1
                if done % 512 == 0 { progress(done, head.rows) }
            case .end(let rows):
                try load?.finish()
                guard rows == done, rows == head.rows, loads.isEmpty else { throw BackupFailure.damaged }
                try records.finish()
                return try keys.check()
            case .head: throw BackupFailure.damaged
            }
        }
    }
}

/// The rows of one table on their way in, some at a time.
private struct TableLoad {
    let columns: [String]
    private let writer: TableWriter
    private var rows: [Row] = []

    init(_ table: TableShape, in connection: any Connection) {
        columns = table.columns.map(\.name)
        writer = TableWriter(table, connection)
    }

    mutating func add(_ values: [SQLValue]) throws {
        rows.append(Row(names: columns, values: values))
        if rows.count == TableReader.batch { try finish() }
    }

    mutating func finish() throws {
        try writer.add(rows)
        rows = []
    }
}

extension BackupRecords {
    fileprivate mutating func head() throws -> BackupHead {
        guard case .head(let head) = try next() else { throw BackupFailure.damaged }
        return head
    }
}
