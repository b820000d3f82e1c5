import TandemCare

/// The pages of the home program.
enum HomeProgramPage: Sendable {
    case all

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "home-program"
        }
    }
}

extension Workspace {
    func addHomeProgram(to book: inout RouteBook) {}
}
