import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Changing who a child is: name, birth date, language, what matters.
extension ChildVisit {
    private static var fields: [Field] {
        [
            ChildForm.givenName, ChildForm.familyName, ChildForm.preferredName, ChildForm.birthDate, ChildForm.language,
            ChildForm.interpreter, ChildForm.whatMatters,
        ]
    }

    func editPage() async throws -> Response {
        let (child, permit) = try await look { connection, permit in (try connection.child(permit), permit) }
        return page(child.value, permit, ChildForm.filled(child.value, version: child.version), Problems())
    }

    func edit() async throws -> Response {
        var reader = FormReader(form)
        let read = ChildForm.read(&reader, today: today)
        let matters = reader.text(ChildForm.whatMatters)
        guard reader.problems.isEmpty, let new = read else {
            let (child, permit) = try await look { connection, permit in (try connection.child(permit), permit) }
            return page(child.value, permit, form, reader.problems)
        }
        let version = reader.version
        do {
            try await change { transaction, permit in
                var child = try transaction.connection.child(permit).value
                child.givenName = new.givenName
                child.familyName = new.familyName
                child.preferredName = new.preferredName.isEmpty ? nil : new.preferredName
                child.birthDate = new.birthDate
                child.language = new.language
                child.needsInterpreter = new.needsInterpreter
                child.whatMatters = matters
                try transaction.edit(child, version: version)
            }
        } catch StoreFailure.conflict {
            return try await conflictPage()
        }
        return redirect(nil, .saved)
    }

    /// Somebody else has saved since: what stands now is shown beside what was typed, which stays in the form.
    private func conflictPage() async throws -> Response {
        let (child, permit) = try await look { connection, permit in (try connection.child(permit), permit) }
        let theirs = ChildForm.filled(child.value, version: child.version)
        var problems = Problems()
        problems.add(
            "theirs",
            "Somebody else saved this record while you were writing. Read what stands now, then save yours again."
        )
        let typed = FormBody(fields: form.fields.filter { $0.name != "version" } + [("version", "\(child.version)")])
        return page(child.value, permit, typed, problems, theirs: theirs)
    }

    private func page(
        _ child: Child,
        _ permit: Permit,
        _ typed: FormBody,
        _ problems: Problems,
        theirs: FormBody? = nil
    ) -> Response {
        var values: Page.Values = [
            "fields": Self.fields.values(typed, problems), "version": typed["version"] ?? "",
            "action": Address.childPage(self.child, .edit).path,
        ]
        if theirs != nil { values["theirs"] = Self.shown(child) }
        return response("child-edit", title: "Change", child, permit, at: .edit, values, problems: problems)
    }

    private static func shown(_ child: Child) -> [Page.Values] {
        [
            ("First name", child.givenName), ("Last name", child.familyName),
            ("Likes to be called", child.preferredName ?? ""), ("Birth date", DateText.text(child.birthDate)),
            ("Language at home", child.language), ("Interpreter", child.needsInterpreter ? "yes" : "no"),
            ("What matters most", child.whatMatters),
        ].map { ["name": $0.0, "value": $0.1] }
    }
}

extension Connection {
    /// The child of a permit.
    func child(_ permit: Permit) throws -> Versioned<Child> {
        guard let child = try record(permit.child) else { throw StoreFailure.notFound }
        return child
    }
}
