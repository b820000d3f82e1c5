import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A child's visits, newest first, under what the other therapist asks for next; and beginning a note.
extension ChildVisit {
    private static var pageSize: Int { 20 }

    private struct Read: Sendable {
        let plan: ChildPlan
        let list: VisitList
        let draft: VisitNote?
        let handoffs: [VisitNote]
    }

    func visitsPage() async throws -> Response {
        let last = visit.query["after"].flatMap { ID<VisitNote>($0) }
        let read = try await look { connection, permit in
            let readers = permit.disciplines
            return Read(
                plan: try connection.plan(permit),
                list: try connection.visits(permit, after: last, count: Self.pageSize),
                draft: permit.may(.writeNote) ? try connection.draft(permit)?.value : nil,
                handoffs: last == nil ? try readers.compactMap { try connection.lastHandoff(permit, for: $0) } : []
            )
        }
        return response(
            "visits",
            title: "Visits",
            read.plan.child,
            read.plan.permit,
            at: .visits,
            values(read, isFirst: last == nil)
        )
    }

    private func values(_ read: Read, isFirst: Bool) -> Page.Values {
        let permit = read.plan.permit
        let words = NoteWords(plan: read.plan)
        var values: Page.Values = [
            "alerts": read.plan.alertValues, "visits": read.list.notes.map(words.line),
            "is_first": isFirst, "handoffs": read.handoffs.map(words.handoff),
        ]
        if permit.may(.writeNote) {
            values["new_action"] = Address.visits(child, .new).path
            values["disciplines"] = permit.disciplines.map { discipline in
                Mark.values([discipline]).merging(
                    ["value": discipline.rawValue, "only": permit.disciplines.count == 1]
                ) { $1 }
            }
        }
        if let draft = read.draft {
            values["draft_href"] = Address.visits(child, .one(draft.id, .edit)).path
            values["draft_day"] = DateText.text(draft.content.on)
        }
        if let older = read.list.older { values["older_href"] = Address.visits(child, .older(older)).path }
        return values
    }

    /// Begins a note, or goes on with the one that was begun.
    func beginNote() async throws -> Response {
        let chosen = form["discipline"].flatMap { Discipline(rawValue: $0) }
        let note = try await change { transaction, permit in
            guard let discipline = chosen ?? permit.disciplines.first else { throw StoreFailure.notFound }
            return try transaction.beginNote(discipline, permit)
        }
        return visit.redirect(.visits(child, .one(note, .edit)))
    }
}
