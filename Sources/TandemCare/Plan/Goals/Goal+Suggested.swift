package import TandemCatalog

extension Catalog {
    /// Activities to begin a goal from: those that children of the age are often coming to do first, then the rest that fit.
    ///
    /// - Parameter ageMonths: corrected for prematurity under two years.
    package func goalActivities(ageMonths: Double) -> [Activity] {
        let coming = activities.filter { $0.ages.contains(ageMonths) }
        let earlier = activities.filter { $0.ages.to < ageMonths }.sorted { $0.ages.to > $1.ages.to }
        return coming + earlier
    }
}
