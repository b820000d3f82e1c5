import TandemCare
import TandemCatalog

/// An inquiry in words, for the family and for the practice.
struct InquiryWords: Sendable {
    let inquiry: Inquiry
    /// Of the practice.
    let practice: String
    let day: @Sendable (Instant) -> CalendarDate
    let isFamily: Bool

    /// What is so, and who does what next.
    var status: String {
        switch inquiry.state {
        case .waiting:
            isFamily
                ? "\(practice) has your letter. They write or call you within two working days."
                : "The family waits for you. Write or call within two working days."
        case .answered:
            isFamily
                ? "\(practice) has answered. You can write back, or wait for their call."
                : "You have answered. The family can write back; take the child on, pass the family on, or end it."
        case .passing:
            isFamily
                ? "\(practice) asks if they may pass on your letter."
                : "The family is asked whether you may pass its letter on."
        case .takenOn:
            isFamily
                ? "\(practice) takes your child on. They tell you how it goes on."
                : "Your practice has taken the child on."
        case .passedOn:
            isFamily ? "\(practice) has passed your letter on." : "Passed on, with the family's yes."
        case .closed: isFamily ? "This has ended." : "Ended."
        }
    }

    /// For lists.
    var short: String {
        switch inquiry.state {
        case .waiting: "waits for an answer"
        case .answered: "answered"
        case .passing: "family is asked"
        case .takenOn: "taken on"
        case .passedOn: "passed on"
        case .closed: "ended"
        }
    }

    /// - Parameter name: of somebody of the practice.
    func steps(_ name: (ID<Account>) -> String) -> [Page.Values] {
        inquiry.steps.map { step in
            var values: Page.Values = [
                "what": what(step, name), "when": DateText.text(day(step.at)), "is_family": step.by == nil,
            ]
            if !step.text.isEmpty { values["text"] = step.text }
            return values
        }
    }

    private func what(_ step: InquiryStep, _ name: (ID<Account>) -> String) -> String {
        let family = isFamily ? "You" : inquiry.writer.name
        let who = step.by.map { "\(name($0)), \(practice)," } ?? family
        return switch step.kind {
        case .written: "\(family) wrote"
        case .answered: "\(who) wrote"
        case .replied: "\(family) wrote again"
        case .asked: "\(who) asked to pass the letter on to \(step.other ?? "another practice")"
        case .agreed: step.by == nil ? "\(family) said yes" : "\(who) wrote down that the family said yes"
        case .disagreed: step.by == nil ? "\(family) said no" : "\(who) wrote down that the family said no"
        case .takenOn: "\(who) took the child on"
        case .closed: step.by == nil ? "\(family) ended it" : "\(who) ended it"
        }
    }

    var shared: [Page.Values] {
        inquiry.shared.map { part in
            ["title": part.title, "lines": part.lines.map { ["text": $0] as Page.Values }]
        }
    }
}
