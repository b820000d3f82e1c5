package import TandemCare
package import TandemCatalog
import TandemDatabase
package import TandemStore

/// The town's calendars: Dana and Omar work on weekdays from 8:00 to 12:00, Hands On treats Maya too, and Maya comes to Dana on
/// Tuesdays at 9:00.
package struct TownTime: Sendable {
    package let town: Town
    /// Tuesday, September 22, 2026, and the three Tuesdays after it.
    package let series: Appointment
    package let partner: TeamMember

    package static let tuesday = CalendarDate(year: 2026, month: 9, day: 22)

    package init(in town: Town) async throws {
        let store = town.store
        let (dana, omar) = (town.account(.dana), town.account(.omar))
        let blocks = (0...4).compactMap { weekday in
            TimeOfDay(hour: 8, minute: 0).flatMap { from in
                TimeOfDay(hour: 12, minute: 0).map { WorkingHours.Block(weekday: weekday, from: from, to: $0) }
            }
        }
        try await store.change(by: .program) { transaction in
            for (therapist, practice) in [(dana, town.brightSteps), (omar, town.handsOn)] {
                try transaction.setHours(of: therapist, in: practice.id, blocks, daysOff: [], version: 0)
            }
            for care in try transaction.connection.facts(of: town.maya.id).care
            where care.practice == town.brightSteps.id {
                try transaction.update(care.id) { $0.therapists.insert(dana) }
            }
            try transaction.insert(
                CareRelationship(
                    id: transaction.effects.id(),
                    child: town.maya.id,
                    practice: town.handsOn.id,
                    therapists: [omar],
                    since: transaction.now,
                    consent: town.consent.id
                )
            )
            try transaction.relist(town.maya.id)
        }
        self.town = town
        let content = Self.content(dana, Self.tuesday, 9, recurrence: Recurrence(weekdays: [1], end: .count(4)))
        series = try await store.change(town.maya.id, .schedule, by: town.requester(.dana)) {
            try $0.book(content, $1)
        }
        let partners = try await store.look(at: town.maya.id, .schedule, by: town.requester(.dana)) {
            try $0.jointPartners($1)
        }
        guard let partner = partners.first else { throw StoreFailure.notFound }
        self.partner = partner
    }

    package static func content(
        _ therapist: ID<Account>,
        _ day: CalendarDate,
        _ hour: Int,
        minutes: Int = 45,
        discipline: Discipline = .physical,
        recurrence: Recurrence? = nil
    ) -> Appointment.Content {
        Appointment.Content(
            therapists: [therapist],
            discipline: discipline,
            first: day,
            at: TimeOfDay(hour: hour, minute: 0) ?? .midnight,
            minutes: minutes,
            recurrence: recurrence
        )
    }
}
