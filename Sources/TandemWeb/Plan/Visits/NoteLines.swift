import TandemCare
import TandemCatalog
import TandemStore

/// A note field by field, as it reads on a page: to lay two versions side by side, and to keep what one of them says besides.
struct NoteLines: Sendable {
    let plan: ChildPlan
    let discipline: Discipline

    private struct Line {
        /// The same in two versions of one note.
        let key: String
        let name: String
        let value: String
    }

    /// What two versions tell differently, in the order of the form.
    func differences(_ theirs: VisitNote.Content, _ mine: VisitNote.Content) -> [Page.Values] {
        let (theirs, mine) = (lines(theirs), lines(mine))
        let keys = mine.map(\.key) + theirs.map(\.key).filter { key in !mine.contains { $0.key == key } }
        return keys.compactMap { key in
            let (left, right) = (theirs.first { $0.key == key }, mine.first { $0.key == key })
            guard let name = (right ?? left)?.name, left?.value != right?.value else { return nil }
            return ["name": name, "theirs": left?.value ?? "Empty", "mine": right?.value ?? "Empty"]
        }
    }

    /// What `mine` says and `other` does not, as a text.
    func besides(_ other: VisitNote.Content, in mine: VisitNote.Content) -> String {
        let known = lines(other)
        return lines(mine)
            .filter { line in !known.contains { $0.key == line.key && $0.value == line.value } }
            .map { "\($0.name): \($0.value)" }
            .joined(separator: "\n")
    }

    /// Fields with something in them.
    private func lines(_ content: VisitNote.Content) -> [Line] {
        let single: [(String, String)] = [
            ("Day of the visit", DateText.text(content.on)), ("Start", content.start?.description ?? ""),
            ("End", content.stop?.description ?? ""), (NoteForm.said.label, content.said),
        ]
        let handoff = zip(
            NoteForm.handoffFields.map(\.label),
            [content.handoff.did, content.handoff.worksBest, content.handoff.nextAsks]
        ).map { ("For \(discipline.other.name): \($0)", $1) }
        let services = content.services.enumerated().map { ("Service \($0 + 1)", Self.words($1)) }
        let all =
            single.map(Self.line) + content.entries.flatMap(lines) + (services + handoff).map(Self.line)
            + (content.coTreatment.map(lines) ?? [])
        return all.filter { !$0.value.isEmpty }
    }

    private static func line(_ name: String, _ value: String) -> Line { Line(key: name, name: name, value: value) }

    private static func words(_ service: VisitService) -> String {
        let minutes = service.minutes.map { "\($0) minutes" } ?? "minutes not written"
        return [service.what, minutes, service.isTimed ? "timed" : "not timed"].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    private func lines(_ entry: VisitEntry) -> [Line] {
        let goal = entry.goal.flatMap { plan.goal($0)?.value }
        let skill = entry.skill.flatMap { goal?.split.part($0)?.name } ?? "whole goal"
        let name = entry.goal == nil ? "The visit as a whole" : "\(goal?.title ?? "A goal"), \(skill)"
        let key = "\(entry.goal?.text ?? "") \(entry.skill?.text ?? "")"
        return [
            ("done", entry.did), ("next time", entry.next), ("against last time", entry.outcome?.rawValue ?? ""),
            ("help", entry.help?.short ?? ""),
        ].map { Line(key: "\(key) \($0.0)", name: "\(name): \($0.0)", value: $0.1) }
    }

    private func lines(_ together: CoTreatment) -> [Line] {
        let sides = Discipline.allCases.map { discipline in
            let side = together.side(discipline)
            let goals = side.goals.map { plan.goal($0)?.value.title ?? "A goal" }
            let minutes = side.minutes.map { "\($0) minutes" }
            return (
                "\(discipline.rawValue) in treating together",
                (goals + [minutes].compactMap(\.self)).joined(separator: ", ")
            )
        }
        return ([("Treated together with", together.partner), ("Why both at once", together.reason)] + sides).map(
            Self.line
        )
    }
}
