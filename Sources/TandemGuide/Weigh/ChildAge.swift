/// The child's age as far as it is known.
package struct ChildAge: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
        /// Asked for on its own.
        case given
        /// Read in the text.
        case stated
    }

    /// Months since birth.
    package let months: Double
    /// Months since the day the child was due, up to two years; later the same as `months`.
    package let corrected: Double
    package let origin: Origin

    /// Milestones of a child born early are read at the age counted from the due date until two years.
    static let correctionEnds = 24.0

    init(months: Double, weeksEarly: Double?, origin: Origin) {
        self.months = months
        self.origin = origin
        let early = min(max(weeksEarly ?? 0, 0), 18)
        corrected = months < Self.correctionEnds && early >= 3 ? max(0, months - early * 7 / 30.4375) : months
    }
}
