import TandemCare

/// The pages of visits and their notes.
enum VisitPage: Sendable {
    case all

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "visits"
        }
    }
}

extension Workspace {
    func addVisits(to book: inout RouteBook) {}
}
