/// The target's side of a `Transfer`: takes the rows, reads them back, compares.
struct Arrival {
    private let connection: any Connection
    private let handover: Handover
    private let progress: @Sendable (Transfer.Progress) -> Void

    init(
        _ connection: any Connection,
        from handover: Handover,
        progress: @escaping @Sendable (Transfer.Progress) -> Void
    ) {
        self.connection = connection
        self.handover = handover
        self.progress = progress
    }

    func receive(leavingOut left: Set<String>) throws -> [Transfer.Proof] {
        try handover.begin(.writer)
        guard case .plan(let tables, let migrations, let total) = try handover.take() else {
            throw TransferFailure.interrupted
        }
        let mine = try TableShape.all(connection, but: left)
        try compare(tables, migrations, with: mine)
        for table in mine where try connection.row("SELECT 1 AS one FROM \(table.name.quoted) LIMIT 1") != nil {
            throw TransferFailure.targetNotEmpty(table: table.name)
        }
        let keys = try ForeignKeys(deferredIn: connection)
        let proofs = try fill(mine, total: total)
        try keys.check()
        try compare(proofs, with: mine, total: total)
        return proofs
    }

    private func compare(_ tables: [TableShape], _ migrations: [Row], with mine: [TableShape]) throws {
        guard try migrations == Migrator.applied(connection) else {
            throw TransferFailure.schemasDiffer("their migrations differ")
        }
        for (theirs, mine) in zip(tables, mine) where theirs != mine {
            throw TransferFailure.schemasDiffer("table '\(theirs.name)' is not the same")
        }
        guard tables.count == mine.count else { throw TransferFailure.schemasDiffer("one has more tables") }
    }

    private func fill(_ tables: [TableShape], total: Int) throws -> [Transfer.Proof] {
        var count = 0
        return try tables.map { table in
            let writer = TableWriter(table, connection)
            while true {
                switch try handover.take() {
                case .rows(let rows):
                    try writer.add(rows)
                    count += rows.count
                    progress(Transfer.Progress(stage: .copying, table: table.name, rows: count, total: total))
                case .end(let proof): return proof
                case .plan: throw TransferFailure.interrupted
                }
            }
        }
    }

    private func compare(_ proofs: [Transfer.Proof], with tables: [TableShape], total: Int) throws {
        var count = 0
        for (table, proof) in zip(tables, proofs) {
            var digest = TableDigest()
            try TableReader(table: table, connection: connection).forEachBatch { rows in
                digest.add(rows)
                count += rows.count
                progress(Transfer.Progress(stage: .comparing, table: table.name, rows: count, total: total))
            }
            guard digest.proof(of: table.name) == proof else { throw TransferFailure.differs(table: table.name) }
        }
    }
}
