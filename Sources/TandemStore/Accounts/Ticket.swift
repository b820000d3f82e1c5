package import TandemCare

/// What a single-use link opens: kept by the hash of its token, with an end, and used once.
package struct Ticket: Sendable, Hashable {
    package let purpose: Purpose
    package let expiresAt: Instant

    package enum Purpose: Sendable, Hashable, Codable {
        case practice(PracticeInvitation)
        case family(FamilyInvitation)
        case newPassword(ID<Account>)
        case newEmail(ID<Account>, email: String)
    }
}

/// The invitation to belong to a practice.
package struct PracticeInvitation: Sendable, Hashable, Codable {
    package let practice: ID<Practice>
    package let email: String
    package let roles: Set<Role>

    package init(practice: ID<Practice>, email: String, roles: Set<Role>) {
        self.practice = practice
        self.email = email
        self.roles = roles
    }
}

/// The invitation to be family of a child, in one household.
package struct FamilyInvitation: Sendable, Hashable, Codable {
    package let child: ID<Child>
    package let household: ID<Household>
    package let email: String
    /// In the family's words: "mother", "granddad".
    package let relation: String
    package let mayConsent: Bool

    package init(child: ID<Child>, household: ID<Household>, email: String, relation: String, mayConsent: Bool) {
        self.child = child
        self.household = household
        self.email = email
        self.relation = relation
        self.mayConsent = mayConsent
    }
}

extension Ticket.Purpose {
    /// The kind in the database.
    var kind: String {
        switch self {
        case .practice: "practice"
        case .family: "family"
        case .newPassword: "password"
        case .newEmail: "email"
        }
    }

    /// Id of what it is about.
    var subject: String {
        switch self {
        case .practice(let invitation): invitation.practice.text
        case .family(let invitation): invitation.child.text
        case .newPassword(let account), .newEmail(let account, _): account.text
        }
    }

    /// Where the link is sent; `nil` for a new password, which goes to the account's own email.
    package var email: String? {
        switch self {
        case .practice(let invitation): invitation.email
        case .family(let invitation): invitation.email
        case .newEmail(_, let email): email
        case .newPassword: nil
        }
    }

    /// How long the link opens.
    package var validity: Duration {
        switch self {
        case .practice: .days(7)
        case .family: .days(14)
        case .newPassword: .hours(1)
        case .newEmail: .days(1)
        }
    }
}
