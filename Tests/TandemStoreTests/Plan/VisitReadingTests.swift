import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("How visits are read")
struct VisitReadingTests {
    /// Notes how the engine goes about every query that names a table.
    private final class Watched: Connection {
        let connection: any Connection
        private(set) var steps: [String] = []

        init(_ connection: any Connection) { self.connection = connection }

        var engine: Engine { connection.engine }

        func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> [Row] {
            if sql.contains("visit_note") {
                let word = engine == .sqlite ? "EXPLAIN QUERY PLAN" : "EXPLAIN"
                let column = engine == .sqlite ? "detail" : "QUERY PLAN"
                for row in try connection.rows("\(word) \(sql)", values) { steps.append(try row.text(column)) }
            }
            return try connection.rows(sql, values)
        }

        func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> Int {
            try connection.execute(sql, values)
        }

        func send(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) { try connection.send(sql, values) }
        func script(_ sql: String) throws(DatabaseFailure) { try connection.script(sql) }
        func leave(_ note: any Sendable) { connection.leave(note) }
    }

    private enum Reading: String, CaseIterable { case first, older, draft, last, handoff, partner }

    @Test("Every reading of visits goes by an index", arguments: TestHome.both, Reading.allCases)
    private func index(_ home: TestHome, _ reading: Reading) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            var together = plan.note
            var content = together.content
            let side = CoTreatment.Side(goals: [], minutes: nil)
            content.coTreatment = CoTreatment(partner: "", reason: "", physical: side, occupational: side)
            try together.edit(content, by: town.account(.dana))
            let note = together
            let steps = try await store.look(at: town.maya.id, .seeNotes, by: town.requester(.dana)) {
                connection,
                permit in
                // A few rows are read faster without an index; what counts is that there is one for many.
                if connection.engine == .postgres { _ = try connection.execute("SET LOCAL enable_seqscan = off") }
                let watched = Watched(connection)
                switch reading {
                case .first: _ = try watched.visits(permit, after: nil, count: 20)
                case .older: _ = try watched.visits(permit, after: plan.note.id, count: 20)
                case .draft: _ = try watched.draft(permit)
                case .last: _ = try watched.lastNote(permit, of: .physical)
                case .handoff: _ = try watched.lastHandoff(permit, for: .occupational)
                case .partner: _ = try watched.partner(of: note, permit)
                }
                return watched.steps
            }
            let own = steps.filter { step in
                ["SCAN visit_note", "SEARCH visit_note", "Scan on visit_note", "on visit_note "].contains {
                    step.contains($0)
                }
            }
            #expect(!own.isEmpty)
            #expect(
                own.allSatisfy { $0.contains("USING INDEX") || $0.contains("Index") || $0.contains("Bitmap") },
                "\(steps)"
            )
            #expect(!steps.contains { $0.contains("SCAN visit_note") || $0.contains("Seq Scan on visit_note") })
            // Only a child's own notes are looked at, not those of everybody.
            if reading != .draft {
                #expect(steps.contains { $0.contains("child =") || $0.contains("child=") }, "\(steps)")
            }
            guard reading == .first || reading == .older else { return }
            #expect(!steps.contains { $0.contains("TEMP B-TREE") || $0.contains("Sort") }, "in order: \(steps)")
        }
    }
}
