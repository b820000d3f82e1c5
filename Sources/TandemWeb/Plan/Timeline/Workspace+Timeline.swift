import HTTPTypes
import TandemCare

extension Workspace {
    func addTimeline(to book: inout RouteBook) {
        book.child(.get, ChildPage.timeline.route, .seePlan) { try await $0.timelinePage() }
    }
}
