import TandemCare
import TandemCatalog
import TandemStore

/// What lists and pages say of a note.
struct NoteWords: Sendable {
    let plan: ChildPlan

    private func href(_ note: VisitNote, _ part: VisitPart) -> String {
        Address.visits(plan.child.id, .one(note.id, part)).path
    }

    func author(_ note: VisitNote) -> String { note.signature?.name ?? plan.name(note.author) }

    private func practice(_ note: VisitNote) -> String { plan.team.practice(note.practice)?.name ?? "" }

    /// One row of the list.
    func line(_ note: VisitNote) -> Page.Values {
        let did = note.content.entries.map(\.did).filter { !$0.trimmed.isEmpty }
        var values = Mark.values([note.discipline])
        values["day"] = DateText.text(note.content.on)
        values["who"] = author(note)
        values["practice"] = practice(note)
        values["href"] = href(note, note.isSigned ? .page : .edit)
        values["is_draft"] = !note.isSigned
        values["with_both"] = note.content.coTreatment != nil
        values["did"] = did.first.map { Self.beginning($0) } ?? ""
        let minutes = note.minutes
        if minutes > 0 { values["minutes"] = minutes }
        if !note.content.handoff.nextAsks.isEmpty { values["asks"] = note.content.handoff.nextAsks }
        return values
    }

    /// The three lines of a handoff.
    func handoff(_ note: VisitNote) -> Page.Values {
        let handoff = note.content.handoff
        var values = Mark.values([note.discipline])
        values["who"] = author(note)
        values["day"] = DateText.text(note.content.on)
        values["lines"] = [
            ("Did", handoff.did), ("Works best", handoff.worksBest), ("Next asks", handoff.nextAsks),
        ].filter { !$0.1.isEmpty }.map { ["name": $0.0, "text": $0.1] as Page.Values }
        return values
    }

    static func beginning(_ text: String) -> String { text.count > 140 ? String(text.prefix(139)) + "…" : text }
}

extension VisitNote {
    /// Minutes of the note's own discipline.
    var minutes: Int { content.services.filter { $0.discipline == discipline }.written }
}

extension HelpLevel {
    /// As a therapist reads it.
    var short: String {
        switch self {
        case .full: "full help"
        case .most: "most help"
        case .some: "some help"
        case .prompt: "watching or a prompt"
        case .alone: "alone"
        }
    }
}
