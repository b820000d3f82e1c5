/// The routes of the plan, area by area, and whom each is for.
extension Workspace {
    func addPlan(to book: inout RouteBook) {
        addGoals(to: &book)
        addScales(to: &book)
        addHomeProgram(to: &book)
        addVisits(to: &book)
        addMeasures(to: &book)
        addPapers(to: &book)
        addTimeline(to: &book)
        addCalendar(to: &book)
    }
}
