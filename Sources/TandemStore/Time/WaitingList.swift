package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// One who waits, with the child where there is a record.
package struct WaitingChild: Sendable {
    package let entry: Versioned<WaitingEntry>
    package let child: Child?

    /// Whom the list names.
    package var name: String { child?.fullName ?? entry.value.content.name }
}

extension Connection {
    /// Those who wait, longest first. A child who is no longer in care is not named, and not in the list.
    package func waitingList(of practice: ID<Practice>) throws -> [WaitingChild] {
        let entries = try records(
            WaitingEntry.self,
            where: "practice = $1 AND waiting = 1 ORDER BY since, id",
            [.text(practice.text)]
        )
        let listed = try listed(entries.compactMap(\.value.child), in: practice).filter(\.isInCare)
        let children = Dictionary(listed.map { ($0.child.id, $0.child) }, uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry in
            guard let id = entry.value.child else { return WaitingChild(entry: entry, child: nil) }
            return children[id].map { WaitingChild(entry: entry, child: $0) }
        }
    }

    /// Those who wait now, and those who left the list on a day or later; each as numbers count it, longest first.
    ///
    /// - Parameter day: the day of a moment.
    package func waitingFigures(
        of practice: ID<Practice>,
        since first: CalendarDate,
        day: (Instant) -> CalendarDate
    ) throws -> [WaitingFigure] {
        let now = try waitingList(of: practice).map { WaitingFigure($0.entry.value, day: day) }
        let left = try records(
            WaitingEntry.self,
            where: "practice = $1 AND waiting = 0 ORDER BY since, id",
            [.text(practice.text)]
        )
        return now
            + left.map { WaitingFigure($0.value, day: day) }.filter { figure in
                figure.left.map { $0.on >= first } ?? false
            }
    }

    package func waitingCount(of practice: ID<Practice>) throws -> Int {
        let row = try row(
            "SELECT COUNT(*) AS number FROM waiting_entry WHERE practice = $1 AND waiting = 1",
            [.text(practice.text)]
        )
        return Int(try row?.integer("number") ?? 0)
    }

    /// One of the practice's entries.
    package func waiting(_ id: ID<WaitingEntry>, in practice: ID<Practice>) throws -> Versioned<WaitingEntry> {
        guard let entry = try record(id), entry.value.practice == practice else { throw StoreFailure.notFound }
        return entry
    }

    /// Offers of a practice whose time is still to come, soonest first.
    package func offers(of practice: ID<Practice>, at now: Instant) throws -> [Versioned<SlotOffer>] {
        try records(
            SlotOffer.self,
            where: "practice = $1 AND starts_at > $2 ORDER BY starts_at, id",
            [.text(practice.text), .integer(now.microseconds)]
        )
    }

    /// An offer as the family of one child sees it; `nil` where it does not ask this child.
    package func offer(_ id: ID<SlotOffer>, _ permit: Permit) throws -> (SlotOffer, SlotOffer.Invited)? {
        guard let offer = try record(id)?.value else { return nil }
        let children = try ids(joinedInto: permit.child)
        return offer.to.first { children.contains($0.child) }.map { (offer, $0) }
    }

    /// Names of those whom an offer asks and who are in care still.
    package func waitingNames(_ offer: SlotOffer, in practice: ID<Practice>) throws -> [ID<Child>: String] {
        let listed = try listed(offer.to.map(\.child), in: practice).filter(\.isInCare)
        return Dictionary(listed.map { ($0.child.id, $0.child.fullName) }, uniquingKeysWith: { first, _ in first })
    }

    package func offer(_ id: ID<SlotOffer>, in practice: ID<Practice>) throws -> Versioned<SlotOffer> {
        guard let offer = try record(id), offer.value.slot.practice == practice else { throw StoreFailure.notFound }
        return offer
    }
}

/// Waiting, and short-notice times.
extension Transaction {
    package func wait(_ entry: WaitingEntry) throws {
        if let child = entry.child { try checkCare(child, in: entry.practice) }
        try insert(entry)
    }

    /// - Parameter version: the version that the writer read.
    package func edit(
        _ id: ID<WaitingEntry>,
        _ content: WaitingEntry.Content,
        version: Int,
        in practice: ID<Practice>
    ) throws {
        var entry = try connection.waiting(id, in: practice).value
        guard entry.isWaiting else { throw StoreFailure.notFound }
        entry.content = content
        try replace(entry, version: version)
    }

    package func takeOff(_ id: ID<WaitingEntry>, in practice: ID<Practice>, by stamp: Stamp) throws {
        _ = try connection.waiting(id, in: practice)
        try update(id) { $0.takeOff(by: stamp) }
    }

