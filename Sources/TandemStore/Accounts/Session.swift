package import TandemCare

/// Somebody who is signed in, as a request finds them.
package struct Session: Sendable {
    package let account: Account
    /// For replacing the account.
    package let accountVersion: Int
    package let memberships: [Membership]
    /// The practices of the memberships.
    package let practices: [Practice]
    /// The children this person is family of.
    package let ties: [FamilyTie]
    package let stage: Stage
    package let createdAt: Instant

    package enum Stage: String, Sendable, Hashable {
        /// Signed in.
        case full
        /// The password was right; the code of the second factor is still to come.
        case password
    }

    package var requester: Requester { Requester(account: account.id, memberships: memberships) }

    /// How long without a request until it is over, and how long at most.
    package static let idle = Duration.hours(2)
    package static let longest = Duration.hours(14)
}
