import HTTPTypes
import Hummingbird
import NIOCore
import TandemCare
import TandemCatalog
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

    /// - Throws: `StoreFailure.notFound` for somebody else's draft.
    private func writing() async throws -> Writing {
        let id = try visit.id("note", of: VisitNote.self)
        let rules = visit.workspace.site.rules
        return try await look { connection, permit in
            let note = try connection.note(id, permit)
            let plans = try connection.plansOfCare(
                permit,
                practice: note.value.practice,
                discipline: note.value.discipline
            )
            let payer = plans.last.flatMap { rules.payer($0.value.content.payer) }
            let discipline = note.value.discipline
            return Writing(
                plan: try connection.plan(permit),
                note: note,
                units: payer?.units.value ?? .together,
                last: try connection.lastNotes(permit, of: discipline.other).lastHandoff(for: discipline)
            )
        }
    }

    func editNotePage() async throws -> Response {
        let writing = try await writing()
        let note = writing.note.value
        guard !note.isSigned else { return visit.redirect(.visits(child, .one(note.id, .page))) }
        guard note.author == visit.who.account else { throw StoreFailure.notFound }
        let typed = NoteForm.filled(note.content, version: writing.note.version, signAs: signingName(writing))
        return page(writing, typed, Problems())
    }

    /// Saves the draft, or signs it.
    func saveNote() async throws -> Response {
        let writing = try await writing()
        let note = writing.note.value
        guard !note.isSigned else { return visit.redirect(.visits(child, .one(note.id, .page))) }
        guard note.author == visit.who.account else { throw StoreFailure.notFound }
        var reader = FormReader(form)
        let content = writing.form.read(&reader, effects: visit.store.effects)
        let isSigning = form["do"] == "sign"
        let blocking = content.remarks(today: today).filter(\.isBlocking)
        // A draft may be unfinished; what is too long or cannot be is told at once.
        let told = isSigning ? blocking : blocking.filter { !$0.isMissing }
        reader.problems.add(told, field: NoteForm.field)
        let name = reader.text(NoteForm.signAs, missing: isSigning ? "Write your name and credential." : nil)
        guard reader.problems.isEmpty else { return page(writing, form, reader.problems) }
        let (id, version, rules) = (note.id, reader.version, visit.workspace.site.rules)
        let outcome = try await change { transaction, permit in
            isSigning
                ? try transaction.sign(id, content, version: version, as: name, rules: rules.payer, permit)
                : try transaction.saveDraft(id, content, version: version, permit)
        }
        switch outcome {
        case .saved where isSigning: return visit.redirect(.visits(child, .one(id, .page)), .signed)
        case .saved: return visit.redirect(.visits(child, .one(id, .edit)), .saved)
        case .conflict(let theirs, let version): return conflict(writing, theirs, content, version)
        }
    }

    /// A draft that saves itself while somebody writes. The answer is the version to go on from, or 409 where the draft was
    /// changed elsewhere; what cannot be kept yet (a text that is too long) is 422 and stays on the screen.
    func autosaveNote() async throws -> Response {
        let writing = try await writing()
        var reader = FormReader(form)
        let content = writing.form.read(&reader, effects: visit.store.effects)
        let tooMuch = content.remarks(today: today).contains { $0.isBlocking && !$0.isMissing }
        guard reader.problems.isEmpty, !tooMuch else { return plain(.unprocessableContent, "") }
        let (id, version) = (writing.note.value.id, reader.version)
        do {
            switch try await change({ try $0.saveDraft(id, content, version: version, $1) }) {
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

    private func conflict(
        _ writing: Writing,
        _ theirs: VisitNote.Content,
        _ mine: VisitNote.Content,
        _ version: Int
    ) -> Response {
        let joint = JointVisit(theirs, mine)
        let problems = Problems(
            "theirs",
            "This note was saved elsewhere while you were writing. Read what stands now, then save yours again."
        )
        let kept = form.fields.filter { $0.name != "version" } + [("version", "\(version)")]
        var shown = theirs.entries.filter { !$0.isEmpty }.map { entry in
            let part = entry.goal.flatMap { goal in
                entry.skill.flatMap { writing.plan.goal(goal)?.value.split.part($0) }
            }
            return ["name": part?.name ?? "Whole goal", "value": "\(entry.did)\n\(entry.next)".trimmed] as Page.Values
        }
        shown.append(["name": "Minutes of both together", "value": "\(joint.minutes)"])
        return page(writing, FormBody(fields: kept), problems, theirs: shown)
    }

    private func page(
        _ writing: Writing,
        _ typed: FormBody,
        _ problems: Problems,
        theirs: [Page.Values]? = nil
    ) -> Response {
        let note = writing.note.value
        var values = writing.form.values(typed, problems, units: writing.units, effects: visit.store.effects)
        values["action"] = Address.visits(child, .one(note.id, .edit)).path
        values["autosave"] = Address.visits(child, .one(note.id, .draft)).path
        values["visits_href"] = Address.visits(child, .all).path
        values["alerts"] = writing.plan.alertValues
        values["theirs"] = theirs
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
