import TandemCatalog

/// How much speaks for each kind of help.
struct Shares: Sendable, Hashable {
    var physical = 0.0
    var occupational = 0.0
    var speech = 0.0
    var other = 0.0

    var therapy: Double { physical + occupational }
    var elsewhere: Double { speech + other }
    var total: Double { therapy + elsewhere }

    subscript(discipline: Discipline) -> Double { discipline == .physical ? physical : occupational }

    /// One unit for a lead: all of it for a single discipline, the first a little ahead where both lead.
    static func of(_ lead: [Discipline]) -> Shares {
        guard let first = lead.first else { return Shares() }
        guard lead.count > 1 else {
            return first == .physical ? Shares(physical: 1) : Shares(occupational: 1)
        }
        return first == .physical
            ? Shares(physical: 0.55, occupational: 0.45) : Shares(physical: 0.45, occupational: 0.55)
    }

    static func of(_ label: Elsewhere.Label) -> Shares { label == .speech ? Shares(speech: 1) : Shares(other: 1) }

    static func mean(_ shares: [Shares]) -> Shares {
        shares.reduce(Shares(), +) * (1 / Double(max(1, shares.count)))
    }

    static func + (left: Shares, right: Shares) -> Shares {
        Shares(
            physical: left.physical + right.physical,
            occupational: left.occupational + right.occupational,
            speech: left.speech + right.speech,
            other: left.other + right.other
        )
    }

    static func * (shares: Shares, factor: Double) -> Shares {
        Shares(
            physical: shares.physical * factor,
            occupational: shares.occupational * factor,
            speech: shares.speech * factor,
            other: shares.other * factor
        )
    }
}
