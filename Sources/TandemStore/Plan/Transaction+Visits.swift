package import TandemCare
package import TandemCatalog

/// What came of saving a draft.
package enum DraftSaved: Sendable {
    case saved(version: Int)
    /// The same author has saved it elsewhere since; nothing was written. What stands now, and its version.
    case conflict(theirs: VisitNote.Content, version: Int)
}

/// Notes of visits: begun from the plan, saved as drafts, signed, added to.
extension Transaction {
    /// The draft that this therapist has for the child, or a new one that is filled in from the plan.
    ///
    /// - Throws: `StoreFailure.notFound` where the person does not practice that discipline here.
    package func beginNote(_ discipline: Discipline, _ permit: Permit) throws -> ID<VisitNote> {
        guard let practice = permit.ground.practice, permit.disciplines.contains(discipline) else {
            throw StoreFailure.notFound
        }
        if let draft = try connection.draft(permit, discipline: discipline) { return draft.value.id }
        let content = VisitNote.Content.prefilled(
            on: effects.today(),
            discipline: discipline,
            goals: try connection.parts(Goal.self, permit).map(\.value),
            last: try connection.lastNote(permit, of: discipline)
        )
        let note = VisitNote(
            id: effects.id(),
            child: permit.child,
            practice: practice,
            author: permit.who.account,
            discipline: discipline,
            content: content
        )
        return try insert(note).value.id
    }

    /// - Parameter version: the version that the writer read.
    /// - Throws: `VisitNote.Fault.signed`, `.notAuthor`; `StoreFailure.notFound` for goals of another child.
    package func saveDraft(
        _ id: ID<VisitNote>,
        _ content: VisitNote.Content,
        version: Int,
        _ permit: Permit
    ) throws -> DraftSaved {
        let current = try connection.note(id, permit)
        var note = current.value
        try check(content, permit)
        try note.edit(content, by: permit.who.account)
        guard !content.says(current.value.content) else { return .saved(version: current.version) }
        guard current.version == version else {
            return .conflict(theirs: current.value.content, version: current.version)
        }
        return .saved(version: try replace(note, version: version).version)
    }

    /// Saves what was typed, signs and locks it, and sets anew what is due in the practice.
    ///
    /// - Parameters:
    ///   - name: as signed: "Ann Lee, PT, DPT".
    ///   - rules: of a payer.
    /// - Throws: `VisitNote.Fault`.
    package func sign(
        _ id: ID<VisitNote>,
        _ content: VisitNote.Content,
        version: Int,
        as name: String,
        rules: (Slug<PayerRules>) -> PayerRules?,
        _ permit: Permit
    ) throws -> DraftSaved {
        let current = try connection.note(id, permit)
        var note = current.value
        try check(content, permit)
        try note.edit(content, by: permit.who.account)
        // The same words at a newer version are what the page has saved itself meanwhile.
        guard current.version == version || content.says(current.value.content) else {
            return .conflict(theirs: current.value.content, version: current.version)
        }
        try note.sign(as: name, today: effects.today(), stamp: permit.stamp)
        let saved = try replace(note, version: current.version)
        for plan in try connection.plansOfCare(permit, practice: note.practice, discipline: note.discipline) {
            try listDues(of: plan.value, rules: rules(plan.value.content.payer))
        }
        return .saved(version: saved.version)
    }

    /// Adds to a signed note, which itself stays as it is. Anybody who may write notes of the same practice adds.
    ///
    /// - Throws: `VisitNote.Fault`; `StoreFailure.notFound` for another practice's note.
    package func add(_ text: String, to id: ID<VisitNote>, as name: String, _ permit: Permit) throws {
        let current = try connection.note(id, permit)
        guard current.value.practice == permit.ground.practice else { throw StoreFailure.notFound }
        try update(id) { try $0.add(text, as: name, stamp: permit.stamp) }
    }

    /// Ids in a form prove nothing: every goal named must be this child's.
    private func check(_ content: VisitNote.Content, _ permit: Permit) throws {
        var named = Set(content.entries.compactMap(\.goal))
        if let together = content.coTreatment {
            named.formUnion(together.physical.goals)
            named.formUnion(together.occupational.goals)
        }
        let known = Set(try connection.parts(Goal.self, permit).map(\.value.id))
        guard named.isSubset(of: known) else { throw StoreFailure.notFound }
    }
}
