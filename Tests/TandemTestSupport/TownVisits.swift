package import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Maya's visits in the town: four Tuesdays with Dana at 9:00, the second of them cancelled; a place on the waiting list of Bright
/// Steps, and a time on Thursday that is offered to it; and a visit together that Hands On proposes.
package struct TownVisits: Sendable {
    package let series: Appointment
    /// In addresses: of the visit that was cancelled.
    package let cancelled = 2
    package let entry: ID<WaitingEntry>
    package let offer: SlotOffer
    package let joint: JointAppointment

    package init(in town: Town) async throws {
        let (store, effects) = (town.store, town.store.effects)
        let (dana, practice, child) = (town.account(.dana), town.brightSteps.id, town.maya.id)
        let stamp = Stamp(by: dana, at: effects.now())
        let content = TownTime.content(
            dana,
            TownTime.tuesday,
            9,
            recurrence: Recurrence(weekdays: [1], end: .count(4))
        )
        series = try await store.change(child, .schedule, by: town.requester(.dana)) { transaction, permit in
            let made = try transaction.book(content, permit)
            let away = Occurrence.Cancellation(by: .family, why: .cannotCome, stamp: permit.stamp)
            try transaction.cancel(made.id, TownTime.tuesday.adding(days: 7), away, permit)
            return made
        }
        let waiting = WaitingEntry(
            id: effects.id(),
            practice: practice,
            child: child,
            content: .init(discipline: .physical, shortNotice: true),
            since: effects.today(),
            made: stamp
        )
        entry = waiting.id
        let slot = OpenSlot(
            practice: practice,
            therapist: dana,
            discipline: .physical,
            zone: .utc,
            span: Span(Instant(startOf: TownTime.tuesday.adding(days: 2)) + .hours(10), minutes: 45)
        )
        let proposed = JointAppointment(
            id: effects.id(),
            child: child,
            proposing: .init(practice: town.handsOn.id, therapist: town.account(.omar), discipline: .occupational),
            asked: .init(practice: practice, therapist: dana, discipline: .physical),
            span: Span(Instant(startOf: TownTime.tuesday.adding(days: 3)) + .hours(10), minutes: 45),
            place: .clinic,
            whereabouts: "",
            proposed: stamp
        )
        joint = proposed
        offer = try await store.change(by: .program) { transaction in
            try transaction.wait(waiting)
            try transaction.insert(proposed)
            return try transaction.offer(
                slot,
                to: [waiting.id],
                for: .hours(2),
                by: stamp,
                telling: Letter(subject: "A time has come free", body: "")
            )
        }
    }
}
