import TandemCare
import TandemCatalog
import TandemStore

/// Why an activity rests, in words that the family reads too.
struct HomeRest: Sendable {
    private let item: HomeItem
    private let plan: ChildPlan

    init(_ item: HomeItem, _ plan: ChildPlan) {
        self.item = item
        self.plan = plan
    }

    /// `nil` for an activity that goes on.
    var words: String? {
        switch item.state {
        case .active: nil
        case .paused where item.isPausedForHurt:
            "Paused since it hurt. Your therapists look at it before it goes on."
        case .paused(let reason, let stamp): "Paused by \(plan.name(stamp.by)): \(reason.sentence)"
        case .retired(let reason, let stamp): "Out of the program (\(plan.name(stamp.by))): \(reason.sentence)"
        }
    }
}

/// That it hurt, and what a therapist made of it.
struct HurtWords: Sendable {
    private let alerts: [HurtAlert]
    private let plan: ChildPlan

    init(_ alerts: [HurtAlert], _ plan: ChildPlan) {
        self.alerts = alerts
        self.plan = plan
    }

    var values: [Page.Values] {
        alerts.compactMap { alert in
            guard let taken = alert.taken else { return nil }
            let change = alert.change.map { ": \($0.sentence)" } ?? "."
            let who = plan.people[taken.by] ?? "A therapist"
            return ["text": "It hurt on \(DateText.text(alert.on)). \(who) has looked at it\(change)"]
        }
    }
}

extension String {
    /// With a full stop where it has no end of its own.
    var sentence: String { last.map { ".!?…".contains($0) } == true ? self : self + "." }
}
