import TandemCare
import TandemDatabase

/// One pass of the `AuditVerifier` over the chains, in the order in which they were opened.
struct AuditPass {
    let verifier: AuditVerifier
    let connection: any Connection
    private(set) var report = AuditReport()

    private var total: Int64 = 0
    /// Chains that a line somewhere names as ended without a word.
    private var marked: Set<String> = []
    /// Chains whose last line says that they are closed.
    private var closed: Set<String> = []

    init(verifier: AuditVerifier, connection: any Connection) {
        self.verifier = verifier
        self.connection = connection
    }

    mutating func run() throws {
        report.hasNotedHash = verifier.noted.map { _ in false }
        let chains = try connection.rows("SELECT * FROM audit_chain ORDER BY position").map(ChainRow.init)
        report.chains = chains.count
        total = chains.reduce(0) { $0 + $1.number }
        try findChainless()
        var position: Int64 = 0
        var firstHash: String? = ""
        for chain in chains {
            if chain.position != position + 1 {
                note(.chainMissing, chain)
                firstHash = nil
            }
            firstHash = try follow(chain, after: 0, from: firstHash)
            position = chain.position
        }
        for chain in chains { judgeEnding(of: chain) }
    }

    mutating func runEnd(lines count: Int64) throws {
        let newest = try connection.row("SELECT * FROM audit_chain ORDER BY position DESC LIMIT 1").map(ChainRow.init)
        guard let newest else { return }
        report.chains = 1
        total = min(count, newest.number)
        let start = max(0, newest.number - count)
        let hash = try connection.row(
            "SELECT hash FROM audit_line WHERE chain = $1 AND number = $2",
            [.text(newest.id), .integer(start)]
        )?.text("hash")
        _ = try follow(newest, after: start, from: hash)
    }

    /// Walks along one chain, a page at a time.
    /// - Parameter hash: what the first line has to follow from; `nil` where nobody knows any more.
    /// - Returns: the hash of the first line, for the next chain; `nil` where that line is missing.
    private mutating func follow(_ chain: ChainRow, after start: Int64, from hash: String?) throws -> String? {
        var walk = ChainWalk(number: start, hash: hash)
        var firstHash: String?
        while true {
            let rows = try connection.rows(
                "SELECT * FROM audit_line WHERE chain = $1 AND number > $2 ORDER BY number LIMIT \(verifier.page)",
                [.text(chain.id), .integer(walk.number)]
            )
            for row in rows {
                let line = try LineRow(row)
                if line.number == 1 { firstHash = line.hash }
                judge(line, behind: walk, in: chain)
                walk = ChainWalk(number: line.number, hash: line.hash)
            }
            report.lines += Int64(rows.count)
            verifier.progress(report.lines, total)
            if rows.count < verifier.page { break }
        }
        judgeHead(of: chain, walk)
        report.head = walk.hash ?? ""
        return firstHash
    }

    private mutating func judge(_ line: LineRow, behind walk: ChainWalk, in chain: ChainRow) {
        let isNext = line.number == walk.number + 1
        if !isNext { note(.missing, chain, walk.number + 1...line.number - 1) }
        if line.number > chain.number {
            note(.surplus, chain, line.number...line.number)
        } else if isNext, let previous = walk.hash {
            let hash = AuditChain.hash(previous: previous, number: line.number, body: line.body)
            if hash != line.hash {
                note(line.number == 1 && chain.position > 1 ? .start : .changed, chain, line.number...line.number)
            }
        }
        let said = try? RecordJSON.decode(AuditLine.self, from: line.body)
        if said.map({ line.fits($0) }) != true { note(.columns, chain, line.number...line.number) }
        if said?.verb == .gap, let subject = said?.subject { marked.insert(subject) }
        if said?.verb == .closed, said?.subject == chain.id { closed.insert(chain.id) }
        if line.hash == verifier.noted { report.hasNotedHash = true }
    }

    private mutating func judgeHead(of chain: ChainRow, _ walk: ChainWalk) {
        if walk.number < chain.number { return note(.missing, chain, walk.number + 1...chain.number) }
        if walk.number == chain.number, let hash = walk.hash, hash != chain.hash { note(.head, chain) }
    }

    private mutating func judgeEnding(of chain: ChainRow) {
        if closed.contains(chain.id) { return }
        let isMarked = marked.contains(chain.id)
        if chain.isClosed, !isMarked { return note(.ending, chain) }
        let isAlive = chain.seenAt > verifier.now - AuditTrail.silence
        guard isMarked || !isAlive else { return }
        report.gaps.append(AuditReport.Gap(chain: chain.id, seenAt: chain.seenAt, isMarked: isMarked))
    }

    private mutating func findChainless() throws {
        let rows = try connection.rows(
            """
            SELECT chain, MIN(number) AS first, MAX(number) AS last FROM audit_line
            WHERE chain NOT IN (SELECT id FROM audit_chain) GROUP BY chain ORDER BY chain
            """
        )
        report.damage += try rows.map { row in
            let lines = try row.integer("first")...row.integer("last")
            return AuditReport.Damage(chain: try row.text("chain"), lines: lines, kind: .chainless)
        }
    }

    /// Neighboring lines with the same damage are told as one.
    private mutating func note(_ kind: AuditReport.Damage.Kind, _ chain: ChainRow, _ lines: ClosedRange<Int64>? = nil) {
        if let lines, let last = report.damage.last, last.chain == chain.id, last.kind == kind,
            let before = last.lines, before.upperBound + 1 == lines.lowerBound
        {
            report.damage.removeLast()
            return note(kind, chain, before.lowerBound...lines.upperBound)
        }
        report.damage.append(AuditReport.Damage(chain: chain.id, lines: lines, kind: kind))
    }
}

/// How far the walk along a chain has come.
private struct ChainWalk {
    let number: Int64
    let hash: String?
}
