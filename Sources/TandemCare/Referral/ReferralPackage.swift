/// Exactly what is sent: what was chosen and shown before sending, word for word. Later changes of the record do not change it.
package struct ReferralPackage: Sendable, Hashable, Codable {
    package struct Part: Sendable, Hashable, Codable {
        package let kind: Kind
        package let title: String
        package let lines: [String]

        package init(_ kind: Kind, title: String, lines: [String]) {
            self.kind = kind
            self.title = title
            self.lines = lines
        }
    }

    /// What can be chosen, in the order in which it is shown.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case contact, goals, whatMatters = "what-matters", measures, precautions, home, team
    }

    package var parts: [Part]

    package init(parts: [Part] = []) { self.parts = parts }

    /// The parts that were chosen.
    package func choosing(_ kinds: Set<Kind>) -> ReferralPackage {
        ReferralPackage(parts: parts.filter { kinds.contains($0.kind) })
    }
}

/// Whether a doctor's order is needed: of law where the child lives, of the payer, or not. Asked, since states and payers differ.
package struct DoctorsOrder: Sendable, Hashable, Codable {
    package enum Need: String, Sendable, Hashable, Codable, CaseIterable {
        case law, payer, no, unknown
    }

    package var need: Need
    package var isThere: Bool

    package init(need: Need = .unknown, isThere: Bool = false) {
        self.need = need
        self.isThere = isThere
    }
}

/// What the family says to sending.
package enum ReferralConsent: Sendable, Hashable, Codable {
    case none
    /// Guardians were asked in Tandem.
    case asked(Stamp)
    case given(Given)
    case refused(Stamp, reason: String)

    /// A yes: by a guardian in Tandem, or told to the practice and written down there.
    package struct Given: Sendable, Hashable, Codable {
        package enum Way: String, Sendable, Hashable, Codable, CaseIterable {
            case tandem, spoken
            case paper = "on paper"
        }

        package let way: Way
        /// The guardian's name.
        package let name: String
        package let on: Instant
        /// Who pressed or wrote it down.
        package let stamp: Stamp
        /// Under which home it stands, and who may take it back; `nil` where it was told and no home is known.
        package let household: ID<Household>?
        /// What the recipient may see of the record once it accepts.
        package let scope: Set<Consent.Scope>
        /// The same may go to the next partner where this one cannot.
        package let coversNext: Bool

        package init(
            way: Way,
            name: String,
            on: Instant,
            stamp: Stamp,
            household: ID<Household>?,
            scope: Set<Consent.Scope>,
            coversNext: Bool
        ) {
            self.way = way
            self.name = name
            self.on = on
            self.stamp = stamp
            self.household = household
            self.scope = scope
            self.coversNext = coversNext
        }
    }

    package var given: Given? { if case .given(let given) = self { given } else { nil } }
    package var isAsked: Bool { if case .asked = self { true } else { false } }
}
