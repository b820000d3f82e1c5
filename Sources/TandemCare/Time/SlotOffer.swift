package import TandemCatalog

/// A time that came free at short notice.
package struct OpenSlot: Sendable, Hashable, Codable {
    package let practice: ID<Practice>
    package let therapist: ID<Account>
    package let discipline: Discipline
    package let zone: String
    package let span: Span
    package let place: Appointment.Place
    package let whereabouts: String

    package init(
        practice: ID<Practice>,
        therapist: ID<Account>,
        discipline: Discipline,
        zone: ZoneRules,
        span: Span,
        place: Appointment.Place = .clinic,
        whereabouts: String = ""
    ) {
        self.practice = practice
        self.therapist = therapist
        self.discipline = discipline
        self.zone = zone.name
        self.span = span
        self.place = place
        self.whereabouts = whereabouts
    }

    package var rules: ZoneRules { ZoneRules.named(zone) ?? .utc }
}

/// A short-notice time that is offered to some who wait. Nobody else can have it while the offer holds; the first yes wins.
package struct SlotOffer: Sendable, Hashable, Codable {
    package let id: ID<SlotOffer>
    package let slot: OpenSlot
    /// In order of waiting.
    package let to: [Invited]
    /// The first moment at which it no longer holds.
    package let until: Instant
    package let made: Stamp
    package private(set) var state: State

    /// One who is asked.
    package struct Invited: Sendable, Hashable, Codable {
        package let entry: ID<WaitingEntry>
        package let child: ID<Child>
        package let minutes: Int

        package init(entry: ID<WaitingEntry>, child: ID<Child>, minutes: Int) {
            self.entry = entry
            self.child = child
            self.minutes = minutes
        }
    }

    package enum State: Sendable, Hashable, Codable {
        case open
        case taken(ID<WaitingEntry>, Stamp)
        case withdrawn(Stamp)

        package var word: String {
            switch self {
            case .open: "open"
            case .taken: "taken"
            case .withdrawn: "withdrawn"
            }
        }
    }

    package enum Fault: Error, Sendable, Hashable {
        /// Somebody else said yes first, or the practice took it back.
        case gone
        /// The time to answer is over.
        case over
    }

    /// How long an offer can hold.
    package static let holds: [Duration] = [.hours(1), .hours(2), .hours(4), .hours(24)]

    package init(id: ID<SlotOffer>, slot: OpenSlot, to: [Invited], until: Instant, made: Stamp) {
        self.id = id
        self.slot = slot
        self.to = to
        self.until = min(until, slot.span.start)
        self.made = made
        state = .open
    }

    package func isOpen(at now: Instant) -> Bool { state == .open && until > now }

    /// - Returns: who said yes.
    package mutating func accept(_ entry: ID<WaitingEntry>, by stamp: Stamp) throws(Fault) -> Invited {
        guard let invited = to.first(where: { $0.entry == entry }), state == .open else { throw .gone }
        guard until > stamp.at else { throw .over }
        state = .taken(entry, stamp)
        return invited
    }

    package mutating func withdraw(by stamp: Stamp) throws(Fault) {
        guard state == .open else { throw .gone }
        state = .withdrawn(stamp)
    }
}
