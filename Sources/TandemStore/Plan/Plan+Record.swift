package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// A record that is a part of one child's plan.
package protocol PlanRecord: Record {
    var child: ID<Child> { get }
}

extension PlanRecord {
    package var childID: ID<Child>? { child }
}

extension Goal: PlanRecord {
    package static var kind: String { "goal" }
    package static var columnNames: [String] { ["child", "status", "by_day"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(status.word), .day(by)] }
}

extension AttainmentScale: PlanRecord {
    package static var kind: String { "attainment_scale" }
    package static var columnNames: [String] { ["child", "goal"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(goal.text)] }
    /// The goal's: a goal has one scale.
    package var id: ID<AttainmentScale> { goal.of() }
}

extension Rating: PlanRecord {
    package static var kind: String { "rating" }
    package static var columnNames: [String] { ["child", "goal", "on_day"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(goal.text), .day(on)] }
}

extension GoalQuestion: PlanRecord {
    package static var kind: String { "goal_question" }
    package static var columnNames: [String] { ["child", "goal", "closed_at"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(goal.text), .instant(closed?.at)] }
}

extension Measurement: PlanRecord {
    package static var kind: String { "measurement" }
    package static var columnNames: [String] { ["child", "measure", "on_day"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(series.measure.text), .day(on)] }
}

extension ReturnToSport: PlanRecord {
    package static var kind: String { "return_to_sport" }
    package static var columnNames: [String] { ["child"] }
    package var columnValues: [SQLValue] { [.text(child.text)] }
}

extension VisitNote: PlanRecord {
    package static var kind: String { "visit_note" }
    package static var columnNames: [String] {
        ["child", "practice", "author", "discipline", "on_day", "signed_at", "added_at", "hands_off"]
    }
    package var columnValues: [SQLValue] {
        [
            .text(child.text), .text(practice.text), .text(author.text), .text(discipline.rawValue), .day(content.on),
            .instant(signature?.stamp.at), .instant(addenda.last?.stamp.at), content.handoff.isEmpty ? 0 : 1,
        ]
    }
}

extension HomeItem: PlanRecord {
    package static var kind: String { "home_item" }
    package static var columnNames: [String] { ["child", "practice", "discipline", "state"] }
    package var columnValues: [SQLValue] {
        [.text(child.text), .text(practice.text), .text(discipline.rawValue), .text(state.word)]
    }
}

extension HomeItem.State {
    fileprivate var word: String {
        switch self {
        case .active: "active"
        case .paused: "paused"
        case .retired: "retired"
        }
    }
}

extension HomeProgram.Settings: PlanRecord {
    package static var kind: String { "home_settings" }
    package static var columnNames: [String] { ["child"] }
    package var columnValues: [SQLValue] { [.text(child.text)] }
    package var id: ID<HomeProgram.Settings> { child.of() }
}

extension Tick: PlanRecord {
    package static var kind: String { "tick" }
    package static var columnNames: [String] { ["child", "item", "on_day"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(item.text), .day(on)] }
}

extension HurtAlert: PlanRecord {
    package static var kind: String { "hurt_alert" }
    package static var columnNames: [String] { ["child", "item", "taken_at"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(item.text), .instant(taken?.at)] }
    package var id: ID<HurtAlert> { tick.of() }
}

extension PlanOfCare: PlanRecord {
    package static var kind: String { "plan_of_care" }
    package static var columnNames: [String] { ["child", "practice", "therapist", "discipline", "signed_at"] }
    package var columnValues: [SQLValue] {
        [
            .text(child.text), .text(practice.text), .text(therapist.text), .text(discipline.rawValue),
            .instant(signature?.stamp.at),
        ]
    }
}

extension SQLValue {
    package static func day(_ day: CalendarDate) -> SQLValue { .text(day.description) }
}
