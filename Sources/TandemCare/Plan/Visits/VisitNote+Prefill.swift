package import TandemCatalog

extension VisitNote.Content {
    /// A note to begin with: one entry for each active goal and skill that the discipline leads, each with what the last note meant to
    /// do next, and one for what belongs to no goal: a first visit comes before the first goal. Nothing is filled in that the therapist has not seen happen.
    ///
    /// - Parameter last: the discipline's last signed note of this child.
    package static func prefilled(
        on day: CalendarDate,
        discipline: Discipline,
        goals: [Goal],
        last: VisitNote?
    ) -> VisitNote.Content {
        var content = VisitNote.Content(on: day)
        let before = last?.content.entries ?? []
        for goal in goals where goal.status == .active {
            for part in goal.split.parts(ledBy: discipline) {
                let planned = before.last { $0.goal == goal.id && $0.skill == part.skill }?.next ?? ""
                content.entries.append(VisitEntry(goal: goal.id, skill: part.skill, planned: planned))
            }
        }
        // What was planned for something that is no part of the plan any more is carried along, not lost.
        for entry in before where !entry.next.isBlank {
            let isCarried = content.entries.contains { $0.goal == entry.goal && $0.skill == entry.skill }
            if !isCarried {
                content.entries.append(VisitEntry(goal: entry.goal, skill: entry.skill, planned: entry.next))
            }
        }
        // An evaluation, a talk, whatever belongs to no goal.
        if !content.entries.contains(where: { $0.goal == nil }) { content.entries.append(VisitEntry(goal: nil)) }
        return content
    }

    /// Without the entries in which nothing was written: what is signed.
    package var trimmed: VisitNote.Content {
        var content = self
        content.entries.removeAll(where: \.isEmpty)
        return content
    }
}
