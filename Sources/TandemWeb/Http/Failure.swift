import TandemDatabase
import TandemStore

/// All that a page can fail with: few kinds, each with one status and one way to be told. What a person wrote never stands in it.
package enum Failure: Error, Sendable, Hashable {
    /// The request cannot be understood or breaks a rule; the text says how to mend it.
    case incorrect(String)
    /// Signing in comes first; then the person goes on to `next`.
    case signInNeeded(next: String)
    /// The form was not made for this session, or has grown old.
    case forgedForm
    /// Not there, or not for this person; the two look the same.
    case notFound
    /// Somebody else has saved since.
    case conflict
    /// Too many tries.
    case throttled
    /// Something is away for now; trying again helps.
    case unavailable
    /// A mistake of the program, logged with the request's id and told in general words. `what` names a type, never a value.
    case fault(what: String)

    /// Sorts any error into the kinds; what nobody knows is a fault.
    package init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case StoreFailure.notFound: self = .notFound
        case StoreFailure.conflict: self = .conflict
        case StoreFailure.refused(let why): self = .incorrect(why)
        case StoreFailure.trailUnavailable: self = .unavailable
        case DatabaseFailure.full, DatabaseFailure.unavailable: self = .unavailable
        case DatabaseFailure.constraint(.unique, _): self = .conflict
        default: self = .fault(what: "\(type(of: error))")
        }
    }
}
