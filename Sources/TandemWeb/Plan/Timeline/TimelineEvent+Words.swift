import TandemCare
import TandemCatalog

/// What happened, in a sentence that a parent and a therapist both understand.
extension TimelineEvent {
    func words(forFamily isFamily: Bool) -> String {
        switch self {
        case .goal(let title, let status): Self.words(title, status)
        case .stepAdded(let title, let step): "\(title): the step \u{201c}\(step)\u{201d} was added."
        case .stepDropped(let title, let step, _): "\(title): the step \u{201c}\(step)\u{201d} was taken out."
        case .leadProposed(let title, let skill, let to): "\(title): \(to.words) could lead \(skill.lowercased())."
        case .leadSettled(let title, let skill, let to):
            "\(title): \(to.words) leads \(skill.lowercased()) from now on."
        case .leadDisputed(let title, let skill, _):
            "\(title): the therapists do not agree yet who leads \(skill.lowercased())."
        case .rated(let title, let level): Self.words(title, level: level, forFamily: isFamily)
        case .measured(let name, let result, let unit): Self.words(name, result, unit)
        case .visit(let minutes, let withBoth): Self.words(visitOf: minutes, withBoth: withBoth)
        case .addendum: "Something was added to the note of a visit."
        case .practiced(let done, let tried): Self.words(done: done, tried: tried)
        case .hurt(let item): item.isEmpty ? "An activity at home hurt." : "\u{201c}\(item)\u{201d} hurt."
        case .homeAdded(let item): "New for home: \(item)."
        case .homePaused(let item, _): "\(item) is paused."
        case .homeRetired(let item, _): "\(item) is done with."
        case .planOfCareSigned: "A plan of care was signed."
        case .paper(let kind): kind.words
        case .sport(let phase, let isBack):
            isBack
                ? "Return to sport: back to \u{201c}\(phase)\u{201d}."
                : "Return to sport: on to \u{201c}\(phase)\u{201d}."
        case .referral(let happening, _, let discipline, let from, let to):
            isFamily
                ? happening.familyWords(discipline, from: from, to: to)
                : happening.words(discipline, from: from, to: to)
        }
    }

    /// A reason that somebody gave.
    var detail: String? {
        switch self {
        case .goal(_, .setAside(let reason)), .stepDropped(_, _, let reason), .leadDisputed(_, _, let reason),
            .homePaused(_, let reason), .homeRetired(_, let reason):
            reason
        case .measured(_, .missing(let reason), _): reason
        case .referral(.declined(let reason), _, _, _, _): reason?.words.capitalizedFirst
        default: nil
        }
    }

    /// Who did it where nobody with an account did.
    var partner: String? {
        switch self {
        case .referral(_, _, _, _, let to): to
        default: nil
        }
    }

    var isHurt: Bool { if case .hurt = self { true } else { false } }

    private static func words(_ title: String, _ status: GoalStatus) -> String {
        switch status {
        case .proposed: "A goal was proposed: \(title)."
        case .active: "The work on a goal began: \(title)."
        case .met: "A goal was met: \(title)!"
        case .setAside: "A goal was set aside: \(title)."
        }
    }

    private static func words(_ title: String, level: Int, forFamily isFamily: Bool) -> String {
        let name = SummaryWords.levelName(level)
        if isFamily { return "\(title): \(name.prefix(1).lowercased() + name.dropFirst())." }
        let number = level > 0 ? "+\(level)" : level < 0 ? "\u{2212}\(-level)" : "0"
        return "\(title): level \(number)."
    }

    private static func words(_ name: String, _ result: Measurement.Result, _ unit: String) -> String {
        switch result {
        case .value(let value): "\(name): \(value.shortText) \(unit)."
        case .missing: "\(name) was not done."
        }
    }

    private static func words(visitOf minutes: Int, withBoth: Bool) -> String {
        let length = minutes > 0 ? " of \(minutes) minutes" : ""
        return withBoth ? "A visit\(length), with both therapists." : "A visit\(length)."
    }

    private static func words(done: Int, tried: Int) -> String {
        func things(_ count: Int) -> String { count == 1 ? "1 activity" : "\(count) activities" }
        if tried == 0 { return "Practiced at home: \(things(done)) done." }
        if done == 0 { return "Practiced at home: \(things(tried)) tried." }
        return "Practiced at home: \(things(done)) done, \(tried) tried."
    }
}

extension ReferralHappening {
    fileprivate func words(_ discipline: Discipline, from: String, to: String) -> String {
        switch self {
        case .sent: "A referral for \(discipline.rawValue) went from \(from) to \(to)."
        case .accepted: "\(to) accepted the referral for \(discipline.rawValue)."
        case .declined: "\(to) declined the referral for \(discipline.rawValue)."
        case .seen: "\(to) saw the child on the referral for \(discipline.rawValue)."
        case .reported: "\(to) reported back to \(from)."
        case .canceled: "The referral to \(to) was canceled."
        case .letGo: "\(from) closed the referral to \(to)."
        }
    }

    fileprivate func familyWords(_ discipline: Discipline, from: String, to: String) -> String {
        switch self {
        case .sent: "\(from) asked \(to) to see your child for \(discipline.name)."
        case .accepted: "\(to) said yes to \(discipline.name)."
        case .declined: "\(to) cannot take it on."
        case .seen: "\(to) saw your child."
        case .reported: "\(to) told \(from) what they found."
        case .canceled: "\(to) was asked to stop, and stopped."
        case .letGo: "\(from) no longer waits for \(to)."
        }
    }
}

extension Paper.Kind {
    fileprivate var words: String {
        switch self {
        case .verbalOrder: "A verbal order came in."
        case .order: "A signed order or referral came in."
        case .sent: "The plan of care went to the physician."
        case .certification: "The physician signed the plan of care."
        case .progressReport: "A progress report was written."
        case .discharge: "The therapy ended."
        }
    }
}
