package import TandemCatalog

/// A therapy practice: the people who treat children together under one name, with PT, OT or both.
package struct Practice: Sendable, Hashable, Codable {
    package let id: ID<Practice>
    package var name: String
    package var disciplines: Set<Discipline>
    package var phone: String
    /// City and state as people write them: "Springfield, IL".
    package var place: String
    /// Everybody of this practice must sign in with a second factor.
    package var requiresSecondFactor: Bool
    package var archivedAt: Instant?
    /// Families cannot write from the guide; `nil` where nobody has said so.
    private var refusesInquiries: Bool?

    package init(
        id: ID<Practice>,
        name: String,
        disciplines: Set<Discipline>,
        phone: String = "",
        place: String = "",
        requiresSecondFactor: Bool = false
    ) {
        self.id = id
        self.name = name
        self.disciplines = disciplines
        self.phone = phone
        self.place = place
        self.requiresSecondFactor = requiresSecondFactor
    }
}

extension Practice {
    /// Families may write to it from the guide.
    package var takesInquiries: Bool {
        get { refusesInquiries != true }
        set { refusesInquiries = newValue ? nil : true }
    }
}
