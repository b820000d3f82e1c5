package import TandemCare
package import TandemCatalog

/// Why a time cannot be had. Nothing was saved.
package enum ScheduleFault: Error, Sendable, Hashable {
    /// A therapist has something else on these days at this time.
    case taken(ID<Account>, days: [CalendarDate])
    /// The child has another visit then.
    case childBusy(days: [CalendarDate])
    /// The time was common a moment ago, and is no longer.
    case gone
    /// A visit with two practices is not moved; it is cancelled, and proposed anew.
    case joint
}
