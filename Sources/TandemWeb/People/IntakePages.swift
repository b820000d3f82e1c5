import HTTPTypes
import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// The intake form: a list of its parts, a page for each part, and all of it to print. The questions are a table in
/// `Pages/intake.txt`.
extension ChildVisit {
    private var intakeForm: IntakeForm { visit.workspace.site.intakeForm }

    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let intake: Versioned<Intake>?
        let names: [ID<Account>: String]
    }

    private func read() async throws -> Read {
        try await look { connection, permit in
            let intake = try connection.intake(of: permit.child)
            let writers = Set((intake?.value.saved.values).map { $0.map(\.by) } ?? [])
            return Read(
                child: try connection.child(permit).value,
                permit: permit,
                intake: intake,
                names: try connection.names(of: writers)
            )
        }
    }

    /// The parts, each with its state: saved by whom and when, or not told yet.
    func intakePage() async throws -> Response {
        let read = try await read()
        let canWrite = read.permit.may(.editIntake)
        let sections = intakeForm.sections.map { section in
            var values: Page.Values = [
                "title": section.title, "href": Address.intakeSection(child, section.key).path,
                "is_saved": false, "can_write": canWrite,
                "questions": answers(section, read.intake?.value),
            ]
            if let mark = read.intake?.value.saved[section.key] {
                let date = DateText.text(visit.store.effects.day(mark.at))
                values["is_saved"] = true
                values["state"] = "Saved \(date) by \(read.names[mark.by] ?? "somebody")"
            }
            return values
        }
        return response(
            "intake",
            title: "Intake form",
            read.child,
            read.permit,
            at: .intake,
            [
                "sections": sections, "can_write": canWrite,
                "print_href": Address.childPage(child, .intakePrint).path,
            ]
        )
    }

    /// All that was told, to read or to print.
    func intakePrintPage() async throws -> Response {
        let read = try await read()
        let sections: [Page.Values] = intakeForm.sections.map {
            ["title": $0.title, "questions": answers($0, read.intake?.value, withEmpty: true)]
        }
        var values: Page.Values = ["sections": sections, "today": DateText.text(today)]
        if let at = read.intake?.value.savedAt { values["when"] = DateText.text(visit.store.effects.day(at)) }
        return response("intake-print", title: "Intake form", read.child, read.permit, at: .intakePrint, values)
    }

    private func answers(_ section: IntakeForm.Section, _ intake: Intake?, withEmpty: Bool = false) -> [Page.Values] {
        section.questions.compactMap { question in
            guard let answer = intake?.answers[question.key] ?? (withEmpty ? "Not told" : nil) else { return nil }
            return ["question": question.text, "answer": answer]
        }
    }

    // MARK: One part

    func intakeSectionPage() async throws -> Response {
        let section = try section()
        let read = try await read()
        let fields = (read.intake?.value.answers ?? [:]).map { ($0.key, $0.value) }
        return page(
            section,
            read,
            FormBody(fields: fields + [("version", "\(read.intake?.version ?? 0)")]),
            Problems(),
            theirs: nil
        )
    }

    func saveIntakeSection() async throws -> Response {
        let section = try section()
        var reader = FormReader(form)
        var typed: [String: String] = [:]
        for field in section.questions.map(\.field) { typed[field.name] = reader.text(field) }
        guard reader.problems.isEmpty else {
            return page(section, try await read(), form, reader.problems, theirs: nil)
        }
        let (answers, version) = (typed, reader.version)
        let outcome = try await change { transaction, permit in
            try transaction.saveIntake(section, answers, version: version, permit)
        }
        switch outcome {
        case .saved:
            if form["next"] == "1", let next = section.next(in: intakeForm) {
                return visit.redirect(.intakeSection(child, next.key), .saved)
            }
            return redirect(.intake, .saved)
        case .conflict(let theirs, let version):
            var problems = Problems()
            problems.add(
                "theirs",
                "Somebody else saved this part while you were writing. Read theirs, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(version)")]
            return page(section, try await read(), FormBody(fields: kept), problems, theirs: theirs)
        }
    }

    private func section() throws -> IntakeForm.Section {
        guard let section = visit.open.parameters.get("section").flatMap({ intakeForm.section($0) }) else {
            throw Failure.notFound
        }
        return section
    }

    private func page(
        _ section: IntakeForm.Section,
        _ read: Read,
        _ typed: FormBody,
        _ problems: Problems,
        theirs: [String: String]?
    ) -> Response {
        var values: Page.Values = [
            "section_title": section.title, "fields": section.questions.map(\.field).values(typed, problems),
            "version": typed["version"] ?? "0", "action": Address.intakeSection(child, section.key).path,
            "intake_href": Address.childPage(child, .intake).path, "has_next": section.next(in: intakeForm) != nil,
        ]
        if !section.why.isEmpty { values["why"] = section.why }
        if let theirs {
            values["theirs"] = section.questions.map { question in
                ["name": question.text, "value": theirs[question.key] ?? "Empty"] as Page.Values
            }
        }
        return response(
            "intake-section",
            title: section.title,
            read.child,
            read.permit,
            at: .intake,
            values,
            problems: problems
        )
    }
}

extension IntakeForm.Question {
    fileprivate var field: Field {
        Field(
            name: key,
            label: text,
            kind: isLong ? .text : .line(type: "text", autocomplete: "off", width: nil),
            hint: hint.isEmpty ? nil : hint,
            most: isLong ? IntakeForm.mostCharacters : 300
        )
    }
}

extension IntakeForm.Section {
    fileprivate func next(in form: IntakeForm) -> IntakeForm.Section? {
        guard let index = form.sections.firstIndex(of: self), index + 1 < form.sections.count else { return nil }
        return form.sections[index + 1]
    }
}
