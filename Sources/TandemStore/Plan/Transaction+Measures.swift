package import TandemCare
import TandemCatalog
import TandemDatabase

/// What was measured, and the way back to sport, which moves on by `update(id, permit)`: its rules hold on what stands now.
extension Transaction {
    /// Adds measurements of one sitting, all or none. What the same person wrote already with the same content is not written again,
    /// however often the button was pressed.
    ///
    /// - Throws: `StoreFailure.notFound` for a goal of another child, and for a measurement to mend that is not this person's own.
    package func record(_ measurements: [Measurement], _ permit: Permit) throws {
        for measurement in measurements {
            if let goal = measurement.goal { _ = try connection.part(goal, permit) }
            let there = try connection.parts(
                Measurement.self,
                permit,
                "AND measure = $2 AND on_day >= $3 ORDER BY id",
                [
                    .text(measurement.series.measure.text),
                    .day(measurement.corrects == nil ? measurement.on : .distantPast),
                ]
            ).map(\.value)
            let replaced = Set(there.compactMap(\.corrects))
            if let corrected = measurement.corrects {
                guard
                    let old = there.first(where: { $0.id == corrected && !replaced.contains($0.id) }),
                    old.stamp.by == measurement.stamp.by
                else { throw StoreFailure.notFound }
            } else if there.contains(where: { !replaced.contains($0.id) && $0.isSame(as: measurement) }) {
                continue
            }
            try insert(measurement)
        }
    }

    /// - Throws: `StoreFailure.notFound` where the program is another child's.
    package func begin(_ sport: ReturnToSport, _ permit: Permit) throws {
        guard sport.child == permit.child else { throw StoreFailure.notFound }
        let isThere = try connection.parts(ReturnToSport.self, permit).contains { other in
            other.value.program.id == sport.program.id && other.value.began == sport.began
        }
        guard !isThere else { return }
        try insert(sport)
    }
}

extension Measurement {
    fileprivate func isSame(as other: Measurement) -> Bool {
        stamp.by == other.stamp.by && on == other.on && series == other.series && result == other.result
            && words == other.words && discipline == other.discipline && goal == other.goal
    }
}

extension CalendarDate {
    fileprivate static let distantPast = CalendarDate(year: 1900, month: 1, day: 1)
}
