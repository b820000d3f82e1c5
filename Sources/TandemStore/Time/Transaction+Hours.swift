package import TandemCare
import TandemCatalog
import TandemDatabase

/// Hours and the clock of a practice.
extension Transaction {
    /// - Parameter version: the version that the writer read; 0 where there was none.
    /// - Throws: `StoreFailure.conflict`; `.notFound` for somebody who is no therapist of the practice.
    package func setHours(
        of therapist: ID<Account>,
        in practice: ID<Practice>,
        _ blocks: [WorkingHours.Block],
        daysOff: [WorkingHours.DaysOff],
        version: Int
    ) throws {
        let people = try connection.people(of: practice)
        guard people.contains(where: { $0.account == therapist && $0.isTherapist }) else {
            throw StoreFailure.notFound
        }
        try connection.lock("hours of \(therapist.text) in \(practice.text)")
        if let standing = try connection.hours(of: therapist, in: practice) {
            var hours = standing.value
            hours.set(blocks, daysOff: daysOff)
            try replace(hours, version: version)
        } else {
            try insert(
                WorkingHours(
                    id: effects.id(),
                    practice: practice,
                    therapist: therapist,
                    blocks: blocks,
                    daysOff: daysOff
                )
            )
        }
    }

    /// Visits that are planned stay at the moments they were planned for; new ones go by the new clock.
    package func setZone(_ zone: ZoneRules, of practice: ID<Practice>) throws {
        try connection.lock("clock of \(practice.text)")
        guard let standing = try connection.record(practice.of(PracticeClock.self)) else {
            if zone != effects.zone { try insert(PracticeClock(practice: practice, zone: zone)) }
            return
        }
        guard standing.value.rules != zone else { return }
        var clock = standing.value
        clock.zone = zone.name
        try replace(clock, version: standing.version)
    }
}
