package import TandemCatalog

/// One value of one measure, of one child, on one day; or that there is none, and why. Added, never changed: a mistake is followed
/// by a new one that names it.
package struct Measurement: Sendable, Hashable, Codable {
    package enum Side: String, Sendable, Hashable, Codable, CaseIterable { case left, right }

    package enum Result: Sendable, Hashable, Codable {
        case value(Double)
        /// Not done, with the reason: "tired", "would not".
        case missing(reason: String)
    }

    /// What may be compared: never across editions, protocols, parts or sides.
    package struct Series: Sendable, Hashable, Codable {
        package let measure: Slug<Measure>
        package let edition: String
        package let way: String?
        package let part: String?
        package let side: Side?

        package init(_ measure: Measure, way: String? = nil, part: String? = nil, side: Side? = nil) {
            self.measure = measure.id
            edition = measure.edition
            self.way = way
            self.part = part
            self.side = side
        }
    }

    package let id: ID<Measurement>
    package let child: ID<Child>
    package let series: Series
    package let result: Result
    package let on: CalendarDate
    package let words: String
    /// `nil` for family.
    package let discipline: Discipline?
    package let goal: ID<Goal>?
    package let stamp: Stamp
    package let corrects: ID<Measurement>?

    package init(
        id: ID<Measurement>,
        child: ID<Child>,
        series: Series,
        result: Result,
        on: CalendarDate,
        words: String = "",
        discipline: Discipline?,
        goal: ID<Goal>? = nil,
        stamp: Stamp,
        corrects: ID<Measurement>? = nil
    ) {
        self.id = id
        self.child = child
        self.series = series
        self.result = result
        self.on = on
        self.words = words
        self.discipline = discipline
        self.goal = goal
        self.stamp = stamp
        self.corrects = corrects
    }

    package var value: Double? { if case .value(let value) = result { value } else { nil } }
}
