package import TandemCatalog

/// One visit of an appointment, on one day.
package struct Occurrence: Sendable, Hashable {
    package let appointment: ID<Appointment>
    /// The day that the rule names; it stays when the visit is moved, and names the visit.
    package let ruleDay: CalendarDate
    package let day: CalendarDate
    package let at: TimeOfDay
    package let therapists: [ID<Account>]
    package let span: Span
    package let state: State

    package enum State: Sendable, Hashable, Codable {
        case planned
        case attended(Stamp)
        case noShow(Stamp)
        case cancelled(Cancellation)

        /// The word in the searched column.
        package var word: String {
            switch self {
            case .planned: "planned"
            case .attended: "attended"
            case .noShow: "no-show"
            case .cancelled: "cancelled"
            }
        }

        /// Nobody else can have the time.
        package var takesTime: Bool { if case .cancelled = self { false } else { true } }
    }

    package struct Cancellation: Sendable, Hashable, Codable {
        package let by: Canceller
        package let why: Reason
        package let stamp: Stamp

        package init(by: Canceller, why: Reason, stamp: Stamp) {
            self.by = by
            self.why = why
            self.stamp = stamp
        }
    }

    package enum Canceller: String, Sendable, Hashable, Codable, CaseIterable {
        case family, practice
    }

    /// Why, in words that tell nothing of anybody's health.
    package enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        case cannotCome = "cannot come"
        case away
        case weather = "weather or travel"
        case closed = "office closed"
        case moved = "moved to another time"
        case ended = "care has ended"
        case other
    }

    package var takesTime: Bool { state.takesTime }
}
