import TandemCatalog
import TandemGuide

/// A follow-up question in words, with its answers.
struct QuestionCard: Sendable {
    let id: String
    let text: String
    let why: String
    let options: [(value: String, label: String)]

    /// `nil` if the id names no question of the catalog.
    init?(id: String, catalog: Catalog) {
        self.id = id
        if let flag = catalog.redFlags.first(where: { FollowUp(topic: .redFlag($0.id)).id == id }) {
            text = flag.question
            why = "We ask because then a doctor should have a look first."
            options = Self.yesNo
        } else if let activity = catalog.activities.first(where: { FollowUp(topic: .steps($0.id)).id == id }) {
            text = "\(activity.name): which part is hardest?"
            why = "We ask because PT and OT each work on other parts."
            options =
                activity.steps.enumerated().map { (String($0), $1.text) }
                + [("all", "All of it, or it changes"), (Self.unknown, "I do not know")]
        } else if let milestone = catalog.milestones.first(where: { FollowUp(topic: .milestone($0.id)).id == id }) {
            text = milestone.question
            why = "We ask because most children of this age do."
            options = Self.yesNo
        } else {
            return nil
        }
    }

    /// The value of "I do not know".
    static let unknown = "unknown"
    private static let yesNo = [("yes", "Yes"), ("no", "No"), (unknown, "I do not know")]

    func values(chosen: String?) -> Page.Values {
        [
            "id": id,
            "text": text,
            "why": why,
            "options": options.map { ["value": $0.value, "label": $0.label, "checked": $0.value == chosen] }
                as [Page.Values],
        ]
    }
}
