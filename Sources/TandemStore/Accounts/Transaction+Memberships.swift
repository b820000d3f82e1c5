package import TandemCare
import TandemDatabase

/// Who belongs to a practice, and as what. A practice always has somebody who can manage it.
extension Transaction {
    /// - Parameter version: the version of the membership that the writer read.
    /// - Throws: `StoreFailure.refused` without a role, and where the last administrator would stop being one.
    package func setRoles(
        _ roles: Set<Role>,
        of id: ID<Membership>,
        in practice: ID<Practice>,
        version: Int
    ) throws {
        guard !roles.isEmpty else { throw StoreFailure.refused("Choose at least one role.") }
        var membership = try membership(id, in: practice)
        if !roles.contains(.administrator) { try keepAdministrator(besides: membership) }
        membership.roles = roles
        try replace(membership, version: version)
        if !roles.contains(where: \.isClinician) { try leaveTeams(membership) }
    }

    /// The person loses what the practice let them see, at once.
    /// - Throws: `StoreFailure.refused` for the last administrator.
    package func endMembership(_ id: ID<Membership>, in practice: ID<Practice>, version: Int) throws {
        var membership = try membership(id, in: practice)
        try keepAdministrator(besides: membership)
        membership.endedAt = now
        try replace(membership, version: version)
        try leaveTeams(membership)
    }

    private func membership(_ id: ID<Membership>, in practice: ID<Practice>) throws -> Membership {
        // Two administrators who end each other at the same time: one comes second and is refused.
        try connection.lock("people of \(practice.text)")
        guard let found = try connection.record(id)?.value, found.practice == practice, found.isActive(at: now) else {
            throw StoreFailure.notFound
        }
        return found
    }

    private func keepAdministrator(besides membership: Membership) throws {
        guard membership.roles.contains(.administrator) else { return }
        let others = try connection.records(
            Membership.self,
            where: "practice = $1 AND ended_at IS NULL AND id <> $2",
            [.text(membership.practice.text), .text(membership.id.text)]
        )
        guard others.contains(where: { $0.value.roles.contains(.administrator) && $0.value.isActive(at: now) }) else {
            throw StoreFailure.refused(
                "This is the last administrator. Make somebody else an administrator first, so that the practice can be managed."
            )
        }
    }
}
