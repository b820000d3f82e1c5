package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// One page of a child's visits, newest first.
package struct VisitList: Sendable {
    package let notes: [VisitNote]
    /// The last note of this page, if there are older ones.
    package let older: ID<VisitNote>?
}

extension Connection {
    /// Signed notes of everybody, and this person's own drafts. As much is read as is shown, however many there are.
    ///
    /// - Parameter last: the last note of the page before; `nil` for the newest.
    /// - Throws: `StoreFailure.notFound` where this person may not read that note.
    package func visits(_ permit: Permit, after last: ID<VisitNote>?, count: Int) throws -> VisitList {
        var condition = "(signed_at IS NOT NULL OR author = $2)"
        var values: [SQLValue] = [.text(permit.who.account.text)]
        if let last {
            let place = try note(last, permit).value
            condition += " AND (on_day, id) < ($3, $4)"
            values += [.day(place.content.on), .text(place.id.text)]
        }
        let sorted = try newest(permit, condition, values, count: count + 1)
        let shown = Array(sorted.prefix(count))
        return VisitList(notes: shown, older: sorted.count > count ? shown.last?.id : nil)
    }

    /// Notes newest first. Child by child, so that an index gives each in order, on either engine; nearly always there is one.
    ///
    /// - Parameter condition: SQL with `$2`... for `values`.
    private func newest(
        _ permit: Permit,
        _ condition: String,
        _ values: [SQLValue],
        count: Int? = nil
    ) throws -> [VisitNote] {
        let limit = count.map { "LIMIT \($0)" } ?? ""
        return try ids(joinedInto: permit.child).flatMap { child in
            try records(
                VisitNote.self,
                where: "child = $1 AND \(condition) ORDER BY on_day DESC, id DESC \(limit)",
                [.text(child.text)] + values
            ).map(\.value)
        }.sorted { ($0.content.on, $0.id) > ($1.content.on, $1.id) }
    }

    /// A note that this person may read: signed, or their own.
    /// - Throws: `StoreFailure.notFound` for another child's note and for somebody else's draft.
    package func note(_ id: ID<VisitNote>, _ permit: Permit) throws -> Versioned<VisitNote> {
        let note = try part(id, permit)
        guard note.value.isSigned || note.value.author == permit.who.account else { throw StoreFailure.notFound }
        return note
    }

    /// The draft that this person has begun for the child, the newest.
    package func draft(_ permit: Permit, discipline: Discipline? = nil) throws -> Versioned<VisitNote>? {
        try parts(
            VisitNote.self,
            permit,
            "AND author = $2 AND signed_at IS NULL ORDER BY id DESC",
            [.text(permit.who.account.text)]
        ).first { discipline == nil || $0.value.discipline == discipline }
    }

    /// The newest signed note of one discipline.
    package func lastNote(_ permit: Permit, of discipline: Discipline) throws -> VisitNote? {
        try newest(permit, "discipline = $2 AND signed_at IS NOT NULL", [.text(discipline.rawValue)], count: 1).first
    }

    /// The newest signed note of the other discipline that hands something on: what `discipline` reads before it begins.
    package func lastHandoff(_ permit: Permit, for discipline: Discipline) throws -> VisitNote? {
        try newest(
            permit,
            "discipline = $2 AND hands_off = 1 AND signed_at IS NOT NULL",
            [.text(discipline.other.rawValue)],
            count: 1
        ).first
    }

    /// What the other therapist wrote of the same visit, where both treated together: the one who was named, else anybody of the
    /// other discipline who treated together with somebody that day.
    package func partner(of note: VisitNote, _ permit: Permit) throws -> VisitNote? {
        guard let together = note.content.coTreatment else { return nil }
        let others = try newest(
            permit,
            "on_day = $2 AND discipline = $3 AND signed_at IS NOT NULL",
            [.day(note.content.on), .text(note.discipline.other.rawValue)]
        )
        return others.first { other in
            guard let theirs = other.content.coTreatment else { return false }
            let isNamed = together.therapist.map { $0 == other.author } ?? true
            return isNamed && (theirs.therapist.map { $0 == note.author } ?? true)
        }
    }

    /// The plan of care that holds for one practice and discipline: the last that was signed. A draft holds nothing.
    package func standingPlanOfCare(
        _ permit: Permit,
        practice: ID<Practice>,
        discipline: Discipline
    ) throws -> PlanOfCare? {
        try plansOfCare(permit, practice: practice, discipline: discipline).last { $0.value.isSigned }?.value
    }

    /// Plans of care of one practice and discipline, the newest last.
    package func plansOfCare(
        _ permit: Permit,
        practice: ID<Practice>,
        discipline: Discipline
    ) throws -> [Versioned<PlanOfCare>] {
        try parts(
            PlanOfCare.self,
            permit,
            "AND practice = $2 AND discipline = $3 ORDER BY id",
            [.text(practice.text), .text(discipline.rawValue)]
        )
    }
}
