package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// A child's visits at all practices, as one person may see them.
package struct ChildSchedule: Sendable {
    package let permit: Permit
    package let child: Child
    /// By start.
    package let visits: [PlannedVisit]
    /// Proposals and answers of visits with two practices that are still to come.
    package let joints: [JointAppointment]
    /// Short-notice times that the family is asked about, for those who may answer.
    package let offers: [Versioned<SlotOffer>]
    package let practices: [ID<Practice>: String]
    package let people: [ID<Account>: String]
    /// The therapies of those who treat.
    package let disciplines: [ID<Account>: Set<Discipline>]
    /// The clock of the practice that looks; `nil` for family, and where it settled none.
    package let zone: ZoneRules?

    package func name(_ account: ID<Account>) -> String { people[account] ?? "Somebody" }
}

extension Connection {
    /// - Parameter span: visits that begin in it.
    package func schedule(_ permit: Permit, within span: Span) throws -> ChildSchedule {
        guard let child = try record(permit.child)?.value else { throw StoreFailure.notFound }
        let rows = try rows(
            """
            SELECT DISTINCT appointment, rule_day, child FROM occurrence
            WHERE child = $1 AND starts_at >= $2 AND starts_at < $3
            """,
            [.text(child.id.text), .integer(span.start.microseconds), .integer(span.end.microseconds)]
        )
        let visits = try planned(rows).onceTogether(preferring: permit.ground.practice)
        let joints = try parts(
            JointAppointment.self,
            permit,
            "AND starts_at > $2 ORDER BY starts_at, id",
            [.integer(permit.now.microseconds)]
        ).map(\.value)
        let offers = permit.may(.answerOffer) ? try openOffers(permit) : []
        let partners = visits.compactMap(\.joint).flatMap { [$0.proposing, $0.asked] }
        let places =
            visits.map(\.appointment.practice) + partners.map(\.practice)
            + joints.flatMap { [$0.proposing.practice, $0.asked.practice] }
        let people =
            visits.flatMap(\.visit.therapists) + joints.flatMap { [$0.proposing.therapist, $0.asked.therapist] }
        return ChildSchedule(
            permit: permit,
            child: child,
            visits: visits,
            joints: joints,
            offers: offers,
            practices: try names(of: Set(places + offers.map(\.value.slot.practice))),
            people: try names(of: Set(people + offers.map(\.value.slot.therapist))),
            disciplines: try disciplines(of: Set(people)),
            zone: try permit.ground.practice.flatMap { try zone(of: $0) }
        )
    }

    private func disciplines(of accounts: Set<ID<Account>>) throws -> [ID<Account>: Set<Discipline>] {
        let memberships = try gather(accounts.map(\.text).sorted()) { list, values in
            try records(Membership.self, where: "account IN (\(list)) AND ended_at IS NULL", values).map(\.value)
        }
        return memberships.reduce(into: [:]) { found, membership in
            found[membership.account, default: []].formUnion(membership.roles.compactMap(\.discipline))
        }
    }

    /// Short-notice times that hold, and that this child is asked about.
    func openOffers(_ permit: Permit) throws -> [Versioned<SlotOffer>] {
        try records(
            SlotOffer.self,
            where: """
                id IN (SELECT offer FROM slot_offer_child WHERE child IN (\(joinedSQL)))
                AND state = 'open' AND until_at > $2 ORDER BY starts_at, id
                """,
            [.text(permit.child.text), .integer(permit.now.microseconds)]
        )
    }
}

extension [PlannedVisit] {
    /// A visit that two practices have agreed on stands in both calendars; a child's schedule holds it once, as the half of the
    /// practice that looks, else of the one that proposed it.
    fileprivate func onceTogether(preferring own: ID<Practice>?) -> [PlannedVisit] {
        filter { planned in
            guard let joint = planned.joint, case .confirmed = joint.state else { return true }
            let kept = own.flatMap { joint.side(of: $0)?.practice } ?? joint.proposing.practice
            let practice = planned.appointment.practice
            return practice == kept || !contains { $0.joint?.id == joint.id && $0.appointment.practice == kept }
        }
    }
}
