/// One thing that was said or done about an inquiry.
package struct InquiryStep: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        case written, answered, replied
        /// The practice would like to pass the family on.
        case asked
        case agreed, disagreed
        case takenOn = "taken on"
        case closed
    }

    package let kind: Kind
    /// What was written; may be empty.
    package let text: String
    /// Whom the practice would pass the family on to, where it asks.
    package let other: String?
    /// Who of the practice; `nil` for the family.
    package let by: ID<Account>?
    package let at: Instant

    init(_ kind: Kind, _ text: String, other: String? = nil, by account: ID<Account>?, at now: Instant) {
        self.kind = kind
        self.text = text
        self.other = other
        by = account
        at = now
    }
}

/// Whom a family would be passed on to.
package struct InquiryPassing: Sendable, Hashable, Codable {
    package let name: String
    /// As the family would call them: phone and place, empty where unknown.
    package let phone: String
    package let place: String
    /// Where the other one reads Tandem too: the words of the family go there at their yes. Else the practice calls.
    package let practice: ID<Practice>?

    package init(name: String, phone: String, place: String, practice: ID<Practice>?) {
        self.name = name
        self.phone = phone
        self.place = place
        self.practice = practice
    }
}
