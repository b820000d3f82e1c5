package import TandemCatalog

/// One instrument in one edition: what may be stored of it and how much change means something. `Rules/measures.txt`.
package struct Measure: Sendable, Hashable {
    /// What its license lets Tandem do.
    package enum License: String, Sendable, Hashable {
        /// Show the form and do the arithmetic.
        case free
        /// Take in scores that somebody typed; no items, no norm tables.
        case totalOnly = "total only"
        /// Take in a level that describes the child; it is no progress.
        case classification
    }

    package let id: Slug<Measure>
    package let name: String
    package let edition: String
    package let license: License
    package let unit: String
    package let range: ClosedRange<Double>
    /// Values are multiples of it; `nil` where any value will do.
    package let step: Double?
    /// `nil` where no direction is better.
    package let direction: Direction?
    /// In months.
    package let ages: AgeRange?
    /// Scores of their own; empty where there is one.
    package let parts: [String]
    /// Ways to do it, which are not to be compared with each other.
    package let protocols: [String]
    /// Left and right are measured apart.
    package let hasSides: Bool
    package let bands: [ChangeBand]
    package let source: String
    /// Somebody read the numbers in the source.
    package let isVerified: Bool
}

/// How much change means something, for the children it was found for.
package struct ChangeBand: Sendable, Hashable {
    /// Smallest detectable change: at or below its lower end all may be the measuring, above the upper end it is not; between them it
    /// depends on the child. `nil` where nobody found it.
    package let noise: ClosedRange<Double>?
    /// Smallest important change: from its lower end it may matter to the child, from the upper end it does.
    package let important: ClosedRange<Double>?
    /// The part of the measure it is about; `nil` for all.
    package let part: String?
    package let population: Population
    package let source: String
}

/// The children in whom a change was studied.
package struct Population: Sendable, Hashable {
    package let name: String
    /// `nil` where the diagnosis does not matter.
    package let condition: Slug<Condition>?
    package let ages: AgeRange?
    /// GMFCS levels 1 to 5; empty where they do not matter.
    package let grossMotorLevels: Set<Int>

    /// All that the population names is known of the child and fits. What is not known does not fit.
    package func fits(_ child: ChildProfile) -> Bool {
        if let condition, !child.conditions.contains(condition) { return false }
        if let ages, !ages.contains(child.ageMonths) { return false }
        if !grossMotorLevels.isEmpty {
            guard let level = child.grossMotorLevel, grossMotorLevels.contains(level) else { return false }
        }
        return true
    }
}

/// What has to be known of a child to say whether a study speaks of it.
package struct ChildProfile: Sendable, Hashable {
    package let conditions: Set<Slug<Condition>>
    package let ageMonths: Double
    /// GMFCS 1 to 5, where it was set.
    package let grossMotorLevel: Int?

    package init(conditions: Set<Slug<Condition>>, ageMonths: Double, grossMotorLevel: Int? = nil) {
        self.conditions = conditions
        self.ageMonths = ageMonths
        self.grossMotorLevel = grossMotorLevel
    }
}
