import TandemCare
import TandemCatalog
import Testing

/// The harmonised table of BSeR and 360X, written down here a second time, so that the file cannot drift.
private let rows: [(Int, ReferralSide, String, String, String, String)] = [
    (1, .sender, "send", "draft", "received", "2.0"),
    (2, .recipient, "accept", "received", "accepted", "3.0"),
    (3, .recipient, "decline", "received", "rejected", "4.0"),
    (4, .sender, "ask to cancel", "received", "cancellation requested", "5.2"),
    (5, .recipient, "decline", "accepted", "rejected", "4.0"),
    (6, .recipient, "schedule", "accepted", "scheduled", "5.1.1"),
    (7, .sender, "ask to cancel", "accepted", "cancellation requested", "5.2"),
    (8, .recipient, "interim note", "accepted", "visit done", "5.1.4"),
    (9, .recipient, "outcome", "accepted", "completed", "7.0"),
    (10, .recipient, "decline", "scheduled", "rejected", "4.0"),
    (11, .recipient, "reschedule", "scheduled", "scheduled", "5.1.1"),
    (12, .recipient, "no-show", "scheduled", "unattended", "5.1.2"),
    (13, .recipient, "visit cancelled", "scheduled", "visit cancelled", "5.1.3"),
    (14, .sender, "ask to cancel", "scheduled", "cancellation requested", "5.2"),
    (15, .recipient, "interim note", "scheduled", "visit done", "5.1.4"),
    (16, .recipient, "outcome", "scheduled", "completed", "7.0"),
    (17, .recipient, "decline", "unattended", "rejected", "4.0"),
    (18, .recipient, "reschedule", "unattended", "scheduled", "5.1.1"),
    (19, .recipient, "visit cancelled", "unattended", "visit cancelled", "5.1.3"),
    (20, .sender, "ask to cancel", "unattended", "cancellation requested", "5.2"),
    (21, .recipient, "schedule", "visit cancelled", "scheduled", "5.1.1"),
    (22, .sender, "ask to cancel", "visit cancelled", "cancellation requested", "5.2"),
    (23, .recipient, "confirm cancel", "cancellation requested", "cancelled", "6.0"),
    (24, .recipient, "outcome", "cancellation requested", "completed", "7.0"),
    (25, .recipient, "decline", "visit done", "rejected", "4.0"),
    (26, .recipient, "schedule", "visit done", "scheduled", "5.1.1"),
    (27, .recipient, "visit cancelled", "visit done", "visit cancelled", "5.1.3"),
    (28, .sender, "ask to cancel", "visit done", "cancellation requested", "5.2"),
    (29, .recipient, "interim note", "visit done", "visit done", "5.1.4"),
    (30, .recipient, "outcome", "visit done", "completed", "7.0"),
    (31, .recipient, "schedule untold", "accepted", "active", "5.1"),
    (32, .recipient, "interim untold", "accepted", "active", "5.1"),
    (33, .recipient, "decline", "active", "rejected", "4.0"),
    (34, .sender, "ask to cancel", "active", "cancellation requested", "5.2"),
]

/// What the table above says happens, by name alone: `nil` where nothing does.
private func expected(_ event: String, by side: ReferralSide, from state: String) -> String? {
    rows.first { $0.1 == side && $0.2 == event && $0.3 == state }?.4
}

struct ReferralTableTests {
    private let table = ReferralFixture.table

    @Test func `The file holds the 34 moves, number by number`() {
        #expect(table.moves.count == rows.count)
        for row in rows {
            let move = table.moves.first { $0.number == row.0 }
            #expect(move?.side == row.1, "\(row)")
            #expect(move?.event.rawValue == row.2, "\(row)")
            #expect(move?.from.rawValue == row.3, "\(row)")
            #expect(move?.to.rawValue == row.4, "\(row)")
            #expect(move?.status == row.5, "\(row)")
        }
    }

    @Test func `Every open state has an owner, and words for the clinic and the family; no closed one has`() {
        for state in ReferralState.allCases {
            let words = table.words(state)
            #expect((words.owner == nil) == state.isTerminal, "\(state)")
            #expect((words.clock == nil) == state.isTerminal, "\(state)")
            #expect(!words.line.isEmpty && !words.clinic.isEmpty && !words.family.isEmpty, "\(state)")
            let isOwnersMove = words.owner.map { owner in !table.events(from: state, by: owner).isEmpty }
            #expect(isOwnersMove ?? true, "\(state): whose turn it is can do something")
        }
    }

    /// Every sequence of up to six events, of either side. One that is refused leaves everything as it was, so that what may come
    /// after it is what may come without it.
    @Test func `Every sequence of six events goes where the table says, and nothing is lost on the way`() throws {
        var walked = 0
        var reached: Set<ReferralState> = [.draft]
        func walk(_ referral: Referral, depth: Int) throws {
            for event in ReferralEvent.allCases {
                for side in ReferralSide.allCases {
                    let to = expected(event.rawValue, by: side, from: referral.state.rawValue)
                    var next = referral
                    let fault = apply(event, by: side, to: &next)
                    walked += 1
                    guard let to else {
                        #expect(fault != nil, "\(event) by \(side) from \(referral.state)")
                        #expect(next == referral)
                        continue
                    }
                    #expect(fault == nil, "\(event) by \(side) from \(referral.state)")
                    #expect(next.state.rawValue == to)
                    #expect(next.steps.count == referral.steps.count + 1)
                    #expect(Array(next.steps.prefix(referral.steps.count)) == referral.steps, "no step is lost")
                    hold(next)
                    reached.insert(next.state)
                    if depth > 1 { try walk(next, depth: depth - 1) }
                }
            }
        }
        try walk(ReferralFixture.draft(), depth: 6)
        #expect(reached == Set(ReferralState.allCases))
        #expect(walked > 1500)
    }

    /// What must be true of every referral, however it came to be.
    private func hold(_ referral: Referral) {
        if referral.isOpen {
            #expect(referral.owner == table.owner(referral.state) && referral.owner != nil)
            #expect(referral.moments.closed == nil)
        } else {
            #expect(referral.owner == nil)
            #expect(referral.moments.closed != nil)
            let isReported = referral.state == .completed && referral.report != nil
            #expect(isReported || referral.lostReason != nil, "closed means reported or explained")
        }
        #expect(referral.moments.sent != nil, "what moved was sent")
    }

    private func apply(_ event: ReferralEvent, by side: ReferralSide, to referral: inout Referral) -> ReferralFault? {
        do {
            try referral.apply(
                ReferralFixture.act(event, on: CalendarDate(year: 2026, month: 9, day: 25)),
                by: .person(ReferralFixture.account, side),
                table: table,
                clock: ReferralFixture.clock,
                at: referral.waits.since + .hours(1)
            )
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("01  sender    | send            | draft                  | received               | 2.0", ""),
        ("owner     sender\nclock     answer\nclinic    {sender} finishes", "clinic    {sender} finishes"),
        ("| rejected               | 4.0\n04", "| nowhere | 4.0\n04"),
    ])
    func `A file with a fault is refused`(_ change: (String, String)) {
        let text = PlanFixture.rule("referral-states.txt")
        let broken = text.replacing(change.0, with: change.1)
        #expect(broken != text)
        #expect(throws: RuleFault.self) { try ReferralTable(broken) }
    }
}
