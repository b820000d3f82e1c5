import HTTPTypes
import TandemCare

/// The pages of measures and of the way back to sport.
enum MeasurePage: Sendable {
    case all
    /// Choosing a measure, then its values.
    case new
    /// The ways back to sport of this child, and beginning one.
    case sports
    case sport(ID<ReturnToSport>, SportPart)

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "measures"
        case .new: "measures/new"
        case .sports: "measures/sport"
        case .sport(let id, let part): "measures/sport/\(id.text)\(part.rawValue)"
        }
    }
}

/// What hangs on one way back to sport; the raw value is the rest of the address.
enum SportPart: String, Sendable {
    case page = ""
    case results = "/results"
    case next = "/next"
    case setback = "/setback"

    /// As the router takes it.
    var route: String { "/children/{child}/measures/sport/{sport}\(rawValue)" }
}

extension Workspace {
    func addMeasures(to book: inout RouteBook) {
        func route(_ page: MeasurePage) -> String { "/children/{child}/\(page.path)" }
        book.child(.get, route(.all), .seePlan) { try await $0.measuresPage() }
        book.child(.get, route(.new), .recordMeasure) { try await $0.newMeasurePage() }
        book.child(.post, route(.new), .recordMeasure) { try await $0.recordMeasure() }
        book.child(.get, route(.sports), .seePlan) { try await $0.sportsPage() }
        book.child(.post, route(.sports), .recordMeasure) { try await $0.beginSport() }
        book.child(.get, SportPart.page.route, .seePlan) { try await $0.sportPage() }
        book.child(.post, SportPart.results.route, .recordMeasure) { try await $0.recordSport() }
        book.child(.post, SportPart.next.route, .recordMeasure) { try await $0.nextPhase() }
        book.child(.post, SportPart.setback.route, .recordMeasure) { try await $0.setBack() }
    }
}
