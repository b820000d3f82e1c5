import TandemCatalog
import TandemGuide

extension Site {
    /// The banner above everything: what a doctor should see first. `nil` without a red flag.
    func urgent(_ found: Recommendation, _ form: GuideForm) -> Page.Values? {
        guard found.urgency > .none else { return nil }
        var flags: [Page.Values] = found.flags.filter { $0.urgency == found.urgency || $0.urgency >= .doctorNow }
            .prefix(3).map { fired in
                let flag = catalog.redFlags[fired.flag]
                var values: Page.Values = ["name": flag.name, "what": flag.what, "action": flag.action]
                if let words = words(of: fired, in: form.text) { values["words"] = words }
                return values
            }
        if flags.isEmpty {
            flags = found.milestones.filter { $0.standing == .refer && !$0.isReached }.prefix(1).map(milestoneFlag)
        }
        return [
            "level": found.urgency.rawValue,
            "is_emergency": found.urgency == .emergency,
            "is_now": found.urgency == .doctorNow,
            "is_soon": found.urgency == .doctorSoon,
            "heading": Self.heading(found.urgency),
            "flags": flags,
        ]
    }

    /// The words that set the flag off, from the first to the last if they stand together.
    private func words(of fired: FiredFlag, in text: String) -> String? {
        guard let start = fired.spans.map(\.lowerBound).min(), let end = fired.spans.map(\.upperBound).max() else {
            return nil
        }
        return text.utf8Text(end - start <= 120 ? start..<end : fired.spans[0])
    }

    private static func heading(_ urgency: Urgency) -> String {
        switch urgency {
        case .emergency: "Get help right now"
        case .doctorNow: "Call a doctor today"
        case .doctorSoon: "Let a doctor have a look soon"
        case .none: ""
        }
    }

    private func milestoneFlag(_ finding: MilestoneFinding) -> Page.Values {
        let milestone = catalog.milestones[finding.milestone]
        let usual =
            milestone.isReversed
            ? "Most children leave this behind before this age" : "Most children of this age can do this"
        return [
            "name": "A check-up would be good",
            "what": "\(usual): \(milestone.does).",
            "action":
                "Book a visit with your child's doctor in the next two weeks. You can ask for PT or OT at the same time.",
        ]
    }
}

extension String {
    /// The text between two UTF-8 offsets.
    func utf8Text(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }
}
