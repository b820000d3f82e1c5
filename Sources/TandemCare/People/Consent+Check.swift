package import TandemCatalog

/// A consent as somebody is about to give it, before the rules have been asked.
package struct ConsentDraft: Sendable, Hashable {
    package var practice: ID<Practice>?
    package var scope: Set<Consent.Scope>
    package var purpose: String
    /// The last day on which it holds; `nil` until it is withdrawn.
    package var lastDay: CalendarDate?

    package init(
        practice: ID<Practice>?,
        scope: Set<Consent.Scope>,
        purpose: String,
        lastDay: CalendarDate?
    ) {
        self.practice = practice
        self.scope = scope
        self.purpose = purpose
        self.lastDay = lastDay
    }
}

/// What a consent lacks.
package enum ConsentFault: Sendable, Hashable, CaseIterable {
    case noPractice, noScope, noPurpose, longPurpose, past
}

extension Consent {
    /// Longest purpose, in characters.
    package static let mostPurpose = 300

    /// What is wrong with a consent; empty where it may be given.
    package static func check(_ draft: ConsentDraft, today: CalendarDate) -> [ConsentFault] {
        var faults: [ConsentFault] = []
        if draft.practice == nil { faults.append(.noPractice) }
        if draft.scope.isEmpty { faults.append(.noScope) }
        if draft.purpose.trimmed.isEmpty { faults.append(.noPurpose) }
        if draft.purpose.count > mostPurpose { faults.append(.longPurpose) }
        if let day = draft.lastDay, day <= today { faults.append(.past) }
        return faults
    }

    /// The first moment after a day, wherever in the United States one looks at the calendar: noon UTC of the next day.
    package static func end(ofLast day: CalendarDate) -> Instant { Instant(startOf: day) + .hours(36) }

    /// The last day on which it holds.
    package var lastDay: CalendarDate? { until.map { CalendarDate(utc: $0 - .hours(36)) } }
}
