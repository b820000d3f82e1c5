import TandemCatalog

/// How likely two records are of one child, and why: shown before a second record is made.
package struct ChildLikeness: Sendable, Hashable {
    /// From 0 to 100.
    package let score: Int
    /// Why, in words for a page: "same birth date".
    package let reasons: [String]

    /// Below this nobody is asked.
    package static let likely = 60

    package var isLikely: Bool { score >= Self.likely }

    package init(_ one: Child, _ other: Child) {
        let dates = DateLikeness(one.birthDate, other.birthDate)
        let names = NameLikeness(one, other)
        score = dates.score + names.score
        reasons = [names.reason, dates.reason].compactMap(\.self)
    }
}

/// How alike two birth dates are.
private struct DateLikeness {
    let score: Int
    let reason: String?

    init(_ one: CalendarDate, _ other: CalendarDate) {
        if one == other {
            (score, reason) = (50, "same birth date")
        } else if one.year == other.year, one.month == other.day, one.day == other.month {
            (score, reason) = (40, "birth day and month swapped")
        } else if Self.parts(one, other) == 2 {
            (score, reason) = (25, "birth date differs in one part")
        } else {
            (score, reason) = (0, nil)
        }
    }

    private static func parts(_ one: CalendarDate, _ other: CalendarDate) -> Int {
        [one.year == other.year, one.month == other.month, one.day == other.day].count { $0 }
    }
}

/// How alike the names of two children are, whatever their order, accents and middle names.
private struct NameLikeness {
    let score: Int
    let reason: String?

    init(_ one: Child, _ other: Child) {
        let (given, family) = (Self.given(one), NameKey.words(one.familyName))
        let (otherGiven, otherFamily) = (Self.given(other), NameKey.words(other.familyName))
        let givens = Self.best(given, otherGiven)
        let families = Self.best(family, otherFamily)
        if givens == .same, families == .same {
            (score, reason) = (50, "same name")
        } else if Self.best(given, otherFamily) == .same, Self.best(family, otherGiven) == .same {
            (score, reason) = (45, "given and family name swapped")
        } else if givens != .other, families != .other {
            (score, reason) = (40, "name differs by one letter")
        } else if givens != .other {
            (score, reason) = (15, "similar given name")
        } else if families != .other {
            (score, reason) = (10, "similar family name")
        } else {
            (score, reason) = (0, nil)
        }
    }

    /// What the child is called counts as a given name.
    private static func given(_ child: Child) -> [String] {
        NameKey.words(child.givenName) + NameKey.words(child.preferredName ?? "")
    }

    private enum Nearness { case same, near, other }

    /// The nearest two words of two names.
    private static func best(_ one: [String], _ other: [String]) -> Nearness {
        var best = Nearness.other
        for word in one {
            for candidate in other {
                if word == candidate { return .same }
                if word.isOneSlip(from: candidate) { best = .near }
            }
        }
        return best
    }
}

extension String {
    /// One letter added, left out or changed, or two neighbors swapped; in words of three letters or more.
    fileprivate func isOneSlip(from other: String) -> Bool {
        let (left, right) = (Array(unicodeScalars), Array(other.unicodeScalars))
        guard min(left.count, right.count) >= 3, abs(left.count - right.count) <= 1 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        let (l, r) = (left[start...], right[start...])
        if l.count == r.count {
            if l.dropFirst() == r.dropFirst() { return true }
            return l.count >= 2 && l[start] == r[start + 1] && l[start + 1] == r[start]
                && l.dropFirst(2) == r.dropFirst(2)
        }
        return l.count > r.count ? Array(l.dropFirst()) == Array(r) : Array(l) == Array(r.dropFirst())
    }
}
