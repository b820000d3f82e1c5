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
    package let hasSecondFactor: Bool
    package let createdAt: Instant

    package enum Stage: String, Sendable, Hashable {
        /// Signed in.
        case full
        /// The password was right; the code of the second factor is still to come.
        case password
    }

    /// What is still missing until somebody is signed in.
    package enum Missing: Sendable, Hashable {
        /// The code of the second factor.
        case code
        /// A practice asks for a second factor, and the person has none yet.
        case secondFactor
    }

    package var missing: Missing? {
        if hasSecondFactor { return stage == .full ? nil : .code }
        return practices.contains(where: \.requiresSecondFactor) ? .secondFactor : nil
    }

    package var requester: Requester { Requester(account: account.id, memberships: memberships) }

    /// How long without a request until it is over, and how long at most.
    package static let idle = Duration.hours(2)
    package static let longest = Duration.hours(14)

    /// How long a session of a stage lasts at most.
    static func lasting(_ stage: Stage) -> Duration { stage == .full ? longest : .minutes(20) }
}

/// One of the places where somebody is signed in, as their account page lists it.
package struct OpenSession: Sendable, Hashable {
    package let createdAt: Instant
    package let seenAt: Instant
    /// The one that asks.
    package let isThis: Bool
}
