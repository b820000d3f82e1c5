import HTTPTypes
import Hummingbird
import NIOCore
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Writing a note: it saves itself, is saved, or is signed and locked.
extension ChildVisit {
    struct Writing: Sendable {
        let plan: ChildPlan
        let note: Versioned<VisitNote>
        let units: TimedUnits
        let last: VisitNote?

        var form: NoteForm { NoteForm(plan: plan, note: note.value) }
    }

    /// - Throws: `StoreFailure.notFound` for a note that is not this person's to write.
    private func writing() async throws -> Writing {
        let id = try visit.id("note", of: VisitNote.self)
        let rules = visit.workspace.site.rules
        return try await look { connection, permit in
            let note = try connection.note(id, permit)
            guard note.value.author == permit.who.account else { throw StoreFailure.notFound }
            return Writing(
                plan: try connection.plan(permit),
                note: note,
                units: try connection.units(of: note.value, permit, rules),
                last: try connection.lastHandoff(permit, for: note.value.discipline)
            )
        }
    }

    func editNotePage() async throws -> Response {
        let writing = try await writing()
        let note = writing.note.value
        guard !note.isSigned else { return visit.redirect(.visits(child, .one(note.id, .page))) }
        let typed = NoteForm.filled(note.content, version: writing.note.version, signAs: signingName(writing))
        return page(writing, typed, Problems())
    }

    /// Saves the draft, or signs it.
    func saveNote() async throws -> Response {
        let writing = try await writing()
        var reader = FormReader(form)
        let content = writing.form.read(&reader, effects: visit.store.effects)
        guard !writing.note.value.isSigned else { return try await signedMeanwhile(writing, content) }
        let isSigning = form["do"] == "sign"
        let blocking = content.withMinutesLeft.remarks(today: today).filter(\.isBlocking)
        // A draft may be unfinished; what is too long or cannot be is told at once.
        add(isSigning ? blocking : blocking.filter { !$0.isMissing }, to: &reader.problems, writing)
        if writing.form.forgottenBox(form) {
            reader.problems.add("together", "Tick this if both treated, or empty the fields below it.")
        }
        let name = reader.text(NoteForm.signAs, missing: isSigning ? "Write your name and credential." : nil)
        guard reader.problems.isEmpty else { return page(writing, form, reader.problems) }
        do {
            let saved = try await save(writing, content, version: reader.version, signing: isSigning ? name : nil)
            let id = writing.note.value.id
            switch saved {
            case .saved where isSigning: return visit.redirect(.visits(child, .one(id, .page)), .signed)
            case .saved: return visit.redirect(.visits(child, .one(id, .edit)), .saved)
            case .conflict(let theirs, let version): return conflict(writing, theirs, content, version)
            }
        } catch StoreFailure.conflict {
            let now = try await self.writing()
            return conflict(now, now.note.value.content, content, now.note.version)
        } catch VisitNote.Fault.unfinished(let remarks) {
            add(remarks, to: &reader.problems, writing)
        } catch VisitNote.Fault.empty {
            reader.problems.add(NoteForm.signAs.name, "Write your name and credential.")
        } catch VisitNote.Fault.signed {
            return try await signedMeanwhile(try await self.writing(), content)
        } catch is VisitNote.Fault {
            throw StoreFailure.notFound
        }
        return page(writing, form, reader.problems)
    }

    private func save(
        _ writing: Writing,
        _ content: VisitNote.Content,
        version: Int,
        signing name: String?
    ) async throws -> DraftSaved {
        let (id, rules) = (writing.note.value.id, visit.workspace.site.rules)
        return try await change { transaction, permit in
            guard let name else { return try transaction.saveDraft(id, content, version: version, permit) }
            return try transaction.sign(id, content, version: version, as: name, rules: rules.payer, permit)
        }
    }

    private func add(_ remarks: [EntryRemark], to problems: inout Problems, _ writing: Writing) {
        problems.add(remarks) { writing.form.field($0, in: form) }
    }

