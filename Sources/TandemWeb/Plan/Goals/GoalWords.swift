import TandemCare
import TandemCatalog
import TandemStore

/// One goal in words: what the plan page and the goal's own page both say of it.
struct GoalWords: Sendable {
    let plan: ChildPlan
    let goal: Goal
    let version: Int
    let today: CalendarDate

    init(_ goal: Versioned<Goal>, _ plan: ChildPlan, today: CalendarDate) {
        self.plan = plan
        self.goal = goal.value
        version = goal.version
        self.today = today
    }

    private var permit: Permit { plan.permit }

    func href(_ part: GoalPart) -> String { Address.goals(permit.child, .one(goal.id, part)).path }

    var values: Page.Values {
        var values: Page.Values = [
            "goal_title": goal.title, "goal_href": href(.page), "goal_id": goal.id.text, "goal_version": version,
            "status": status, "status_tag": statusTag, "by": DateText.text(goal.by), "groups": groups,
            "has_parts": !goal.split.standingSteps.isEmpty, "goal_lead": Mark.values(goal.split.lead.disciplines),
            "disputed": disputed, "uncovered": uncovered, "together": together, "waiting_leads": waitingLeads,
        ]
        let texts = [
            ("family_words", goal.familyWords), ("child_words", goal.childWords), ("setting", goal.setting),
            ("help", goal.help), ("baseline", goal.baseline),
        ]
        for (name, text) in texts where !text.isEmpty { values[name] = text }
        if goal.status == .active {
            values["progress"] = progress
            let days = today.days(until: goal.by)
            if days < 0 { values["by_note"] = "this day is over" }
            if (0...13).contains(days) { values["by_note"] = days == 0 ? "today" : "\(days) days left" }
        }
        if goal.status == .met { values["progress"] = progress }
        if case .setAside(let reason) = goal.status { values["reason"] = reason }
        let open = plan.questions.count { $0.value.goal == goal.id && $0.value.closed == nil }
        if open > 0 { values["open_questions"] = open == 1 ? "1 open question" : "\(open) open questions" }
        if permit.may(.acceptGoal), goal.mayActivate(.family, familyCanAnswer: true) {
            values["yes_action"] = href(.acceptance)
        }
        return values
    }

    // MARK: How far it is

    private var status: String {
        let isFamily = permit.isFamily
        switch goal.status {
        case .proposed where goal.awaited == .family:
            if !permit.familyCanAnswer { return "Proposed, waits for the family's yes" }
            return isFamily ? "Waits for your family's yes" : "Waits for the family's yes"
        case .proposed:
            return isFamily ? "Your family's idea, waits for a therapist" : "The family's idea, waits for you"
        case .active: return "We work on it"
        case .met: return "Reached"
        case .setAside: return "Set aside"
        }
    }

    private var statusTag: String {
        switch goal.status {
        case .proposed: "tag-warn"
        case .met: "tag-good"
        case .active, .setAside: ""
        }
    }

    /// For `goal-progress.mustache`.
    private var progress: Page.Values {
        var values: Page.Values = ["standing": GoalProgress.standing(goal.id, plan)]
        if let level = plan.ratings(of: goal.id).last?.level {
            values["marks"] = AttainmentScale.levels.map { ["is_here": $0 == level] as Page.Values }
            values["level"] = LevelText.sign(level)
        }
        return values
    }

    // MARK: Who does what

    private var groups: [Page.Values] {
        [Lead.physical, .occupational, .both].compactMap { lead in
            let names = goal.split.standingParts.filter { $0.lead == lead }.map(\.name)
            guard !names.isEmpty else { return nil }
            var values = Mark.values(lead.disciplines)
            values["skills"] = names
            values["who"] = lead == .both ? "Both together" : people(lead.disciplines)
            return values
        }
    }

    /// "Dana Reyes, Bright Steps"; the practice where nobody of it is on the team yet.
    private func people(_ disciplines: [Discipline]) -> String {
        let members = plan.team.members.filter { member in member.disciplines.contains { disciplines.contains($0) } }
        let names = members.map { member in
            plan.team.practice(member.practice).map { "\(member.name), \($0.name)" } ?? member.name
        }
        if !names.isEmpty { return names.joined(separator: "; ") }
        let practices = plan.team.practices.filter { practice in
            !practice.disciplines.isDisjoint(with: disciplines)
                && !plan.team.members.contains { $0.practice == practice.id }
        }
        return practices.isEmpty ? "Nobody on the team yet" : practices.map(\.name).joined(separator: "; ")
    }

    private var isOpen: Bool { goal.status == .active || goal.status == .proposed }

    private var uncovered: [Page.Values] {
        guard isOpen else { return [] }
        return goal.split.uncovered(by: plan.team.disciplines).map { discipline in
            var values = Mark.values([discipline])
            let skills = goal.split.standingParts.filter { $0.lead == Lead(discipline) }.count
            let part = skills == 1 ? "1 skill" : "\(skills) skills"
            values["text"] =
                "Nobody on the team does \(discipline.rawValue) yet, and it would lead \(part) of this goal."
            if permit.may(.giveConsent) {
                values["href"] = Address.childPage(permit.child, .newConsent).path
                values["link"] = "Share the plan with \(discipline == .physical ? "a PT" : "an OT") practice"
            } else if !permit.isFamily {
                values["ask"] =
                    "Ask the family to share the record with a practice that does: they find it under Who may see it."
            }
            return values
        }
    }

    // MARK: What the therapists settle

    private var disputed: [Page.Values] {
        goal.split.disputed.compactMap { part in
            guard case .disagreed(let reason, _) = part.reassignments.last?.answer, let last = part.reassignments.last
            else { return nil }
            return [
                "skill": part.name, "wants": last.by.rawValue, "to": last.to.words, "why": last.reason,
                "other": last.by.other.rawValue, "reason": reason, "stays": part.lead.words,
            ]
        }
    }

    /// Proposals that nobody has answered yet.
    var waitingLeads: [Page.Values] {
        goal.split.standingParts.compactMap { part in
            guard let open = part.openReassignment else { return nil }
            return [
                "skill": part.name, "skill_id": part.skill.text, "from": part.lead.words, "to": open.to.words,
                "why": open.reason, "by_letter": open.by.rawValue, "who": plan.name(open.proposed.by),
                "is_mine_to_answer": permit.may(.editPlan) && permit.disciplines.contains(open.by.other)
                    && open.proposed.by != permit.who.account,
                "is_mine": permit.may(.editPlan) && permit.disciplines.contains(open.by),
                "waits_for": open.by.other.rawValue, "leads_href": href(.leads),
            ]
        }
    }

    private var together: [Page.Values] {
        guard isOpen else { return [] }
        return goal.split.coTreatmentProposals(areInOnePractice: plan.team.isInOnePractice).map { proposal in
            [
                "heading": proposal.kind == .treatTogether ? "One visit with both" : "Look at it together",
                "text": proposal.reason,
            ]
        }
    }
}

extension Lead {
    /// "PT", "OT", "PT and OT".
    var words: String { disciplines.map(\.rawValue).joined(separator: " and ") }
}
