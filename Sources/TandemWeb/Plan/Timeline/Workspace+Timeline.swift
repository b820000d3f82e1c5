import TandemCare

extension Workspace {
    func addTimeline(to book: inout RouteBook) {}
}
