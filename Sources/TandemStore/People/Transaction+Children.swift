package import TandemCare
package import TandemCatalog

/// What is written down when a child is added; the rest is told later.
package struct NewChild: Sendable {
    package var givenName: String
    package var familyName: String
    package var preferredName: String
    package var birthDate: CalendarDate
    package var language: String
    package var needsInterpreter: Bool
    /// The home that the practice knows; `nil` where nothing is known yet.
    package var home: HomeDetails?

    package init(
        givenName: String,
        familyName: String,
        preferredName: String,
        birthDate: CalendarDate,
        language: String,
        needsInterpreter: Bool,
        home: HomeDetails?
    ) {
        self.givenName = givenName
        self.familyName = familyName
        self.preferredName = preferredName
        self.birthDate = birthDate
        self.language = language
        self.needsInterpreter = needsInterpreter
        self.home = home
    }

    package func child(_ id: ID<Child>) -> Child {
        Child(
            id: id,
            givenName: givenName,
            familyName: familyName,
            preferredName: preferredName.isEmpty ? nil : preferredName,
            birthDate: birthDate,
            language: language,
            needsInterpreter: needsInterpreter
        )
    }
}

/// Adding, changing, leaving and putting away. Nothing is deleted.
extension Transaction {
    /// A new child in the care of a practice; a therapist who adds one is on the child's team.
    @discardableResult
    package func addChild(_ new: NewChild, to practice: ID<Practice>, therapists: Set<ID<Account>> = []) throws -> Child
    {
        let child = try insert(new.child(effects.id())).value
        try insert(
            CareRelationship(
                id: effects.id(),
                child: child.id,
                practice: practice,
                therapists: therapists,
                since: now
            )
        )
        if let home = new.home { try addHousehold(home, for: child.id) }
        try list(child.id)
        return child
    }

    /// - Parameter version: the version that the writer read.
    package func edit(_ child: Child, version: Int) throws {
        try replace(child, version: version)
        try relist(child.id)
    }

    package func archive(_ id: ID<Child>) throws {
        try update(id) { $0.archivedAt = $0.archivedAt ?? now }
        try relist(id)
    }

    package func bringBack(_ id: ID<Child>) throws {
        try update(id) { $0.archivedAt = nil }
        try relist(id)
    }

    /// The practice no longer treats the child, and sees only what a consent allows.
    /// - Throws: `StoreFailure.refused` where nobody could reach the record any more.
    package func endCare(_ permit: Permit) throws {
        guard case .care(let care) = permit.ground else { throw StoreFailure.notFound }
        let others = permit.facts.care.contains { $0.practice != care.practice }
        let family = permit.facts.ties.contains { $0.mayConsent && $0.isActive(at: now) }
        guard others || family else {
            throw StoreFailure.refused(
                "Nobody could reach this record any more. Invite the family first, or archive the record instead."
            )
        }
        try update(care.id) { $0.endedAt = now }
        try relist(care.child)
    }

    /// Who of the practice is on the child's team; only its therapists can be.
    package func setTeam(_ accounts: Set<ID<Account>>, _ permit: Permit) throws {
        guard case .care(let care) = permit.ground else { throw StoreFailure.notFound }
        let therapists = Set(try connection.people(of: care.practice).filter(\.isTherapist).map(\.account))
        guard accounts.isSubset(of: therapists) else { throw StoreFailure.notFound }
        try update(care.id) { $0.therapists = accounts }
        try relist(care.child)
    }
}
