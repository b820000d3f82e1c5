import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

struct ReferralStoreTests {
    private static let visit = CalendarDate(year: 2026, month: 9, day: 28)

    private func act(
        _ event: ReferralEvent,
        _ id: ID<Referral>,
        _ town: Town,
        by person: Town.Person,
        version: Int
    ) async throws {
        let practice = person == .omar ? town.handsOn.id : town.brightSteps.id
        try await town.store.change(id, in: practice, by: town.requester(person)) { transaction, permit in
            try transaction.act(TownReferral.act(event, on: Self.visit), permit, version: version, TownReferral.rules)
        }
    }

    private func standing(_ id: ID<Referral>, in store: Store) async throws -> Versioned<Referral> {
        try #require(try await store.database.read { try $0.record(id) })
    }

    @Test(arguments: TestHome.both)
    func `Accepting makes the care team, and the guardians are told`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            try await act(.send, id, town, by: .dana, version: 1)
            let before = try await store.database.read { try $0.facts(of: town.maya.id) }
            #expect(!before.care.contains { $0.practice == town.handsOn.id })
            try await act(.accept, id, town, by: .omar, version: 2)
            let facts = try await store.database.read { try $0.facts(of: town.maya.id) }
            let care = try #require(facts.care.first { $0.practice == town.handsOn.id })
            #expect(care.therapists == [town.account(.omar)])
            let consent = try #require(facts.consents.first { $0.id == care.consent })
            #expect(consent.scope == Set(Consent.Scope.allCases))
            let letters = try await store.waitingLetters()
            #expect(letters.contains { $0.mail.recipient == "ana@example.org" && $0.mail.subject.contains("treats") })
            #expect(letters.contains { $0.mail.recipient == "ben@example.org" })
            #expect(letters.contains { $0.mail.recipient == "dana@example.org" })
        }
    }

    @Test(arguments: TestHome.both)
    func `Without notes in the family's yes, accepting shares what was agreed and begins no care`(
        _ home: TestHome
    ) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let draft = try TownReferral.draft(town, to: .practice(town.handsOn.id), scope: [.contact])
            try await store.change(by: .program) { try $0.insert(draft) }
            try await act(.send, draft.id, town, by: .dana, version: 1)
            try await act(.accept, draft.id, town, by: .omar, version: 2)
            let facts = try await store.database.read { try $0.facts(of: town.maya.id) }
            #expect(!facts.care.contains { $0.practice == town.handsOn.id })
            #expect(facts.consents.contains { $0.scope == [.contact] && $0.practice == town.handsOn.id })
        }
    }

    @Test(arguments: TestHome.both)
    func `Two people act at once: one wins, the other is told and sees both`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            try await act(.send, id, town, by: .dana, version: 1)
            async let accepted = outcome { try await act(.accept, id, town, by: .omar, version: 2) }
            async let cancelled = outcome { try await act(.askToCancel, id, town, by: .dana, version: 2) }
            var conflicts = 0
            for result in await [accepted, cancelled] {
                if case .conflict(let kind, _, let current)? = result as? StoreFailure {
                    #expect(kind == "referral" && current == 3)
                    conflicts += 1
                } else {
                    #expect(result == nil)
                }
            }
            #expect(conflicts == 1)
            let standing = try await standing(id, in: store)
            #expect(standing.version == 3)
            #expect(standing.value.steps.count == 2, "one of the two, once")
        }
    }

    private func outcome(_ body: @Sendable () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch { return error }
    }

    @Test(arguments: TestHome.both)
    func `Of two who change a draft one wins, and another request takes the family's yes back`(
        _ home: TestHome
    ) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            func rewrite(_ person: Town.Person, version: Int, _ change: @escaping @Sendable (inout Referral) -> Void)
                async throws
            {
                try await store.change(town.maya.id, .sendReferral, by: town.requester(person)) {
                    try $0.rewrite(id, version: version, $1, change)
                }
            }
            try await rewrite(.dana, version: 1) { $0.order = DoctorsOrder(need: .no) }
            #expect(try await standing(id, in: store).value.consent.given != nil, "the yes is not about the order")
            await #expect(throws: StoreFailure.conflict(kind: "referral", id: id.text, current: 2)) {
                try await rewrite(.fay, version: 1) { $0.request = "Zips." }
            }
            try await rewrite(.fay, version: 2) { $0.request = "Zips." }
            let changed = try await standing(id, in: store).value
            #expect(changed.request == "Zips." && changed.consent == .none && changed.order.need == .no)
            await #expect(throws: StoreFailure.notFound) { try await rewrite(.omar, version: 3) { $0.request = "" } }
            try await store.change(by: .program) { try $0.insert(TownReferral.draft(town, to: changed.to)) }
            await #expect(throws: ReferralFault.noConsent) { try await act(.send, id, town, by: .dana, version: 3) }
        }
    }

    @Test(arguments: TestHome.both)
    func `Once it is sent, its text stays as it went out`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            try await act(.send, id, town, by: .dana, version: 1)
            await #expect(throws: ReferralFault.notFromHere(.received)) {
                try await store.change(town.maya.id, .sendReferral, by: town.requester(.dana)) {
                    try $0.rewrite(id, version: 2, $1) { $0.request = "Something else" }
                }
            }
        }
    }

    @Test(arguments: TestHome.both)
    func `The child's timeline tells of a referral from the sending on, a partner's steps by its name`(
        _ home: TestHome
    ) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let made = try await TownReferral(in: town)
            let measures = try MeasureRegistry(TestStore.rule("measures.txt"))
            func timeline(_ person: Town.Person) async throws -> [TimelineEntry] {
                try await store.look(at: town.maya.id, .seePlan, by: town.requester(person)) {
                    try $0.timeline($1, measures: measures).entries
                }
            }
            #expect(try await timeline(.dana).isEmpty, "a draft is nobody's news")
            let draft = try TownReferral.draft(town, to: made.partner.recipient)
            let bright = ReferralClock(practice: town.brightSteps.id)
            var sent = draft
            let events: [(ReferralEvent, ReferralHand)] = [
                (.send, .person(town.account(.dana), .sender)), (.accept, .link), (.interimNote, .link),
                (.outcome, .link),
            ]
            for (event, hand) in events {
                clock.advance(by: .hours(1))
                let act = TownReferral.act(event, on: Self.visit)
                try sent.apply(act, by: hand, table: TownReferral.table, clock: bright, at: clock.now)
            }
            let referral = sent
            try await store.change(by: .program) { try $0.insert(referral) }
            for person in [Town.Person.dana, .ana] {
                let entries = try await timeline(person)
                let told = entries.compactMap { entry -> ReferralHappening? in
                    guard case .referral(let happening, referral.id, .occupational, _, "Little Hands OT") = entry.event
                    else { return nil }
                    return happening
                }
                #expect(told == [.reported, .seen, .accepted, .sent])
                #expect(entries.map(\.by) == [nil, nil, nil, town.account(.dana)])
            }
        }
    }

    @Test(arguments: TestHome.both)
    func `Pressed twice is sent once`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            try await act(.send, id, town, by: .dana, version: 1)
            await #expect(throws: StoreFailure.self) { try await act(.send, id, town, by: .dana, version: 1) }
            let letters = try await store.waitingLetters().filter { $0.mail.recipient == "omar@example.org" }
            #expect(letters.count == 1)
        }
    }

    @Test(arguments: TestHome.both)
    func `The other side sees no draft, and strangers see nothing`(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let id = try await TownReferral(in: town).referral.id
            func look(_ person: Town.Person, _ practice: Practice) async throws -> ReferralSide {
                try await store.look(at: id, in: practice.id, by: town.requester(person)) { $1.side }
            }
            #expect(try await look(.fay, town.brightSteps) == .sender)
            await #expect(throws: StoreFailure.notFound) { _ = try await look(.omar, town.handsOn) }
            await #expect(throws: StoreFailure.notFound) { _ = try await look(.omar, town.brightSteps) }
            await #expect(throws: StoreFailure.notFound) { _ = try await look(.adam, town.brightSteps) }
            await #expect(throws: StoreFailure.notFound) { _ = try await look(.ana, town.brightSteps) }
            try await act(.send, id, town, by: .dana, version: 1)
            #expect(try await look(.omar, town.handsOn) == .recipient)
            try await store.trail.flush(to: store.database)
            let looks = try await store.database.read {
                try $0.looks(at: town.maya.id, before: nil) { CalendarDate(utc: $0) }
            }
            #expect(looks.diary.days.flatMap(\.entries).contains { $0.ground == "referral" && $0.verb == .looked })
        }
    }

    @Test(arguments: TestHome.both)
    func `Random walks of the store and of the rules come to the same`(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let bright = ReferralClock(practice: town.brightSteps.id)
            var random = SplitMix(seed: 20_260_921)
            for _ in 0..<12 {
                var model = try TownReferral.draft(town, to: .practice(town.handsOn.id))
                let draft = model
                try await store.change(by: .program) { try $0.insert(draft) }
                for _ in 0..<25 {
                    clock.advance(by: .hours(Int(random.next() % 90)))
                    let version = try await standing(model.id, in: store).version
                    let isSender = random.next() % 3 == 0 || model.state == .draft
                    let person: Town.Person = isSender ? .dana : .omar
                    let event = ReferralEvent.allCases[Int(random.next() % UInt64(ReferralEvent.allCases.count))]
                    var next = model
                    let fault = result {
                        try next.apply(
                            TownReferral.act(event, on: Self.visit),
                            by: .person(town.account(person), isSender ? .sender : .recipient),
                            table: TownReferral.table,
                            clock: bright,
                            at: clock.now
                        )
                    }
                    let id = model.id
                    let refused = await outcome {
                        try await act(event, id, town, by: person, version: version)
                    }
                    #expect((fault as? ReferralFault) == (refused as? ReferralFault))
                    #expect((fault == nil) == (refused == nil), "\(event): \(String(describing: refused))")
                    if fault == nil { model = next }
                    let kept = try await standing(model.id, in: store)
                    #expect(kept.value == model)
                }
                try await holds(model, in: store)
            }
        }
    }

    private func result(_ body: () throws -> Void) -> (any Error)? {
        do {
            try body()
            return nil
        } catch { return error }
    }

    /// The columns say what the value says.
    private func holds(_ referral: Referral, in store: Store) async throws {
        let row = try await store.database.read {
            try $0.row(
                "SELECT state, owner, is_open, lost_reason, due_at FROM referral WHERE id = $1",
                [.text(referral.id.text)]
            )
        }
        let columns = try #require(row)
        #expect(try columns.text("state") == referral.state.rawValue)
        #expect(try columns.optionalText("owner") == referral.owner?.rawValue)
        #expect(try columns.flag("is_open") == referral.isOpen)
        #expect(try columns.optionalText("lost_reason") == referral.lostReason?.rawValue)
        #expect(try columns.optionalInteger("due_at") == (referral.isOpen ? referral.due.microseconds : nil))
    }
}

/// Chance that is the same in every run.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
