import TandemCare
import TandemCatalog
import TandemStore

extension DemoPlan {
    /// What the PT measured on a day.
    func measure(_ id: String, _ value: Double, side: Measurement.Side? = nil) async throws {
        guard let measure = rules.measures.measure(Slug(id)) else { return }
        let (day, child) = (day, child)
        try await change(.recordMeasure, by: requester(.physical)) { transaction, permit in
            let measurement = Measurement(
                id: transaction.effects.id(),
                child: child,
                series: Measurement.Series(measure, side: side),
                result: .value(value),
                on: day,
                discipline: .physical,
                stamp: permit.stamp
            )
            try transaction.record([measurement], permit)
        }
    }
}
