import TandemCare
import TandemCatalog
import TandemStore

extension ChildPlan {
    /// The home program in the family's day: each activity in its routine, else where its goal or skill belongs.
    func dayPlan(_ site: Site) -> DayPlan {
        DayPlan(home, table: site.rules.routines) { item in
            let activity = item.goal.flatMap { goal($0)?.value.activity }.flatMap { site.catalog.activity($0) }
            let skill = item.skill.flatMap { site.catalog.skill($0) }
            return (activity?.icf ?? []) + (skill?.icf ?? [])
        }
    }
}

extension Routine {
    /// As English pages call it.
    var name: String {
        switch self {
        case .morning: "Morning"
        case .meals: "Meals"
        case .play: "Playtime"
        case .outdoors: "Outdoors"
        case .bath: "Bath"
        case .bedtime: "Bedtime"
        case .anytime: "Any time"
        }
    }

    /// `is_morning` and so on, for `routine-icon.mustache`.
    var iconValues: Page.Values { ["is_\(rawValue)": true] }
}