    /// A draft that saves itself while somebody writes. The answer is the version to go on from, or 409 where the draft was
    /// changed elsewhere; what cannot be kept yet (a text that is too long) is 422 and stays on the screen.
    func autosaveNote() async throws -> Response {
        let writing = try await writing()
        var reader = FormReader(form)
        let content = writing.form.read(&reader, effects: visit.store.effects)
        let tooMuch = content.remarks(today: today).contains { $0.isBlocking && !$0.isMissing }
        guard reader.problems.isEmpty, !tooMuch else { return plain(.unprocessableContent, "") }
        do {
            switch try await save(writing, content, version: reader.version, signing: nil) {
            case .saved(let version): return plain(.ok, "\(version)")
            case .conflict: return plain(.conflict, "")
            }
        } catch is VisitNote.Fault {
            return plain(.conflict, "")
        }
    }

    private func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// Name and credential as far as Tandem knows them: the therapist completes it.
    private func signingName(_ writing: Writing) -> String {
        "\(visit.session.account.name), \(writing.note.value.discipline.rawValue)"
    }

    /// The note was signed in another window. What was typed and is not in it is offered as an addendum; nothing typed is lost.
    private func signedMeanwhile(_ writing: Writing, _ mine: VisitNote.Content) async throws -> Response {
        let signed = writing.note.value
        let typed = mine.withMinutesLeft.trimmed
        guard !typed.says(signed.content) else { return visit.redirect(.visits(child, .one(signed.id, .page))) }
        let text = NoteLines(plan: writing.plan, discipline: signed.discipline).besides(signed.content, in: typed)
        let problems = Problems(
            NoteForm.addendum.name,
            "You signed this note in another window meanwhile, so it stays as it is. What you typed besides stands here: add it, or leave it."
        )
        let fields = [
            (NoteForm.addendum.name, text), (NoteForm.signAs.name, form[NoteForm.signAs.name] ?? signingName(writing)),
        ]
        return try await notePage(problems, FormBody(fields: fields))
    }

    /// The draft was saved in another window: both versions side by side, and what was typed in the form.
    private func conflict(
        _ writing: Writing,
        _ theirs: VisitNote.Content,
        _ mine: VisitNote.Content,
        _ version: Int
    ) -> Response {
        let problems = Problems(
            "versions",
            "You saved this note in another window while you were writing here. Compare both, then save again."
        )
        let kept = form.fields.filter { $0.name != "version" } + [("version", "\(version)")]
        let lines = NoteLines(plan: writing.plan, discipline: writing.note.value.discipline)
        return page(writing, FormBody(fields: kept), problems, versions: lines.differences(theirs, mine))
    }

    private func page(
        _ writing: Writing,
        _ typed: FormBody,
        _ problems: Problems,
        versions: [Page.Values]? = nil
    ) -> Response {
        let note = writing.note.value
        var values = writing.form.values(typed, problems, units: writing.units, effects: visit.store.effects)
        values["action"] = Address.visits(child, .one(note.id, .edit)).path
        values["autosave"] = Address.visits(child, .one(note.id, .draft)).path
        values["sign_in_href"] = Address.signIn.path
        values["visits_href"] = Address.visits(child, .all).path
        values["alerts"] = writing.plan.alertValues
        values["versions"] = versions
        values["handoffs"] = [writing.last].compactMap(\.self).map(NoteWords(plan: writing.plan).handoff)
        return response(
            "note-edit",
            title: "A note of a visit",
            writing.plan.child,
            writing.plan.permit,
            at: .visits,
            values,
            problems: problems
        )
    }
}

extension Connection {
    /// How the payer counts timed minutes, by the plan of care that holds for a note.
    func units(of note: VisitNote, _ permit: Permit, _ rules: PlanRules) throws -> TimedUnits {
        let plan = try standingPlanOfCare(permit, practice: note.practice, discipline: note.discipline)
        return plan.flatMap { rules.payer($0.content.payer) }?.units.value ?? .together
    }
}
