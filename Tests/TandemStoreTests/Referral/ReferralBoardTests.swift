import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

struct ReferralBoardTests {
    @Test(arguments: TestHome.both)
    func `The board puts what waits longest first, counts everything and shows some`(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            var first: ID<Referral>?
            for _ in 0..<25 {
                let draft = try TownReferral.draft(town, to: .practice(town.handsOn.id))
                first = first ?? draft.id
                try await store.change(by: .program) { try $0.insert(draft) }
                try await store.change(draft.id, in: town.brightSteps.id, by: town.requester(.dana)) {
                    try $0.act(ReferralAct(.send), $1, version: 1, TownReferral.rules)
                }
                clock.advance(by: .hours(3))
            }
            let now = clock.now
            let (sent, received, counts, theirs) = try await store.database.read { connection in
                (
                    try connection.referralBoard(of: town.brightSteps.id, .sender, table: TownReferral.table, at: now),
                    try connection.referralBoard(of: town.handsOn.id, .recipient, table: TownReferral.table, at: now),
                    try connection.referralCounts(of: town.brightSteps.id, table: TownReferral.table, at: now),
                    try connection.referralCounts(of: town.handsOn.id, table: TownReferral.table, at: now)
                )
            }
            for board in [sent, received] {
                let column = try #require(board.columns.first { $0.name == "Waiting for an answer" })
                #expect(column.count == 25)
                #expect(column.overdue == 2, "sent 75 and 72 hours ago")
                #expect(column.cards.count == 20)
                #expect(column.cards.first?.id == first)
                #expect(
                    column.cards.map { $0.due?.microseconds ?? 0 }
                        == column.cards.map { $0.due?.microseconds ?? 0 }.sorted()
                )
            }
            #expect(sent.columns.contains { $0.name == "Being written" })
            #expect(!received.columns.contains { $0.name == "Being written" })
            #expect(sent.columns.first { !$0.cards.isEmpty }?.cards.first?.other == "Hands On")
            #expect(received.columns.first { !$0.cards.isEmpty }?.cards.first?.other == "Bright Steps")
            #expect(counts.waiting == 0 && counts.overdue == 2)
            #expect(theirs.waiting == 25 && theirs.overdue == 2)
        }
    }

    @Test(arguments: TestHome.both)
    func `Whose turn it is gets one letter a day; at the alarm the sender hears too`(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            try await store.change(id, in: town.brightSteps.id, by: town.requester(.dana)) {
                try $0.act(ReferralAct(.send), $1, version: 1, TownReferral.rules)
            }
            func remind() async throws -> Int {
                try await store.remindOfReferrals { count, _ in Letter(subject: "\(count)", body: "") }
            }
            #expect(try await remind() == 0)
            clock.advance(by: .days(3))
            #expect(try await remind() == 1)
            #expect(try await remind() == 0, "once a day")
            #expect(try await store.waitingLetters().last?.mail.recipient == "omar@example.org")
            clock.advance(by: .days(4))
            // The test's calendar stands still, so only who was not written to today hears.
            #expect(try await remind() == 1)
            #expect(try await store.waitingLetters().last?.mail.recipient == "dana@example.org")
        }
    }

    @Test(arguments: TestHome.both)
    func `A declined one goes on to the next partner with the yes that covers it`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let world = try await TownReferral(in: town)
            let id = world.referral.id
            func dana<Value: Sendable>(
                _ body: @escaping @Sendable (Transaction, ReferralPermit) throws -> Value
            ) async throws -> Value {
                try await store.change(id, in: town.brightSteps.id, by: town.requester(.dana), body)
            }
            try await dana { _ = try $0.act(ReferralAct(.send), $1, version: 1, TownReferral.rules) }
            await #expect(throws: StoreFailure.self) {
                try await dana { _ = try $0.goOn(to: .partner(world.partner.id), $1) }
            }
            try await store.change(id, in: town.handsOn.id, by: town.requester(.omar)) {
                try $0.act(ReferralAct(.decline, reason: .noRoom), $1, version: 2, TownReferral.rules)
            }
            let next = try await dana { try $0.goOn(to: .partner(world.partner.id), $1).value }
            #expect(next.thread == id && next.continues == id && next.consent.given != nil)
            #expect(next.package == world.referral.package)
            await #expect(throws: StoreFailure.self) {
                try await dana { _ = try $0.goOn(to: .partner(world.partner.id), $1) }
            }
        }
    }
}
