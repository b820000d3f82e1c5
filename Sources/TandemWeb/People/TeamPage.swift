import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// Which therapists of a practice are on a child's team; and that the practice ends its care.
extension ChildVisit {
    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let therapists: [Person]
        let chosen: Set<ID<Account>>
        let practice: String
    }

    private func read() async throws -> Read {
        try await look { connection, permit in
            guard case .care(let care) = permit.ground else { throw StoreFailure.notFound }
            return Read(
                child: try connection.child(permit).value,
                permit: permit,
                therapists: try connection.people(of: care.practice).filter(\.isTherapist),
                chosen: care.therapists,
                practice: try connection.names(of: [care.practice])[care.practice] ?? ""
            )
        }
    }

    func teamPage() async throws -> Response {
        let read = try await read()
        let field = Field(
            name: "therapist",
            label: "Therapists of \(read.practice)",
            kind: .checks(
                read.therapists.map { person in
                    Field.Option(
                        value: person.account.text,
                        text: person.name,
                        note: person.roles.filter(\.isClinician).map(\.rawValue).joined(separator: " + ")
                    )
                }
            ),
            hint: "They find the child on their own caseload."
        )
        let typed = FormBody(fields: read.chosen.map { ("therapist", $0.text) })
        return response(
            "team",
            title: "Team",
            read.child,
            read.permit,
            at: .team,
            [
                "fields": [field].values(typed, Problems()), "nobody": read.therapists.isEmpty,
                "action": Address.childPage(child, .team).path,
            ]
        )
    }

    func setTeam() async throws -> Response {
        let chosen = Set(form.all("therapist").compactMap { ID<Account>($0) })
        try await change { try $0.setTeam(chosen, $1) }
        return redirect(nil, .saved)
    }

    // MARK: Ending care

    func leavingPage() async throws -> Response { try await leavingPage(nil) }

    private func leavingPage(_ refusal: String?) async throws -> Response {
        let read = try await read()
        var problems = Problems()
        if let refusal { problems.add("end", refusal) }
        return response(
            "leaving",
            title: "End our care",
            read.child,
            read.permit,
            at: .leaving,
            ["practice": read.practice, "action": Address.childPage(child, .leaving).path],
            problems: problems
        )
    }

    func endCare() async throws -> Response {
        do {
            let practice = try await change { transaction, permit in
                try transaction.endCare(permit)
                return permit.ground.practice
            }
            return visit.redirect(practice.map { .practice($0) } ?? .start, .ended)
        } catch StoreFailure.refused(let why) {
            return try await leavingPage(why)
        }
    }
}
