package import TandemCare
package import TandemCatalog
import TandemDatabase

/// Writing plans of care. Each of these lists anew what is due, in the same transaction.
extension Transaction {
    /// Begins a plan of care, or goes on with the one that this therapist has begun already: nobody has two drafts of one therapy.
    ///
    /// - Parameters:
    ///   - replaced: the signed plan that the new one is to take the place of.
    ///   - content: what the draft begins with, made from the plan as it stands now.
    /// - Throws: `StoreFailure.notFound` for somebody who does not practice the therapy here, and for another practice's plan.
    package func beginPlanOfCare(
        _ discipline: Discipline,
        replacing replaced: ID<PlanOfCare>?,
        rules: [PayerRules],
        _ permit: Permit,
        content: (ChildPlan, PlanOfCare?) -> PlanOfCare.Content
    ) throws -> ID<PlanOfCare> {
        guard let practice = permit.ground.practice, permit.disciplines.contains(discipline) else {
            throw StoreFailure.notFound
        }
        let own = try connection.parts(PlanOfCare.self, permit).map(\.value).filter {
            $0.practice == practice && $0.discipline == discipline
        }
        if let draft = own.last(where: { !$0.isSigned && $0.therapist == permit.who.account }) { return draft.id }
        let old = try replaced.map { id in
            guard let old = own.first(where: { $0.id == id && $0.isSigned }) else { throw StoreFailure.notFound }
            return old
        }
        let plan = PlanOfCare(
            id: effects.id(),
            child: permit.child,
            practice: practice,
            discipline: discipline,
            therapist: permit.who.account,
            replaces: old?.id,
            content: content(try connection.plan(permit), old)
        )
        try insert(plan)
        try listDues(of: plan, rules)
        return plan.id
    }

    /// Saves a draft.
    ///
    /// - Throws: `StoreFailure.conflict` where it was saved since, `PlanOfCare.Fault` where a rule says no.
    package func editPlanOfCare(
        _ id: ID<PlanOfCare>,
        _ content: PlanOfCare.Content,
        version: Int,
        rules: [PayerRules],
        _ permit: Permit
    ) throws {
        var plan = try connection.ownPlanOfCare(id, permit).value
        try plan.edit(content, by: permit.who.account)
        try replace(plan, version: version)
        try listDues(of: plan, rules)
    }

    /// Signs the version that the therapist read; the plan that it takes the place of asks for nothing any more.
    package func signPlanOfCare(
        _ id: ID<PlanOfCare>,
        as name: String,
        version: Int,
        rules: [PayerRules],
        _ permit: Permit
    ) throws {
        var plan = try connection.ownPlanOfCare(id, permit).value
        try plan.sign(as: name, stamp: permit.stamp)
        try replace(plan, version: version)
        try listDues(of: plan, rules)
        for older in try connection.parts(PlanOfCare.self, permit).map(\.value)
        where older.practice == plan.practice && older.discipline == plan.discipline && older.id < plan.id {
            try listDues(of: older, rules)
        }
    }

    /// Adds what came in or went out. Papers are added, never changed, so no version is asked for.
    package func add(_ paper: Paper, to id: ID<PlanOfCare>, rules: [PayerRules], _ permit: Permit) throws {
        _ = try connection.ownPlanOfCare(id, permit)
        let plan = try update(id) { try $0.add(paper) }
        try listDues(of: plan.value, rules)
    }

    private func listDues(of plan: PlanOfCare, _ rules: [PayerRules]) throws {
        try listDues(of: plan, rules: rules.first { $0.id == plan.content.payer })
    }
}

extension Connection {
    /// A plan of care that somebody may read: drafts are for their practice only.
    package func planOfCare(_ id: ID<PlanOfCare>, _ permit: Permit) throws -> Versioned<PlanOfCare> {
        let plan = try part(id, permit)
        guard plan.value.isVisible(permit) else { throw StoreFailure.notFound }
        return plan
    }

    /// All plans of care that somebody may read, oldest first.
    package func plansOfCare(_ permit: Permit) throws -> [Versioned<PlanOfCare>] {
        try parts(PlanOfCare.self, permit).filter { $0.value.isVisible(permit) }
    }

    /// A plan of care of the practice that somebody works in.
    fileprivate func ownPlanOfCare(_ id: ID<PlanOfCare>, _ permit: Permit) throws -> Versioned<PlanOfCare> {
        let plan = try part(id, permit)
        guard plan.value.practice == permit.ground.practice else { throw StoreFailure.notFound }
        return plan
    }
}

extension PlanOfCare {
    fileprivate func isVisible(_ permit: Permit) -> Bool { isSigned || practice == permit.ground.practice }
}
