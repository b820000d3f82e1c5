/// What `Access` says.
package enum Decision: Sendable, Hashable {
    case allowed(Ground)
    /// Outside, every refusal looks as if there were no such child; the reason is for the tests and the log of refusals.
    case refused(Refusal)
}

/// On what somebody may look or act; written into every audit line.
package enum Ground: Sendable, Hashable {
    case family(FamilyTie)
    case care(CareRelationship)
    case consent(Consent)

    /// The practice on whose behalf it happens; `nil` for family.
    package var practice: ID<Practice>? {
        switch self {
        case .family: nil
        case .care(let care): care.practice
        case .consent(let consent): consent.practice
        }
    }

    /// `family`, `care` or `consent`: the word in the audit line.
    package var word: String {
        switch self {
        case .family: "family"
        case .care: "care"
        case .consent: "consent"
        }
    }
}

package enum Refusal: Sendable, Hashable {
    /// Neither family, nor care, nor consent: as if the child were not there.
    case stranger
    /// The family has withdrawn its consent, or it has run out.
    case consentEnded
    /// The consent is about another part of the record.
    case scope
    /// Somebody of the family or the practice, but not for this.
    case role
}