    /// Offers a time to some who wait, and holds it.
    ///
    /// - Throws: `ScheduleFault.taken` where it is no longer free; `StoreFailure.notFound` for entries that it does not suit.
    @discardableResult
    package func offer(
        _ slot: OpenSlot,
        to entries: [ID<WaitingEntry>],
        for hold: Duration,
        by stamp: Stamp,
        telling letter: Letter
    ) throws -> SlotOffer {
        let asked = try entries.map { try connection.waiting($0, in: slot.practice).value }.fitting(slot)
        let invited = asked.compactMap { entry in
            entry.child.map { SlotOffer.Invited(entry: entry.id, child: $0, minutes: entry.content.minutes) }
        }
        guard !invited.isEmpty, invited.count == Set(entries).count else { throw StoreFailure.notFound }
        try connection.lock("time of \(slot.therapist.text)")
        guard try connection.taken(slot.therapist, within: slot.span, at: now).isEmpty else {
            throw ScheduleFault.taken(slot.therapist, days: [slot.rules.day(slot.span.start)])
        }
        let offer = SlotOffer(id: effects.id(), slot: slot, to: invited, until: now + hold, made: stamp)
        try insert(offer)
        for one in Set(invited.map(\.child)).sorted() {
            try checkCare(one, in: slot.practice)
            try connection.send(
                "INSERT INTO slot_offer_child (offer, child) VALUES ($1, $2)",
                [.text(offer.id.text), .text(one.text)]
            )
            try tellGuardians(try connection.facts(of: one), letter)
        }
        return offer
    }

    package func withdrawOffer(_ id: ID<SlotOffer>, in practice: ID<Practice>, by stamp: Stamp) throws {
        _ = try connection.offer(id, in: practice)
        try update(id) { try $0.withdraw(by: stamp) }
    }

    /// A family says yes.
    ///
    /// - Parameters:
    ///   - letter: tells the others that the time is gone.
    /// - Throws: `SlotOffer.Fault.gone` where somebody said yes first, `.over`.
    package func acceptOffer(_ id: ID<SlotOffer>, telling letter: Letter, _ permit: Permit) throws {
        guard let offer = try connection.record(id)?.value else { throw StoreFailure.notFound }
        let children = try connection.ids(joinedInto: permit.child)
        guard let entry = offer.to.first(where: { children.contains($0.child) })?.entry else {
            throw StoreFailure.notFound
        }
        try accept(id, entry, by: permit.stamp, telling: letter)
    }

    /// The front desk writes down a yes that came by phone.
    package func acceptOffer(
        _ id: ID<SlotOffer>,
        for entry: ID<WaitingEntry>,
        in practice: ID<Practice>,
        by stamp: Stamp,
        telling letter: Letter
    ) throws {
        _ = try connection.offer(id, in: practice)
        try accept(id, entry, by: stamp, telling: letter)
    }

    private func accept(
        _ id: ID<SlotOffer>,
        _ entry: ID<WaitingEntry>,
        by stamp: Stamp,
        telling letter: Letter
    ) throws {
        var accepted: SlotOffer.Invited?
        let offer = try update(id) { accepted = try $0.accept(entry, by: stamp) }.value
        guard let accepted else { throw SlotOffer.Fault.gone }
        try checkCare(accepted.child, in: offer.slot.practice)
        let wall = offer.slot.rules.wall(offer.slot.span.start)
        let appointment = Appointment(
            id: effects.id(),
            practice: offer.slot.practice,
            child: accepted.child,
            zone: offer.slot.rules,
            content: Appointment.Content(
                therapists: [offer.slot.therapist],
                discipline: offer.slot.discipline,
                first: wall.day,
                at: wall.time,
                minutes: accepted.minutes,
                place: offer.slot.place,
                whereabouts: offer.slot.whereabouts
            ),
            made: stamp
        )
        try put(appointment, offer: id)
        try update(entry) { $0.place(by: stamp) }
        for other in Set(offer.to.map(\.child)).subtracting([accepted.child]).sorted() {
            try tellGuardians(try connection.facts(of: other), letter)
        }
    }

    /// - Throws: `StoreFailure.notFound` for a child whom the practice does not treat now.
    private func checkCare(_ child: ID<Child>, in practice: ID<Practice>) throws {
        let kept = try connection.kept(insteadOf: child) ?? child
        let facts = try connection.facts(of: kept)
        guard facts.care.contains(where: { $0.practice == practice && facts.holds($0, at: now) }) else {
            throw StoreFailure.notFound
        }
    }
}
