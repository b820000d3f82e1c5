/// Something most children do by an age, with the ages at which "not yet" is ordinary, to watch, or to refer.
/// Ages in months, corrected to 24 months. Source: the CDC 2022 list, WHO windows, and referral guides named in each basis.
package struct Milestone: Sendable {
    package struct Threshold: Sendable {
        package let months: Double
        /// Codes as in the milestone table; `r` is our own rule, without a source.
        package let basis: String
        /// The age rests on our own rule alone.
        package let isRuleOnly: Bool

        package init(months: Double, basis: String) {
            self.months = months
            self.basis = basis
            isRuleOnly = basis.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "," }).first == "r"
        }

    }

    package let id: Slug<Milestone>
    /// "walks alone"
    package let does: String
    package let question: String
    /// Up to here "not yet" is plainly ordinary.
    package let typicalUntil: Threshold
    /// From here at least 3 of 4 children do it.
    package let watch: Threshold
    /// From here a doctor and a therapist should look.
    package let refer: Threshold
    /// Doing it is the sign (walking on the toes after two).
    package let isReversed: Bool
    /// For a reversed item that is a sign only *before* an age: a strong hand before 12 months.
    package let referBefore: Double?
    package let skills: [Slug<Skill>]
    package let phrasings: [Phrasing]
    /// Wordings that take a match back ("now and then").
    package let exceptions: [Phrasing]
    package let provenance: Provenance
}
