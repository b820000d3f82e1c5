import TandemCare
import TandemCatalog
import TandemStore

extension NoteForm {
    /// A therapist whom a note may name as the one who treated too: who, and at which practice.
    struct Partner: Sendable, Hashable {
        let therapist: ID<Account>
        let practice: ID<Practice>
        let name: String

        /// As the form sends it.
        var value: String { "\(therapist.text).\(practice.text)" }

        init(_ member: TeamMember) {
            therapist = member.account
            practice = member.practice
            name = member.name
        }

        /// `nil` where the one who was named is not of the team.
        init?(_ together: CoTreatment) {
            guard let therapist = together.therapist, let practice = together.practice else { return nil }
            self.therapist = therapist
            self.practice = practice
            name = together.partner
        }
    }

    static let with = "together_with"
    static let somebodyElse = "other"

    /// Therapists of the other discipline on the child's team, and the one whom the draft names though they have left it.
    var partners: [Partner] {
        let other = note.discipline.other
        var partners = plan.team.members
            .filter { $0.disciplines.contains(other) && $0.account != note.author }
            .map(Partner.init)
        if let named = note.content.coTreatment.flatMap({ Partner($0) }),
            !partners.contains(where: { $0.value == named.value })
        {
            partners.append(named)
        }
        return partners
    }

    /// Choosing from the team, with the practice of each; a name for somebody else.
    var partnerFields: [Field] {
        let isKnown = !partners.isEmpty
        let name = Field(
            name: "partner",
            label: isKnown ? "Name of somebody else" : "With whom",
            isOptional: isKnown,
            most: TextLimit.line
        )
        guard isKnown else { return [name] }
        let options = partners.map { partner in
            let practice = plan.team.practice(partner.practice).map { ", \($0.name)" } ?? ""
            return Field.Option(value: partner.value, text: partner.name + practice)
        }
        let elsewhere = Field.Option(value: Self.somebodyElse, text: "Somebody else")
        return [Field(name: Self.with, label: "With whom", kind: .radios(options + [elsewhere])), name]
    }
}
