package import TandemCatalog

/// Something that has to be done by a day, or within so many treatment days.
package struct Due: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The therapist signs before the first treatment.
        case signature = "sign the plan of care"
        /// The plan goes to the physician who signed the order.
        case send = "send the plan of care to the physician"
        case certification = "physician's signature"
        case verbalOrder = "signature under the verbal order"
        case recertification
        case progressReport = "progress report"
        case reevaluation = "re-evaluation"
        case goalReview = "look at the goal together"
    }

    package enum When: Sendable, Hashable {
        /// The last day on which it is in time.
        case day(CalendarDate)
        /// Treatment days until it is due; 0 with the next report, below 0 over.
        case treatmentDays(Int)
    }

    package let kind: Kind
    package let when: When
    /// `nil` for general knowledge: shown with a mark.
    package let source: String?

    package init(_ kind: Kind, _ when: When, source: String?) {
        self.kind = kind
        self.when = when
        self.source = source
    }

    /// Days left, below 0 days over; of treatment days the same.
    package func left(today: CalendarDate) -> Int {
        switch when {
        case .day(let day): today.days(until: day)
        case .treatmentDays(let count): count
        }
    }

    package func isOver(today: CalendarDate) -> Bool { left(today: today) < 0 }

    /// `12 days left`, `due today`, `3 days over`.
    package func words(today: CalendarDate) -> String {
        let left = left(today: today)
        let isInTreatmentDays = if case .treatmentDays = when { true } else { false }
        let unit = (isInTreatmentDays ? "treatment day" : "day") + (left.magnitude == 1 ? "" : "s")
        if left == 0 { return isInTreatmentDays ? "due now" : "due today" }
        return left > 0 ? "\(left) \(unit) left" : "\(left.magnitude) \(unit) over"
    }
}
