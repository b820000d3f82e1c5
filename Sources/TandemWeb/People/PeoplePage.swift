import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// The people of a practice: who they are for it; inviting somebody; changing roles; ending it.
extension PracticeVisit {
    private static let email = Field(
        name: "email",
        label: "Email",
        kind: .email,
        most: 254
    )
    private static let roles = Field(
        name: "role",
        label: "Roles",
        kind: .checks([
            Field.Option(value: "PT", text: "Physical therapist (PT)", note: "Sees and treats children."),
            Field.Option(value: "OT", text: "Occupational therapist (OT)", note: "Sees and treats children."),
            Field.Option(
                value: "front desk",
                text: "Front desk",
                note: "Sees contact and schedule, not intake or notes."
            ),
            Field.Option(
                value: "administrator",
                text: "Administrator",
                note: "Looks after people and settings, sees no child."
            ),
        ])
    )

    func peoplePage() async throws -> Response {
        let (practice, now, manages) = (practice, visit.store.effects.now(), may(.managePeople))
        let (people, invitations) = try await look { connection in
            (
                try connection.people(of: practice),
                manages ? try connection.openInvitations(to: practice, at: now).map { ($0.0, $0.until) } : []
            )
        }
        return response(
            "people",
            title: "People",
            at: .people,
            [
                "manages": manages,
                "people": people.map { person in
                    [
                        "name": person.name, "email": person.email,
                        "roles": person.roles.map(\.title).joined(separator: ", "),
                        "href": Address.member(practice, person.membership.value.id).path,
                        "is_you": person.account == visit.who.account,
                    ] as Page.Values
                },
                "invitations": invitations.map { invitation, until in
                    [
                        "to": invitation.email,
                        "roles": invitation.roles.sorted().map(\.title).joined(separator: ", "),
                        "until": DateText.text(visit.store.effects.day(until)),
                    ] as Page.Values
                },
                "invite_href": Address.practicePage(practice, .invitation).path,
                "withdraw_action": Address.practicePage(practice, .invitationWithdrawal).path,
            ]
        )
    }

    // MARK: Inviting

    func invitationPage() -> Response { page(FormBody(fields: []), Problems()) }

    func invite() async throws -> Response {
        var reader = FormReader(form)
        let email = reader.text(Self.email, missing: "Write the email address.")
        if !email.isEmpty, !EmailAddress.isSound(email) {
            reader.problems.add("email", "Write an email address, like dana@example.org.")
        }
        let roles = chosenRoles
        if roles.isEmpty { reader.problems.add("role", "Choose at least one role.") }
        guard reader.problems.isEmpty else { return page(form, reader.problems) }
        let name = visit.session.practices.first { $0.id == practice }?.name ?? ""
        let token = Token(visit.store.effects)
        let letter = visit.workspace.letters.invitation(token, practice: name, from: visit.session.account.name)
        let invitation = PracticeInvitation(practice: practice, email: email, roles: roles)
        do {
            try await change { try $0.invite(invitation, token, letter) }
        } catch StoreFailure.refused(let why) {
            reader.problems.add("email", why)
            return page(form, reader.problems)
        }
        return visit.redirect(.practicePage(practice, .people), .invited)
    }

    private var chosenRoles: Set<Role> { Set(form.all("role").compactMap { Role(rawValue: $0) }) }

    private func page(_ typed: FormBody, _ problems: Problems) -> Response {
        response(
            "people-invitation",
            title: "Invite somebody",
            at: .people,
            [
                "fields": [Self.email, Self.roles].values(typed, problems),
                "action": Address.practicePage(practice, .invitation).path,
                "people_href": Address.practicePage(practice, .people).path,
            ],
            problems: problems
        )
    }

    func withdrawInvitation() async throws -> Response {
        let (practice, email) = (practice, form["to"] ?? "")
        try await change { try $0.withdrawInvitation(to: practice, email: email) }
        return visit.redirect(.practicePage(practice, .people), .invitationWithdrawn)
    }

    // MARK: One person

    func memberPage() async throws -> Response { try await memberPage(nil, Problems()) }

    private func memberPage(_ typed: FormBody?, _ problems: Problems) async throws -> Response {
        let id = try visit.id("member", of: Membership.self)
        let practice = practice
        guard
            let person = try await look({ try $0.people(of: practice) }).first(where: { $0.membership.value.id == id })
        else { throw Failure.notFound }
        let fields = typed ?? FormBody(fields: person.roles.map { ("role", $0.rawValue) })
        return response(
            "member",
            title: person.name,
            at: .people,
            [
                "name": person.name, "email": person.email, "fields": [Self.roles].values(fields, problems),
                "version": person.membership.version, "action": Address.member(practice, id).path,
                "people_href": Address.practicePage(practice, .people).path,
                "is_you": person.account == visit.who.account,
            ],
            problems: problems
        )
    }

    func changeMember() async throws -> Response {
        let id = try visit.id("member", of: Membership.self)
        let (practice, roles, version, ends) = (practice, chosenRoles, FormReader(form).version, form["end"] == "1")
        do {
            try await change { transaction in
                if ends {
                    try transaction.endMembership(id, in: practice, version: version)
                } else {
                    try transaction.setRoles(roles, of: id, in: practice, version: version)
                }
            }
        } catch StoreFailure.refused(let why) {
            var problems = Problems()
            problems.add("role", why)
            return try await memberPage(form, problems)
        } catch StoreFailure.conflict {
            var problems = Problems()
            problems.add("role", "Somebody else changed this person meanwhile. This is what stands now.")
            return try await memberPage(nil, problems)
        }
        return visit.redirect(.practicePage(practice, .people), ends ? .ended : .saved)
    }
}
