package import TandemCatalog

/// Why a step is not possible.
package enum SportFault: Error, Sendable, Hashable {
    case noSuchCriterion
    /// Only what is found in the phase the child is in counts for it.
    case otherPhase
    /// No number that can be measured.
    case notAValue
    /// A clearance names the doctor.
    case noDoctor
    case unmet([String])
    /// A doctor has not cleared the child.
    case notCleared
    case noReason
    case atEnd
    /// A setback leads to an earlier phase.
    case notEarlier
}

/// One criterion and how it stands.
package struct CriterionStanding: Sendable, Hashable {
    package let criterion: Criterion
    /// The last value that counts; weeks are counted to the day.
    package let value: Double?
    package let isMet: Bool
}

extension ReturnToSport {
    /// Writes down what was found. The last value of a criterion counts, not the best.
    package mutating func record(_ result: Result) throws(SportFault) {
        guard result.phase == phase.id else { throw .otherPhase }
        guard let criterion = phase.criteria.first(where: { $0.id == result.criterion }), criterion.kind != .weeks
        else { throw .noSuchCriterion }
        guard result.value.isFinite, result.value >= 0 else { throw .notAValue }
        if criterion.kind == .clearance, result.words.isBlank { throw .noDoctor }
        append(result)
    }

    /// How each criterion of the phase stands on a day.
    package func standings(today: CalendarDate) -> [CriterionStanding] {
        let sinceSetback = passages.last { if case .setback = $0.ground { true } else { false } }?.results ?? 0
        let counted = results.dropFirst(sinceSetback).filter { $0.phase == phase.id }
        return phase.criteria.map { criterion in
            let value: Double? =
                criterion.kind == .weeks
                ? Double(began.days(until: today)) / 7
                : counted.last { $0.criterion == criterion.id }?.value
            return CriterionStanding(
                criterion: criterion,
                value: value,
                isMet: value.map(criterion.isMet) ?? false
            )
        }
    }

    /// Opens the next phase, all criteria being met.
    package mutating func advance(today: CalendarDate, by stamp: Stamp) throws(SportFault) {
        guard !isAtEnd else { throw .atEnd }
        let unmet = standings(today: today).filter { !$0.isMet }.map(\.criterion.id)
        guard unmet.isEmpty else { throw .unmet(unmet) }
        pass(to: current + 1, .met, stamp)
    }

    /// Opens the next phase although some criteria are not met.
    package mutating func override(reason: String, today: CalendarDate, by stamp: Stamp) throws(SportFault) {
        guard !isAtEnd else { throw .atEnd }
        guard !reason.isBlank else { throw .noReason }
        let unmet = standings(today: today).filter { !$0.isMet }.map(\.criterion)
        guard !unmet.contains(where: { $0.kind == .clearance }) else { throw .notCleared }
        pass(to: current + 1, unmet.isEmpty ? .met : .override(unmet: unmet.map(\.id), reason: reason), stamp)
    }

    /// Back to an earlier phase. What was found before no longer counts: it is tested again.
    package mutating func setBack(to phase: Int, reason: String, by stamp: Stamp) throws(SportFault) {
        guard !reason.isBlank else { throw .noReason }
        guard phase >= 0, phase < current else { throw .notEarlier }
        pass(to: phase, .setback(reason: reason), stamp)
    }

    private mutating func pass(to next: Int, _ ground: Passage.Ground, _ stamp: Stamp) {
        append(Passage(from: current, to: next, ground: ground, results: results.count, stamp: stamp))
    }
}
