import TandemCare

/// The pages of plans of care, summaries and what is due.
enum PaperPage: Sendable {
    case all

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "papers"
        }
    }
}

extension Workspace {
    func addPapers(to book: inout RouteBook) {}
}
