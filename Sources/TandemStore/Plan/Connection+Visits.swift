package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// A place in the list of a child's visits: the note that was read last.
package struct VisitPlace: Sendable, Hashable {
    package let day: CalendarDate
    package let note: ID<VisitNote>

    package init(day: CalendarDate, note: ID<VisitNote>) {
        self.day = day
        self.note = note
    }
}

/// One page of a child's visits, newest first.
package struct VisitList: Sendable {
    package let notes: [VisitNote]
    /// Where the next page begins, if there is one.
    package let older: VisitPlace?
}

extension Connection {
    /// Signed notes of everybody, and this person's own drafts. As much is read as is shown, however many there are.
    package func visits(_ permit: Permit, after place: VisitPlace?, count: Int) throws -> VisitList {
        var condition = "AND (signed_at IS NOT NULL OR author = $2)"
        var values: [SQLValue] = [.text(permit.who.account.text)]
        if let place {
            condition += " AND (on_day < $3 OR (on_day = $3 AND id < $4))"
            values += [.day(place.day), .text(place.note.text)]
        }
        let found = try parts(
            VisitNote.self,
            permit,
            "\(condition) ORDER BY on_day DESC, id DESC LIMIT \(count + 1)",
            values
        ).map(\.value)
        let shown = Array(found.prefix(count))
        let last = found.count > count ? shown.last : nil
        return VisitList(notes: shown, older: last.map { VisitPlace(day: $0.content.on, note: $0.id) })
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

    /// The newest signed notes of one discipline.
    package func lastNotes(_ permit: Permit, of discipline: Discipline, count: Int = 5) throws -> [VisitNote] {
        try parts(
            VisitNote.self,
            permit,
            "AND discipline = $2 AND signed_at IS NOT NULL ORDER BY on_day DESC, id DESC LIMIT \(count)",
            [.text(discipline.rawValue)]
        ).map(\.value)
    }

    /// What the other therapist wrote of the same visit, where both treated together.
    package func partner(of note: VisitNote, _ permit: Permit) throws -> VisitNote? {
        guard note.content.coTreatment != nil else { return nil }
        return try parts(
            VisitNote.self,
            permit,
            "AND on_day = $2 AND discipline = $3 AND signed_at IS NOT NULL ORDER BY id DESC",
            [.day(note.content.on), .text(note.discipline.other.rawValue)]
        ).map(\.value).first { $0.content.coTreatment != nil }
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
