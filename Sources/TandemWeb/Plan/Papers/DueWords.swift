import TandemCare
import TandemCatalog

extension Due.Kind {
    /// As lists show it.
    var name: String {
        switch self {
        case .signature: "Sign the plan of care"
        case .send: "Send the plan of care to the physician"
        case .certification: "Physician's signature under the plan of care"
        case .verbalOrder: "Signature under the verbal order"
        case .recertification: "Next certification"
        case .progressReport: "Progress report"
        case .reevaluation: "Next evaluation"
        case .goalReview: "Look at the goal together"
        }
    }
}

extension Due {
    /// What is due, by when, how many days are left or over, and on whose word.
    func values(today: CalendarDate) -> Page.Values {
        var values: Page.Values = [
            "what": kind.name, "when": words(today: today), "is_over": isOver(today: today),
            "is_soon": !isOver(today: today) && left(today: today) <= Self.soonDays,
            "is_general": source == nil,
        ]
        if case .day(let day) = when { values["day"] = DateText.short(day) }
        values["source"] = source
        return values
    }

    private static let soonDays = 7
}
