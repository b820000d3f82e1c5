import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// Inviting somebody of a child's family: a parent by the practice or by the other parent, an aunt who helps.
extension ChildVisit {
    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let homes: [Household]
    }

    private func read() async throws -> Read {
        try await look { connection, permit in
            Read(
                child: try connection.child(permit).value,
                permit: permit,
                homes: try connection.households(permit).map(\.value)
            )
        }
    }

    private static let email = Field(
        name: "email",
        label: "Email",
        kind: .email,
        hint: "The invitation goes there. It names no child.",
        most: 254
    )
    private static let relation = Field(
        name: "relation",
        label: "Who is it to the child?",
        hint: "For example: mother, granddad, foster parent",
        most: 60
    )
    private static let decides = Field(
        name: "decides",
        label: "What may this person do?",
        kind: .radios([
            Field.Option(
                value: "yes",
                text: "Decide for the child",
                note: "A parent or legal guardian: sees all, fills in forms, says who may see the record."
            ),
            Field.Option(value: "no", text: "Look", note: "Somebody who helps at home: sees all, decides nothing."),
        ])
    )

    private func fields(_ read: Read) -> [Field] {
        let homes = read.homes.map { home in
            Field.Option(value: home.id.text, text: home.name, note: home.contact.isEmpty ? nil : home.contact)
        }
        let another = read.permit.ground.practice == nil ? [] : [Field.Option(value: "new", text: "Another home")]
        let home = Field(name: "home", label: "Which home?", kind: .radios(homes + another))
        return [Self.email, Self.relation, Self.decides] + (homes.isEmpty ? [] : [home])
    }

    func invitationPage() async throws -> Response {
        let read = try await read()
        var typed: [(name: String, value: String)] = []
        if read.homes.count == 1, let home = read.homes.first {
            typed = [("home", home.id.text), ("email", home.email)]
        }
        return page(read, FormBody(fields: typed), Problems())
    }

    func inviteFamily() async throws -> Response {
        let read = try await read()
        var reader = FormReader(form)
        let email = reader.text(Self.email, missing: "Write the email address.")
        if !email.isEmpty, !EmailAddress.isSound(email) {
            reader.problems.add("email", "Write an email address, like ana@example.org.")
        }
        let relation = reader.text(Self.relation, missing: "Write who it is, like mother or granddad.")
        guard let decides = form["decides"], decides == "yes" || decides == "no" else {
            reader.problems.add("decides", "Choose what this person may do.")
            return page(read, form, reader.problems)
        }
        let chosen = form["home"].flatMap { ID<Household>($0) }
        let home = read.homes.first { $0.id == chosen }?.id
        if home == nil, !read.homes.isEmpty, form["home"] != "new" || read.permit.ground.practice == nil {
            reader.problems.add("home", "Choose the home.")
        }
        guard reader.problems.isEmpty else { return page(read, form, reader.problems) }
        let token = Token(visit.store.effects)
        let letter = visit.workspace.letters.familyInvitation(token, from: visit.session.account.name)
        try await change { transaction, permit in
            let household = try home ?? transaction.addHousehold(.unnamed(email: email), for: permit.child).id
            let invitation = FamilyInvitation(
                child: permit.child,
                household: household,
                email: email,
                relation: relation,
                mayConsent: decides == "yes"
            )
            try transaction.invite(invitation, token, letter)
        }
        return redirect(.homes, .invited)
    }

    private func page(_ read: Read, _ typed: FormBody, _ problems: Problems) -> Response {
        response(
            "family-invitation",
            title: "Invite family",
            read.child,
            read.permit,
            at: .homes,
            [
                "fields": fields(read).values(typed, problems), "homes_href": Address.childPage(child, .homes).path,
                "action": Address.childPage(child, .invitation).path,
            ],
            problems: problems
        )
    }

    /// Takes an invitation back.
    func withdrawInvitation() async throws -> Response {
        let email = form["to"] ?? ""
        try await change { transaction, permit in
            try transaction.withdrawInvitation(toFamilyOf: permit.child, email: email)
        }
        return redirect(.homes, .invitationWithdrawn)
    }
}

extension HomeDetails {
    /// A home of which only an email is known yet.
    static func unnamed(email: String) -> HomeDetails {
        HomeDetails(name: "Home", contact: "", phone: "", email: email, address: "")
    }
}
