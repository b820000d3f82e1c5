import TandemCare

/// The pages of measures and of the way back to sport.
enum MeasurePage: Sendable {
    case all

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "measures"
        }
    }
}

extension Workspace {
    func addMeasures(to book: inout RouteBook) {}
}
