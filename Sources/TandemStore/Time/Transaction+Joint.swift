package import TandemCare
import TandemCatalog
package import TandemDatabase

/// Visits with two practices. Only for a child whom both treat, only with therapists of the child's team, and only what both
/// have free is ever told.
extension Connection {
    /// Therapists of other practices on the child's team, with whom a visit together can be.
    package func jointPartners(_ permit: Permit) throws -> [TeamMember] {
        guard let own = permit.ground.practice else { return [] }
        return try therapists(permit).filter { $0.practice != own }
    }

    /// Own therapists on the child's team.
    package func jointSelves(_ permit: Permit) throws -> [TeamMember] {
        guard let own = permit.ground.practice else { return [] }
        return try therapists(permit).filter { $0.practice == own }
    }

    /// Times that both have free.
    ///
    /// - Throws: `StoreFailure.notFound` where one of the two is not on the team, or the other practice does not treat the child.
    package func jointTimes(
        _ own: ID<Account>,
        with partner: TeamMember,
        minutes: Int,
        zone standard: ZoneRules,
        _ permit: Permit
    ) throws -> [Instant] {
        let (mine, theirs, zone) = try jointFree(own, with: partner, zone: standard, permit)
        guard JointSlots.lengths.contains(minutes) else { throw StoreFailure.notFound }
        return JointSlots.times(mine, theirs, minutes: minutes, in: zone)
    }

    func jointFree(
        _ own: ID<Account>,
        with partner: TeamMember,
        zone standard: ZoneRules,
        _ permit: Permit
    ) throws -> (FreeTime, FreeTime, ZoneRules) {
        guard let practice = permit.ground.practice,
            try jointSelves(permit).contains(where: { $0.account == own }),
            try jointPartners(permit).contains(partner)
        else { throw StoreFailure.notFound }
        let zone = try self.zone(of: practice) ?? standard
        let days = JointSlots.days(from: permit.now, in: zone)
        return (
            try free(own, in: practice, on: days, zone: zone, at: permit.now),
            try free(
                partner.account,
                in: partner.practice,
                on: days,
                zone: try self.zone(of: partner.practice) ?? standard,
                at: permit.now
            ), zone
        )
    }

    /// Of every practice that treats the child now.
    private func therapists(_ permit: Permit) throws -> [TeamMember] {
        let treating = permit.facts.care.filter { permit.facts.holds($0, at: permit.now) }.map(\.practice)
        return try rows(
            """
            SELECT t.account, t.practice, a.name, m.roles FROM child_team t JOIN account a ON a.id = t.account
            JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
            WHERE t.child = $1 ORDER BY a.name, t.account
            """,
            [.text(permit.child.text)]
        ).compactMap(TeamMember.init).filter { treating.contains($0.practice) && !$0.disciplines.isEmpty }
    }
}

extension Transaction {
    /// Proposes a visit and holds the time in the proposing practice's calendar.
    ///
    /// - Throws: `ScheduleFault.gone` where the time is no longer common; nothing is saved then.
    @discardableResult
    package func proposeJoint(
        _ own: ID<Account>,
        with partner: TeamMember,
        start: Instant,
        minutes: Int,
        place: Appointment.Place,
        whereabouts: String,
        telling letter: Letter,
        _ permit: Permit
    ) throws -> JointAppointment {
        guard JointSlots.lengths.contains(minutes), let practice = permit.ground.practice,
            let mine = try connection.jointSelves(permit).first(where: { $0.account == own })?.disciplines.first,
            let theirs = partner.disciplines.first
        else { throw StoreFailure.notFound }
        for name in [own.text, partner.account.text, permit.child.text].sorted() {
            try connection.lock("time of \(name)")
        }
        let span = Span(start, minutes: minutes)
        let (free, partnersFree, zone) = try connection.jointFree(own, with: partner, zone: effects.zone, permit)
        // Only what was shown can be asked for: nobody feels out a calendar by proposing.
        guard JointSlots.times(free, partnersFree, minutes: minutes, in: zone).contains(start) else {
            throw ScheduleFault.gone
        }
        let joint = JointAppointment(
            id: effects.id(),
            child: permit.child,
            proposing: .init(practice: practice, therapist: own, discipline: mine),
            asked: .init(practice: partner.practice, therapist: partner.account, discipline: theirs),
            span: span,
            place: place,
            whereabouts: whereabouts,
            proposed: permit.stamp
        )
        try insert(joint)
        try put(appointment(joint, joint.proposing, zone, permit))
        try tell(partner.account, letter)
        return joint
    }

    /// The asked practice says yes, and has it in its calendar; or no, and the proposing one is free again.
    ///
    /// - Throws: `ScheduleFault.gone` where the time was taken meanwhile; `JointAppointment.Fault`.
    package func answerJoint(
        _ id: ID<JointAppointment>,
        yes: Bool,
        telling letter: Letter,
        _ permit: Permit
    ) throws {
        let joint = try connection.part(id, permit).value
        guard joint.asked.practice == permit.ground.practice else { throw StoreFailure.notFound }
        if yes {
            try update(id) { try $0.confirm(by: permit.stamp) }
            do {
                try put(appointment(joint, joint.asked, try zone(of: joint.asked.practice), permit))
            } catch ScheduleFault.taken, ScheduleFault.childBusy {
                throw ScheduleFault.gone
            }
        } else {
            try update(id) { try $0.decline(by: permit.stamp) }
            try release(joint, permit)
        }
        try tell(joint.proposing.therapist, letter)
    }

    private func appointment(
        _ joint: JointAppointment,
        _ side: JointAppointment.Side,
        _ zone: ZoneRules,
        _ permit: Permit
    ) -> Appointment {
        Appointment(
            id: effects.id(),
            practice: side.practice,
            child: joint.child,
            zone: zone,
            content: joint.content(side, in: zone),
            joint: joint.id,
            made: permit.stamp
        )
    }

    /// Takes the time that was held out of the proposing practice's calendar.
    private func release(_ joint: JointAppointment, _ permit: Permit) throws {
        let held = try connection.records(
            Appointment.self,
            where: "joint = $1 AND practice = $2",
            [.text(joint.id.text), .text(joint.proposing.practice.text)]
        )
        for appointment in held {
            let away = Occurrence.Cancellation(by: .practice, why: .cannotCome, stamp: permit.stamp)
            let changed = try update(appointment.value.id) { $0.cancel(from: $0.content.first, away) }
            try list(changed.value)
        }
    }
}
