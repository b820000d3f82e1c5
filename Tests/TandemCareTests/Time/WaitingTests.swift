import TandemCare
import TandemCatalog
import Testing

struct WaitingTests {
    private typealias Make = TimeFixture

    private func entry(
        _ number: UInt8,
        since: String = "2026-09-01",
        shortNotice: Bool = true,
        minutes: Int = 45,
        _ wishes: WaitingEntry.Wishes = .init()
    ) -> WaitingEntry {
        WaitingEntry(
            id: Make.id(number),
            practice: Make.id(4),
            child: Make.id(number),
            content: .init(discipline: .physical, wishes: wishes, minutes: minutes, shortNotice: shortNotice),
            since: Make.day(since),
            made: Make.stamp
        )
    }

    /// Tuesday, half past three, for 45 minutes.
    private var slot: OpenSlot {
        OpenSlot(
            practice: Make.id(4),
            therapist: Make.id(2),
            discipline: .physical,
            zone: Make.chicago,
            span: Span(Make.at("2026-10-20", "15:30"), minutes: 45)
        )
    }

    private func offer(_ numbers: [UInt8]) -> SlotOffer {
        SlotOffer(
            id: Make.id(1),
            slot: slot,
            to: numbers.map { .init(entry: Make.id($0), child: Make.id($0), minutes: 45) },
            until: Make.stamp.at + .hours(2),
            made: Make.stamp
        )
    }

    @Test("Those are asked whom the time suits, in order of waiting")
    func fitting() {
        let list = [
            entry(11, since: "2026-09-03"), entry(12, since: "2026-09-01"), entry(13, shortNotice: false),
            entry(14, minutes: 60), entry(15, .init(weekdays: [0])), entry(16, .init(from: Make.time("16:00"))),
            entry(17, .init(to: Make.time("16:00"))),
            entry(18, since: "2026-09-02", .init(weekdays: [1], from: Make.time("15:00"), to: Make.time("16:15"))),
        ]
        #expect(list.fitting(slot).map(\.id) == [Make.id(12), Make.id(18), Make.id(11)])
    }

    @Test("The first yes wins, and the others are told that it is gone")
    func firstYes() throws {
        var offer = offer([11, 12])
        let yes = try offer.accept(Make.id(12), by: Make.stamp)
        #expect(yes.child == Make.id(12))
        #expect(throws: SlotOffer.Fault.gone) { try offer.accept(Make.id(11), by: Make.stamp) }
        #expect(throws: SlotOffer.Fault.gone) { try offer.withdraw(by: Make.stamp) }
    }

    @Test("An offer holds until its time, and never longer than until the visit")
    func over() {
        var offer = offer([11])
        let late = Stamp(by: Make.stamp.by, at: Make.stamp.at + .hours(2))
        #expect(offer.isOpen(at: Make.stamp.at))
        #expect(!offer.isOpen(at: late.at))
        #expect(throws: SlotOffer.Fault.over) { try offer.accept(Make.id(11), by: late) }
        #expect(throws: SlotOffer.Fault.gone) { try offer.accept(Make.id(99), by: Make.stamp) }
        let long = SlotOffer(
            id: Make.id(1),
            slot: slot,
            to: [],
            until: slot.span.start + .hours(5),
            made: Make.stamp
        )
        #expect(long.until == slot.span.start)
    }

    @Test("Somebody without a record is on the list with a name and a way to reach them")
    func unknown() {
        let entry = WaitingEntry(
            id: Make.id(1),
            practice: Make.id(4),
            child: nil,
            content: .init(discipline: .physical, minutes: 5),
            since: Make.day("2026-10-02"),
            made: Make.stamp
        )
        #expect(entry.remarks(today: Make.day("2026-10-01")).map(\.place) == ["name", "reach", "minutes", "since"])
    }
}
