import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// The homes of a child and how they are reached; inviting family. Each household sees its own home only.
extension ChildVisit {
    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let homes: [Versioned<Household>]
        let names: [ID<Account>: String]
        let invitations: [FamilyInvitation]
    }

    private func read() async throws -> Read {
        let now = visit.store.effects.now()
        return try await look { connection, permit in
            Read(
                child: try connection.child(permit).value,
                permit: permit,
                homes: try connection.households(permit),
                names: try connection.names(of: Set(permit.facts.ties.map(\.account))),
                invitations: permit.may(.inviteFamily)
                    ? try connection.openInvitations(toFamilyOf: permit.child, at: now) : []
            )
        }
    }

    func homesPage() async throws -> Response {
        let read = try await read()
        let visible = Set(read.homes.map(\.value.id))
        let homes = read.homes.map { home -> Page.Values in
            home.value.values.merging([
                "edit_href": Address.household(child, home.value.id).path,
                "members": read.permit.facts.ties.filter { $0.household == home.value.id }.map { tie in
                    [
                        "person": read.names[tie.account] ?? "", "relation": tie.relation, "decides": tie.mayConsent,
                    ] as Page.Values
                },
                "waiting": read.invitations.filter { $0.household == home.value.id }.map { invitation in
                    ["to": invitation.email, "relation": invitation.relation] as Page.Values
                },
            ]) { $1 }
        }
        var values: Page.Values = [
            "homes": homes, "can_edit": read.permit.may(.editHousehold), "can_invite": read.permit.may(.inviteFamily),
            "withdraw_action": Address.childPage(child, .invitationWithdrawal).path,
            "invite_href": Address.childPage(child, .invitation).path,
            "has_other_homes": read.permit.facts.ties.contains { !visible.contains($0.household) },
        ]
        if read.permit.may(.editHousehold), !isFamily(read.permit) {
            values["new_href"] = Address.childPage(child, .newHome).path
        }
        return response("homes", title: "Family and contact", read.child, read.permit, at: .homes, values)
    }

    private func isFamily(_ permit: Permit) -> Bool { permit.ground.practice == nil }

    // MARK: One home

    func newHomePage() async throws -> Response {
        guard !isFamily(try await read().permit) else { throw Failure.notFound }
        return try await page(nil, FormBody(fields: []), Problems())
    }

    func addHome() async throws -> Response {
        var reader = FormReader(form)
        let home = HomeForm.read(&reader)
        guard reader.problems.isEmpty else { return try await page(nil, form, reader.problems) }
        try await change { transaction, permit in
            guard permit.ground.practice != nil else { throw StoreFailure.notFound }
            try transaction.addHousehold(home, for: permit.child)
        }
        return redirect(.homes, .saved)
    }

    func homePage() async throws -> Response {
        let id = try visit.id("household", of: Household.self)
        let read = try await read()
        guard let home = read.homes.first(where: { $0.value.id == id }) else { throw Failure.notFound }
        return try await page(id, HomeForm.filled(home.value, version: home.version), Problems())
    }

    func editHome() async throws -> Response {
        let id = try visit.id("household", of: Household.self)
        var reader = FormReader(form)
        let home = HomeForm.read(&reader)
        guard reader.problems.isEmpty else { return try await page(id, form, reader.problems) }
        let version = reader.version
        do {
            try await change { try $0.editHousehold(id, home, version: version, $1) }
        } catch StoreFailure.conflict(_, _, let current) {
            var problems = Problems()
            problems.add(
                "theirs",
                "Somebody else saved this home while you were writing. Read what stands now, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(current)")]
            return try await page(id, FormBody(fields: kept), problems, showsTheirs: true)
        }
        return redirect(.homes, .saved)
    }

    private func page(
        _ id: ID<Household>?,
        _ typed: FormBody,
        _ problems: Problems,
        showsTheirs: Bool = false
    ) async throws -> Response {
        let read = try await read()
        var values: Page.Values = [
            "fields": HomeForm.all.values(typed, problems), "version": typed["version"] ?? "0",
            "is_new": id == nil, "homes_href": Address.childPage(child, .homes).path,
            "action": id.map { Address.household(child, $0).path } ?? Address.childPage(child, .newHome).path,
        ]
        if showsTheirs, let home = read.homes.first(where: { $0.value.id == id })?.value {
            values["theirs"] = [
                ("Name", home.name), ("Parent or guardian", home.contact), ("Phone", home.phone),
                ("Email", home.email), ("Address", home.address),
            ].map { ["name": $0.0, "value": $0.1] as Page.Values }
        }
        return response("home-edit", title: "Contact", read.child, read.permit, at: .homes, values, problems: problems)
    }
}
