import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Who leads which skill. No lead moves by one hand: one therapy proposes, the other agrees or says why not.
extension ChildVisit {
    func leadsPage() async throws -> Response { try await leadsPage(Problems()) }

    func leadsPage(_ problems: Problems) async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        let words = GoalWords(goal, plan, today: today)
        let own = plan.permit.disciplines.first ?? .physical
        var values = words.values
        values.merge([
            "propose_action": words.href(.leads), "agreement_action": words.href(.agreement),
            "disagreement_action": words.href(.disagreement), "withdrawal_action": words.href(.withdrawal),
            "goal_lead_action": words.href(.goalLead),
            "fields": LeadForm.fields(goal.value.split).values(form, problems),
            "goal_lead_fields": [LeadForm.goalLead].values(
                form["goal_lead"] == nil
                    ? FormBody(fields: [("goal_lead", goal.value.split.lead.rawValue)]) : form,
                problems
            ),
            "waiting_leads": words.waitingLeads.map { answered($0, problems) },
            "is_alone": !plan.team.disciplines.contains(own.other), "other": own.other.rawValue,
            "mine_to_withdraw": mineToWithdraw(goal.value, plan.permit),
        ]) { $1 }
        return response(
            "goal-leads",
            title: "Who leads",
            plan.child,
            plan.permit,
            at: .plan,
            values,
            problems: problems
        )
    }

    /// A proposal with what was typed against it, and what is wrong with that.
    private func answered(_ proposal: Page.Values, _ problems: Problems) -> Page.Values {
        guard let skill = proposal["skill_id"] as? String, let problem = problems["why_not-\(skill)"] else {
            return proposal
        }
        return proposal.merging(["error": problem, "typed": form["why_not"] ?? ""]) { $1 }
    }

    /// Proposals of this therapist's discipline, open or refused, that it may take back.
    private func mineToWithdraw(_ goal: Goal, _ permit: Permit) -> [Page.Values] {
        goal.split.standingParts.compactMap { part in
            guard let last = part.reassignments.last, permit.disciplines.contains(last.by),
                part.openReassignment != nil || part.isDisputed
            else { return nil }
            return ["skill": part.name, "skill_id": part.skill.text, "to": last.to.words]
        }
    }

    func proposeLead() async throws -> Response {
        var reader = FormReader(form)
        let reason = reader.text(LeadForm.reason, missing: "Write why, so that the other therapist understands.")
        let lead = form["to"].flatMap(Lead.init(rawValue:))
        if lead == nil { reader.problems.add("to", "Choose who should lead.") }
        guard reader.problems.isEmpty, let lead, let skill = typedSkill else {
            if typedSkill == nil { reader.problems.add("skill", "Choose the skill.") }
            return try await leadsPage(reader.problems)
        }
        let id = try visit.id("goal", of: Goal.self)
        let team = try await look { try $0.plan($1).team.disciplines }
        do {
            try await change { transaction, permit in
                guard let own = permit.disciplines.first else { throw StoreFailure.notFound }
                _ = try transaction.update(id, permit) { goal in
                    try goal.split.reassign(
                        skill,
                        to: lead,
                        reason: reason,
                        by: own,
                        team: team,
                        stamp: permit.stamp
                    )
                }
            }
        } catch let fault as SplitFault {
            let message = fault == .unchanged ? "\(lead.words) leads this skill already." : fault.message
            return try await leadsPage(Problems("split", message))
        }
        return redirect(id)
    }

    func agreeToLead() async throws -> Response {
        try await answer { split, skill, own, stamp in try split.agree(to: skill, by: own, stamp: stamp) }
    }

    func disagreeWithLead() async throws -> Response {
        var reader = FormReader(form)
        let reason = reader.text(LeadForm.whyNot, missing: "Write why not, so that the other therapist understands.")
        if let problem = reader.problems["why_not"] {
            return try await leadsPage(Problems("why_not-\(typedSkill?.text ?? "")", problem))
        }
        return try await answer { split, skill, own, stamp in
            try split.disagree(with: skill, reason: reason, by: own, stamp: stamp)
        }
    }

    func withdrawLead() async throws -> Response {
        try await answer(isOwn: true) { split, skill, own, stamp in
            try split.withdraw(skill, by: own, stamp: stamp)
        }
    }

    func setGoalLead() async throws -> Response {
        guard let lead = form["goal_lead"].flatMap(Lead.init(rawValue:)) else {
            return try await leadsPage(Problems("goal_lead", "Choose who leads the goal."))
        }
        return try await change(.page) { split, _ in split.lead = lead }
    }

    private var typedSkill: Slug<Skill>? {
        form["skill"].flatMap { Slug<Skill>.isWellFormed($0) ? Slug($0) : nil }
    }

    /// Somebody who practices both therapies speaks for the one that is asked: the other one of whoever proposed.
    private func answer(
        isOwn: Bool = false,
        _ body: @escaping @Sendable (inout Split, Slug<Skill>, Discipline, Stamp) throws -> Void
    ) async throws -> Response {
        guard let skill = typedSkill else {
            return try await leadsPage(Problems("split", SplitFault.noSuchSkill.message))
        }
        return try await change(.page) { split, permit in
            let asked = split.part(skill)?.reassignments.last.map { isOwn ? $0.by : $0.by.other }
            guard let own = permit.disciplines.first(where: { $0 == asked }) ?? permit.disciplines.first else {
                throw StoreFailure.notFound
            }
            try body(&split, skill, own, permit.stamp)
        }
    }
}

/// The fields of the page of leads.
enum LeadForm {
    static let reason = Field(
        name: "reason",
        label: "Why",
        kind: .text,
        hint: "The other therapist and the family can read it.",
        most: TextLimit.note
    )
    static let whyNot = Field(name: "why_not", label: "Why not", most: TextLimit.note)
    static let goalLead = Field(
        name: "goal_lead",
        label: "Who leads the goal as a whole",
        kind: .radios(StepForm.leads)
    )

    static func fields(_ split: Split) -> [Field] {
        let skills = split.standingParts.filter { $0.openReassignment == nil }.map {
            Field.Option(value: $0.skill.text, text: "\($0.name) (\($0.lead.words) now)")
        }
        return [
            Field(name: "skill", label: "Skill", kind: .select(skills)),
            Field(name: "to", label: "Who should lead it", kind: .radios(StepForm.leads)), reason,
        ]
    }
}
