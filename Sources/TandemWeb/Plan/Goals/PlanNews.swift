import TandemCare
import TandemCatalog
import TandemStore

/// What others did with a plan since somebody last sat down with it.
struct PlanNews: Sendable {
    let plan: ChildPlan
    let edits: [GoalEdit]
    /// `nil` for who may not see them.
    let referrals: PlanReferrals?
    /// `nil` in the first sitting.
    let since: Instant?
    let day: @Sendable (Instant) -> CalendarDate

    private static let most = 12

    private struct Line {
        let at: Instant
        /// `nil` for a partner without an account.
        let by: ID<Account>?
        var name: String?
        let text: String
        let href: String
    }

    var values: Page.Values {
        guard let since else { return ["is_first_look": true, "news": [Page.Values]()] }
        let lines = (told(since) + referred(since) + changed + asked(since)).sorted { $0.at > $1.at }
        var values: Page.Values = [
            "is_first_look": false, "news": lines.prefix(Self.most).map(drawn), "since": DateText.text(day(since)),
        ]
        if lines.count > Self.most { values["more_news"] = "and \(lines.count - Self.most) more" }
        return values
    }

    private func drawn(_ line: Line) -> Page.Values {
        let member = plan.team.members.first { $0.account == line.by }
        var values: Page.Values = [:]
        if let member, !member.disciplines.isEmpty { values = Mark.values(member.disciplines) }
        values["who"] = line.name ?? line.by.map(plan.name) ?? "Somebody"
        values["text"] = line.text
        values["when"] = DateText.text(day(line.at))
        values["href"] = line.href
        return values
    }

    private func href(_ goal: ID<Goal>?) -> String {
        Address.goals(plan.permit.child, goal.map { .one($0, .page) } ?? .all).path
    }

    private var me: ID<Account> { plan.permit.who.account }

    // MARK: Four kinds of news

    private func told(_ since: Instant) -> [Line] {
        let goals = plan.goals.map(\.value)
        let titles = Dictionary(goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Of one goal the last rating says it.
        let ratings = plan.ratings.latest(on: day(plan.permit.now)).values.flatMap { rating in
            titles[rating.goal].map { rating.timeline(of: $0) } ?? []
        }
        let timeline = Timeline([
            goals.flatMap(\.timeline), ratings, plan.items.flatMap { $0.value.timeline },
        ])
        return timeline.news(for: me, since: since).compactMap { entry in
            text(entry).map { Line(at: entry.at, by: entry.by, text: $0, href: place(entry)) }
        }
    }

    private func referred(_ since: Instant) -> [Line] {
        guard let referrals else { return [] }
        let told = referrals.referrals.filter(\.isVisibleToFamily).map { referral in
            referral.timeline(from: referrals.names.sender(referral), to: referrals.names.recipient(referral))
        }
        return Timeline(told).news(for: me, since: since).compactMap { entry in
            guard case .referral(let happening, let id, let discipline, _, let to) = entry.event else { return nil }
            return Line(
                at: entry.at,
                by: entry.by,
                name: entry.by.map(referrals.names.name) ?? to,
                text: happening.news(discipline, to: to),
                href: Address.childReferral(plan.permit.child, id).path
            )
        }
    }

    private func place(_ entry: TimelineEntry) -> String {
        switch entry.event {
        case .homeAdded, .homePaused, .homeRetired: Address.homeProgram(plan.permit.child, .all).path
        default: href(entry.goal)
        }
    }

    private var changed: [Line] {
        edits.filter { $0.by != me }.compactMap { edit in
            guard let goal = plan.goal(edit.goal)?.value else { return nil }
            return Line(at: edit.at, by: edit.by, text: "changed the words of \"\(goal.title)\"", href: href(goal.id))
        }
    }

    private func asked(_ since: Instant) -> [Line] {
        plan.questions.map(\.value).flatMap { question in
            question.lines.enumerated().compactMap { index, line in
                guard line.stamp.at > since, line.stamp.by != me else { return nil }
                let verb = index == 0 ? "asks" : "answers"
                return Line(
                    at: line.stamp.at,
                    by: line.stamp.by,
                    text: "\(verb): \(line.text.beginning(of: 160))",
                    href: href(question.goal)
                )
            }
        }
    }

    // MARK: Words

    private func text(_ entry: TimelineEntry) -> String? {
        switch entry.event {
        case .goal(let title, let status): entry.by.flatMap { word(status, $0) }.map { "\($0) \"\(title)\"" }
        case .stepAdded(let title, let step): "added a step to \"\(title)\": \(step)"
        case .stepDropped(let title, let step, let reason): "took a step out of \"\(title)\": \(step) (\(reason))"
        case .leadProposed(let title, let skill, let lead):
            "proposes that \(lead.words) lead \(skill.lowercased()) in \"\(title)\""
        case .leadSettled(let title, let skill, let lead):
            "settled that \(lead.words) lead\(lead == .both ? "" : "s") \(skill.lowercased()) in \"\(title)\""
        case .leadDisputed(let title, let skill, let reason):
            "does not agree on who leads \(skill.lowercased()) in \"\(title)\": \(reason)"
        case .rated(let title, let level): "rated \"\(title)\". \(standing(entry.goal, level))"
        case .homeAdded(let item): "added to the home program: \(item)"
        case .homePaused(let item, let reason): "paused at home: \(item) (\(reason))"
        case .homeRetired(let item, let reason): "took out of the home program: \(item) (\(reason))"
        default: nil
        }
    }

    private func word(_ status: GoalStatus, _ by: ID<Account>) -> String? {
        switch status {
        case .proposed: "proposed the goal"
        case .active: plan.permit.facts.ties.contains { $0.account == by } ? "said yes to" : "began to work on"
        case .met: "marked as reached:"
        case .setAside(let reason): "set aside (\(reason.beginning(of: 120))):"
        }
    }

    private func standing(_ goal: ID<Goal>?, _ level: Int) -> String {
        let scale = goal.flatMap { plan.scales[$0]?.value }
        return GoalStanding(level: level, baselineLevel: scale?.baselineLevel ?? -2).words
    }
}

extension ReferralHappening {
    /// After the name of who did it.
    fileprivate func news(_ discipline: Discipline, to: String) -> String {
        switch self {
        case .sent: "asked \(to) for \(discipline.name)"
        case .accepted: "said yes to \(discipline.name) at \(to)"
        case .declined: "said that \(to) cannot take on the \(discipline.name)"
        case .seen: "noted a visit at \(to)"
        case .reported: "reported back from \(to)"
        case .canceled: "confirmed that the referral to \(to) is canceled"
        case .letGo: "no longer waits for \(to)"
        }
    }
}

extension String {
    /// Whole where it is short, else its first words.
    func beginning(of count: Int) -> String {
        guard self.count > count else { return self }
        let words = prefix(count)
        return String(words[..<(words.lastIndex(where: \.isWhitespace) ?? words.endIndex)]) + "…"
    }
}
