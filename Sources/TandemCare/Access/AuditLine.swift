/// One line of the trail: who looked at or changed what, when, and on what ground. It names things by id, never by content.
package struct AuditLine: Sendable, Hashable, Codable {
    package let at: Instant
    /// `nil` for the program itself.
    package let account: ID<Account>?
    /// The practice on whose behalf it happened.
    package let practice: ID<Practice>?
    package let child: ID<Child>?
    package let verb: Verb
    /// What it is: `child`, `consent`, `session` ...; for a look the action of `Rules/access.txt`.
    package let kind: String
    /// The id of what was changed.
    package let subject: String
    /// `family`, `care`, `consent`, `practice`, `referral`, `link` (a partner without an account), `self` or `program`.
    package let ground: String

    package enum Verb: String, Sendable, Hashable, Codable {
        case created, changed, looked, exported
        case signedIn = "signed in"
        case signedOut = "signed out"
        case refused
        /// First and last line of a chain, and the mark that another chain ended without its last line.
        case opened, closed, gap
    }

    package init(
        at: Instant,
        account: ID<Account>?,
        practice: ID<Practice>?,
        child: ID<Child>?,
        verb: Verb,
        kind: String,
        subject: String,
        ground: String
    ) {
        self.at = at
        self.account = account
        self.practice = practice
        self.child = child
        self.verb = verb
        self.kind = kind
        self.subject = subject
        self.ground = ground
    }
}
