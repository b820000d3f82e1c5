package import TandemCare

/// What the store says no with.
package enum StoreFailure: Error, Sendable, Hashable {
    /// Not there, or not for this person: the two look the same.
    case notFound
    /// Two records were found to be of one child; the other one is kept, and this person may see it.
    case moved(to: ID<Child>)
    /// Somebody else has saved since; nothing was written. `current` is the version that stands now.
    case conflict(kind: String, id: String, current: Int)
    /// A rule says no, in words for the person who asked.
    case refused(String)
    /// Looks cannot be written down now, so nobody may look.
    case trailUnavailable
}
