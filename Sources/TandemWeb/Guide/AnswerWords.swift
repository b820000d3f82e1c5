import TandemCatalog
import TandemGuide

/// The sentences of the answer. Plain, warm, honest: "could help", never "needs".
struct AnswerWords {
    private let found: Recommendation

    init(_ found: Recommendation) { self.found = found }

    var headline: String {
        if found.urgency == .emergency { return "Get help first" }
        if found.urgency == .doctorNow { return "A doctor comes first" }
        return switch found.primary {
        case .physical: "Physical therapy (PT) could help"
        case .occupational: "Occupational therapy (OT) could help"
        case .both: "PT and OT could both help"
        case .speech: "A speech therapist could help"
        case .other: "Somebody else may help more than PT or OT"
        case .none: found.urgency > .none ? "A doctor comes first" : "We are not sure who could help"
        }
    }

    var lead: String {
        if found.urgency >= .doctorNow {
            let later =
                switch found.primary {
                case .physical: " Later, physical therapy (PT) could help."
                case .occupational: " Later, occupational therapy (OT) could help."
                case .both: " Later, PT and OT could help."
                default: ""
                }
            return "Do first what it says at the top. All else can wait.\(later)"
        }
        return switch found.primary {
        case .physical:
            "PT is about how the body moves: strength, balance, walking, running, and getting well after being hurt."
        case .occupational:
            "OT is about the things of the day: dressing, eating, play, school, and calm hands and senses."
        case .both:
            "PT looks at how the body moves. OT looks at doing the things of the day. Here the two go hand in hand."
        case .speech:
            "This sounds most like talking, understanding, or swallowing. Those are the work of a speech therapist."
        case .other: "What you tell sounds like something that others know best. See below who that could be."
        case .none: "Try other words, or pick from the list. You can always ask your child's doctor."
        }
    }

    /// How sure the answer is, in whole numbers out of ten.
    var sure: String? {
        guard found.primary != .none else { return nil }
        let tenths = Int((found.confidence.probability * 10).rounded(.down))
        return switch found.confidence.level {
        case .sure: "We are quite sure. In our tests, answers like this were right about \(tenths) times out of 10."
        case .fairlySure:
            "We are fairly sure. In our tests, answers like this were right about \(tenths) times out of 10."
        case .unsure: nil
        }
    }

    static let unsure =
        "We did not find enough in your words. Take this as a first idea. A therapist or your child's doctor can tell you more."

    static func trackLead(_ discipline: Discipline) -> String {
        switch discipline {
        case .physical: "How the body moves: strength, balance, getting from place to place."
        case .occupational: "Doing the things of the day: hands, senses, dressing, eating, play, school."
        }
    }

    static func milestone(_ standing: MilestoneFinding.Standing, _ milestone: Milestone) -> String {
        let usual = milestone.isReversed ? "Many children stop this by" : "Many children do this by"
        return switch standing {
        case .typical:
            "\(usual) \(AgeText.text(milestone.watch.months)). There is time. Play, and look again in a month or two."
        case .watch:
            "\(usual) \(AgeText.text(milestone.watch.months)). Talk about it at your next visit with the doctor."
        case .refer:
            milestone.refer.isRuleOnly
                ? "\(usual) \(AgeText.text(milestone.refer.months)). A therapist could have a look."
                : "\(usual) \(AgeText.text(milestone.refer.months)). Ask the doctor and a therapist to have a look soon."
        }
    }

    static let questions = [
        "Have you worked with children of this age, and with this?",
        "What would you like to reach in the next three months?",
        "How will we know that it helps?",
        "What can we do at home, and for how many minutes a day?",
        "Will you talk with our other therapist, the school and the doctor?",
    ]

    static let whenToCall = [
        "Your child loses something that worked before.",
        "There is new pain, pain at night, fever, or swelling.",
        "One side moves less, or walking changes all of a sudden.",
        "You worry. That is reason enough.",
    ]
}
