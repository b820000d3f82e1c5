package import TandemCatalog

/// A therapist or an organization as the national provider file tells of it.
package struct Provider: Sendable, Hashable {
    package let npi: NPI
    package let kinds: ProviderKinds
    /// As it stands in the file, capitals and all; a person's is given name first.
    package let name: String
    package let credential: String
    /// Where it practices. For a person this may be a home, so it is shown only once the listing is claimed.
    package let street: String
    package let city: String
    package let state: String
    /// Five digits; empty where the file has none.
    package let zip: String
    package let phone: String
    package let fax: String
    /// The codes of the list that it has chosen, with commas.
    package let taxonomies: String
    /// When the provider last changed what it says of itself: `2024-05-31`; empty where the file does not say.
    package let updated: String
    /// Of everything above: equal where nothing has changed.
    package let digest: UInt64

    package var isOrganization: Bool { kinds.contains(.organization) }

    package init(
        npi: NPI,
        kinds: ProviderKinds,
        name: String,
        credential: String = "",
        street: String = "",
        city: String = "",
        state: String = "",
        zip: String = "",
        phone: String = "",
        fax: String = "",
        taxonomies: String = "",
        updated: String = "",
        digest: UInt64 = 0
    ) {
        self.npi = npi
        self.kinds = kinds
        self.name = name
        self.credential = credential
        self.street = street
        self.city = city
        self.state = state
        self.zip = zip
        self.phone = phone
        self.fax = fax
        self.taxonomies = taxonomies
        self.updated = updated
        self.digest = digest
    }
}
