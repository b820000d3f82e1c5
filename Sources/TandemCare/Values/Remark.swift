/// Something in what a person entered or planned that a person can mend: where it is, what does not fit, and how to mend it.
///
/// Kinds of remarks are closed enums beside the type that they are about; this is how a page shows any of them.
package protocol Remark: Sendable, Hashable {
    /// The field or part it stands beside: `by`, `level -1`.
    var place: String { get }
    /// What does not fit, in a sentence.
    var message: String { get }
    /// How to mend it, in a sentence.
    var mend: String { get }
    /// Must be mended before the whole can be saved or signed; the others are to be thought about.
    var isBlocking: Bool { get }
}

/// What every form of the plan may find wrong with what was entered.
package enum EntryRemark: Remark {
    case missing(_ place: String, mend: String)
    case tooLong(_ place: String, length: Int, limit: Int)
    /// Two dates, times or numbers that stand in the wrong order.
    case outOfOrder(_ place: String, message: String, mend: String)
    /// Fits, but is better thought about.
    case consider(_ place: String, message: String, mend: String)

    package var place: String {
        switch self {
        case .missing(let place, _), .tooLong(let place, _, _), .outOfOrder(let place, _, _),
            .consider(let place, _, _):
            place
        }
    }

    package var message: String {
        switch self {
        case .missing: "This is still empty."
        case .tooLong(_, let length, let limit): "This has \(length) characters. There is room for \(limit)."
        case .outOfOrder(_, let message, _), .consider(_, let message, _): message
        }
    }

    package var mend: String {
        switch self {
        case .missing(_, let mend), .outOfOrder(_, _, let mend), .consider(_, _, let mend): mend
        case .tooLong(_, let length, let limit):
            "Take out \(length - limit) characters, or keep the long text in a file."
        }
    }

    package var isBlocking: Bool { if case .consider = self { false } else { true } }
}

/// How much one field holds.
package enum TextLimit {
    /// A name, a step, a place.
    package static let line = 200
    /// A note, a reason, a person's own words.
    package static let note = 4000
}

extension EntryRemark {
    /// Empty where `text` has something in it and is no longer than `limit` characters.
    static func text(_ place: String, _ text: String, limit: Int, required mend: String? = nil) -> [EntryRemark] {
        if let mend, text.isBlank { return [.missing(place, mend: mend)] }
        return text.count > limit ? [.tooLong(place, length: text.count, limit: limit)] : []
    }
}

extension StringProtocol {
    /// Has nothing in it but spaces.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
