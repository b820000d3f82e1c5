package import TandemCatalog

/// Something that came in or went out for a plan of care, by whom and when.
package struct Paper: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case verbalOrder = "verbal order"
        /// A signed and dated order or referral.
        case order
        /// The plan went to the physician.
        case sent
        /// The physician signed the plan.
        case certification
        case progressReport = "progress report"
        /// The work is done; nothing is due any more.
        case discharge

        /// Comes from a physician, or goes to one.
        var namesPhysician: Bool { self != .progressReport && self != .discharge }
    }

    package let kind: Kind
    /// The day on the paper.
    package let on: CalendarDate
    /// Of a certification: the first day that it covers; otherwise the day on the paper.
    package let covers: CalendarDate
    /// The physician; of a discharge, why the work ends.
    package let name: String
    package let stamp: Stamp

    package init(
        _ kind: Kind,
        on: CalendarDate,
        covers: CalendarDate? = nil,
        name: String = "",
        stamp: Stamp
    ) {
        self.kind = kind
        self.on = on
        self.covers = covers ?? on
        self.name = name
        self.stamp = stamp
    }
}
