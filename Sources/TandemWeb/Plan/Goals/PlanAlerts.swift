import TandemCare
import TandemCatalog
import TandemStore

/// That something hurt, for `plan-alerts.mustache`: it stands above everything else of a plan until a therapist has taken it up.
enum PlanAlerts {
    /// Values for the key `alerts`.
    ///
    /// - Parameter items: among them those that the alerts are about.
    static func values(_ alerts: [HurtAlert], items: [HomeItem], _ permit: Permit) -> [Page.Values] {
        let names = Dictionary(items.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return alerts.filter { $0.taken == nil }.map { alert in
            var values = Mark.values([alert.discipline])
            values["item"] = names[alert.item] ?? "An activity at home"
            values["when"] = DateText.text(alert.on)
            values["href"] = Address.homeProgram(permit.child, .all).path
            values["link"] = permit.may(.editHomeProgram) ? "Take it up" : "See the home program"
            if !alert.line.isEmpty { values["line"] = alert.line }
            return values
        }
    }
}

extension ChildPlan {
    /// Values for the key `alerts` of `plan-alerts.mustache`.
    var alertValues: [Page.Values] { PlanAlerts.values(alerts.map(\.value), items: items.map(\.value), permit) }
}
