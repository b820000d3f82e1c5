package import TandemCatalog

/// Somebody a practice refers children to: a therapist or a practice, in Tandem or not. Its notes are the practice's own.
package struct Partner: Sendable, Hashable, Codable {
    package let id: ID<Partner>
    /// The practice that keeps it.
    package let practice: ID<Practice>
    package var name: String
    package var disciplines: Set<Discipline>
    /// National Provider Identifier, ten digits.
    package var npi: String?
    /// The practice in Tandem that this is; referrals go to it directly then.
    package var inTandem: ID<Practice>?
    package var phone: String
    package var fax: String
    package var email: String
    /// City and state as people write them: "Springfield, IL".
    package var place: String
    package var languages: [String]
    /// For the practice that keeps it, and nobody else.
    package var privateNotes: String
    /// In the circle: stands first wherever somebody is looked for.
    package var isTrusted: Bool
    package var archivedAt: Instant?

    package init(
        id: ID<Partner>,
        practice: ID<Practice>,
        name: String,
        disciplines: Set<Discipline>,
        npi: String? = nil,
        inTandem: ID<Practice>? = nil,
        phone: String = "",
        fax: String = "",
        email: String = "",
        place: String = "",
        languages: [String] = [],
        privateNotes: String = "",
        isTrusted: Bool = false
    ) {
        self.id = id
        self.practice = practice
        self.name = name
        self.disciplines = disciplines
        self.npi = npi
        self.inTandem = inTandem
        self.phone = phone
        self.fax = fax
        self.email = email
        self.place = place
        self.languages = languages
        self.privateNotes = privateNotes
        self.isTrusted = isTrusted
    }

    /// Where a referral to it goes.
    package var recipient: ReferralRecipient { inTandem.map(ReferralRecipient.practice) ?? .partner(id) }
}

/// Whom a referral goes to.
package enum ReferralRecipient: Sendable, Hashable, Codable {
    case practice(ID<Practice>)
    case partner(ID<Partner>)

    package var practice: ID<Practice>? { if case .practice(let id) = self { id } else { nil } }
    package var partner: ID<Partner>? { if case .partner(let id) = self { id } else { nil } }
}
