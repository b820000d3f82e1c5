import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A signed note, to read and to print; what came to mind later stands below it.
extension ChildVisit {
    private struct Read: Sendable {
        let plan: ChildPlan
        let note: VisitNote
        let partner: VisitNote?
        let units: TimedUnits
    }

    private func read() async throws -> Read {
        let id = try visit.id("note", of: VisitNote.self)
        let rules = visit.workspace.site.rules
        return try await look { connection, permit in
            let note = try connection.note(id, permit).value
            return Read(
                plan: try connection.plan(permit),
                note: note,
                partner: try connection.partner(of: note, permit),
                units: try connection.units(of: note, permit, rules)
            )
        }
    }

    func notePage() async throws -> Response { try await notePage(Problems(), FormBody(fields: [])) }

    /// - Parameter typed: an addendum that was typed and is not added yet.
    func notePage(_ problems: Problems, _ typed: FormBody) async throws -> Response {
        let read = try await read()
        guard read.note.isSigned else { return visit.redirect(.visits(child, .one(read.note.id, .edit))) }
        let (note, plan) = (read.note, read.plan)
        var values = NoteSheet(plan: plan, note: note, units: read.units, day: visit.store.effects.day).values
        values["alerts"] = plan.alertValues
        values["visits_href"] = Address.visits(child, .all).path
        if let partner = read.partner { addPartner(partner, note, plan, &values) }
        if plan.permit.may(.writeNote), note.practice == plan.permit.ground.practice {
            values["add_action"] = Address.visits(child, .one(note.id, .addenda)).path
            let name = "\(visit.session.account.name), \(plan.permit.disciplines.first?.rawValue ?? "")"
            let typed = typed["sign_as"] == nil ? FormBody(fields: typed.fields + [("sign_as", name)]) : typed
            values["add_fields"] = [NoteForm.addendum, NoteForm.signAs].values(typed, problems)
        }
        return response(
            "note",
            title: "Visit on \(DateText.text(note.content.on))",
            plan.child,
            plan.permit,
            at: .visits,
            values,
            problems: problems
        )
    }

    /// What the other therapist wrote of the same visit, and whether both count the same minutes.
    private func addPartner(_ partner: VisitNote, _ note: VisitNote, _ plan: ChildPlan, _ values: inout Page.Values) {
        let joint = JointVisit(note.content, partner.content)
        values["partner_href"] = Address.visits(child, .one(partner.id, .page)).path
        values["partner"] = NoteWords(plan: plan).author(partner)
        if joint.minutesAtOnce > 0 { values["at_once"] = joint.minutesAtOnce }
    }

    func addToNote() async throws -> Response {
        var reader = FormReader(form)
        let text = reader.text(NoteForm.addendum, missing: "Write what you want to add.")
        let name = reader.text(NoteForm.signAs, missing: "Write your name and credential.")
        guard reader.problems.isEmpty else { return try await notePage(reader.problems, form) }
        let id = try visit.id("note", of: VisitNote.self)
        do {
            try await change { try $0.add(text, to: id, as: name, $1) }
        } catch VisitNote.Fault.notSigned {
            return visit.redirect(.visits(child, .one(id, .edit)))
        } catch VisitNote.Fault.unfinished(let remarks) {
            reader.problems.add(remarks)
            return try await notePage(reader.problems, form)
        } catch VisitNote.Fault.empty {
            reader.problems.add(NoteForm.addendum.name, "Write what you want to add.")
            return try await notePage(reader.problems, form)
        }
        return visit.redirect(.visits(child, .one(id, .page)), .saved)
    }
}

/// The words of a signed note.
struct NoteSheet: Sendable {
    let plan: ChildPlan
    let note: VisitNote
    let units: TimedUnits
    let day: @Sendable (Instant) -> CalendarDate

    var values: Page.Values {
        let content = note.content
        var values = Mark.values([note.discipline])
        values["day"] = DateText.text(content.on)
        values["who"] = note.signature?.name ?? ""
        values["practice"] = plan.team.practice(note.practice)?.name
        values["signed"] = note.signature.map { DateText.text(day($0.stamp.at)) }
        if let start = content.start, let stop = content.stop { values["time"] = "\(start) to \(stop)" }
        if let length = content.length { values["length"] = length }
        if !content.said.isEmpty { values["said"] = content.said }
        values["entries"] = content.entries.map(entry)
        values["services"] = content.services.map { service in
            var values: Page.Values = ["what": service.what, "is_timed": service.isTimed]
            values["minutes"] = service.minutes.map { "\($0)" }
            return values
        }
        let timed = content.timedMinutes(note.discipline)
        if !timed.isEmpty { values["units"] = NoteForm.words(units, timed) }
        if !content.handoff.isEmpty { values["handoff"] = [NoteWords(plan: plan).handoff(note)] }
        if let together = content.coTreatment { values["together"] = [self.together(together)] }
        values["addenda"] = note.addenda.map { addendum in
            ["text": addendum.text, "who": addendum.name, "when": DateText.text(day(addendum.stamp.at))] as Page.Values
        }
        return values
    }

    private func title(_ goal: ID<Goal>) -> String { plan.goal(goal)?.value.title ?? "A goal" }

    private func entry(_ entry: VisitEntry) -> Page.Values {
        let part = entry.goal.flatMap { goal in entry.skill.flatMap { plan.goal(goal)?.value.split.part($0) } }
        var values: Page.Values = [
            "skill": part?.name ?? (entry.goal == nil ? "The visit as a whole" : "Whole goal"), "did": entry.did,
        ]
        values["goal"] = entry.goal.map(title)
        values["outcome"] = entry.outcome?.rawValue
        values["help"] = entry.help?.short
        if !entry.next.isEmpty { values["next"] = entry.next }
        return values
    }

    private func together(_ together: CoTreatment) -> Page.Values {
        let practice = together.practice.flatMap { plan.team.practice($0)?.name }
        return [
            "partner": together.partner + (practice.map { ", \($0)" } ?? ""), "reason": together.reason,
            "sides": Discipline.allCases.map { discipline in
                let side = together.side(discipline)
                return Mark.values([discipline]).merging([
                    "minutes": side.minutes.map { "\($0)" } ?? "?",
                    "goals": side.goals.map(title).joined(separator: ", "),
                ]) { $1 }
            },
        ]
    }
}
