import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Inquiries in the store")
struct InquiryStoreTests {
    private func letters(_ town: Town, _ token: Token? = nil) -> InquiryLetters {
        InquiryLetters(
            family: Letter(subject: "Your letter", body: "news"),
            token: token ?? Token(town.store.effects),
            practice: Letter(subject: "A family waits", body: "sign in")
        )
    }

    private func outbox(_ store: Store) async throws -> [String] {
        try await store.database.read { connection in
            try connection.rows("SELECT recipient FROM outbox ORDER BY id").map { try $0.text("recipient") }
        }
    }

    @Test(
        "A family's letter is there at once, for the practice and by the link, and both are told",
        arguments: TestHome.both
    )
    func written(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let inquiry = try SmallInquiry.make(store.effects, to: town.brightSteps.id)
            let token = Token(store.effects)
            try await store.write(inquiry, token, letters: letters(town, token))
            #expect(try await store.inquiries(with: token)?.map(\.value) == [inquiry])
            #expect(try await outbox(store).sorted() == ["fay@example.org", "rosa@example.org"])
            let waiting = try await store.look(in: town.brightSteps.id, .seeInquiries, by: town.requester(.fay)) {
                try $0.inquiries(.waiting, of: town.brightSteps.id, count: 10).map(\.value.id)
            }
            #expect(waiting == [inquiry.id])
        }
    }

    @Test("A link opens for 90 days, and a wrong one opens nothing", arguments: TestHome.both)
    func links(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let token = Token(store.effects)
            let inquiry = try SmallInquiry.make(store.effects, to: town.brightSteps.id)
            try await store.write(inquiry, token, letters: letters(town, token))
            #expect(try await store.inquiries(with: Token(store.effects)) == nil)
            clock.advance(by: .days(89))
            #expect(try await store.inquiries(with: token) != nil)
            clock.advance(by: .days(2))
            #expect(try await store.inquiries(with: token) == nil)
        }
    }

    @Test("Another practice, a stranger and the administrator find nothing there", arguments: TestHome.both)
    func others(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let inquiry = try SmallInquiry.make(store.effects, to: town.brightSteps.id)
            try await store.write(inquiry, Token(store.effects), letters: letters(town))
            let id = inquiry.id
            for (person, practice) in [
                (Town.Person.omar, town.handsOn.id), (.omar, town.brightSteps.id), (.adam, town.brightSteps.id),
                (.ana, town.brightSteps.id),
            ] {
                await #expect(throws: StoreFailure.notFound) {
                    try await store.lookAtInquiry(id, in: practice, by: town.requester(person)) { $1.version }
                }
                await #expect(throws: StoreFailure.notFound) {
                    try await store.changeInquiry(
                        id,
                        in: practice,
                        by: town.requester(person),
                        telling: letters(town)
                    ) { inquiry, effects in
                        try inquiry.answer("x", by: Stamp(by: town.account(person), at: effects.now()))
                        return nil
                    }
                }
            }
        }
    }

    @Test("Passed on with the family's yes, the other practice has it, by the same link", arguments: TestHome.both)
    func passedOn(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let inquiry = try SmallInquiry.make(store.effects, to: town.brightSteps.id)
            let token = Token(store.effects)
            try await store.write(inquiry, token, letters: letters(town, token))
            let fay = town.account(.fay)
            let other = InquiryPassing(name: "Hands On", phone: "", place: "", practice: town.handsOn.id)
            try await store.changeInquiry(
                inquiry.id,
                in: town.brightSteps.id,
                by: town.requester(.fay),
                telling: letters(town)
            ) { inquiry, effects in
                try inquiry.ask(toPassTo: other, "", by: Stamp(by: fay, at: effects.now()))
                return nil
            }
            try await store.changeInquiry(with: token, telling: letters(town)) { inquiry, effects in
                try inquiry.decide(true, by: nil, at: effects.now(), id: effects.id())
            }
            let all = try #require(try await store.inquiries(with: token)).map(\.value)
            #expect(all.map(\.practice) == [town.brightSteps.id, town.handsOn.id])
            #expect(all.map(\.state) == [.passedOn, .waiting])
            let seen = try await store.lookAtInquiry(all[1].id, in: town.handsOn.id, by: town.requester(.omar)) {
                $1.value.shared
            }
            #expect(seen == inquiry.shared)
        }
    }

    @Test("Taken on once: the record begins with the family's words, whoever presses twice", arguments: TestHome.both)
    func takenOn(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let inquiry = try SmallInquiry.make(store.effects, to: town.brightSteps.id)
            try await store.write(inquiry, Token(store.effects), letters: letters(town))
            let form = try IntakeForm(
                """
                section  worries  Worries
                ask  worries  text  What worries you most?
                """
            )
            let take: @Sendable () async throws -> ID<Child> = {
                try await store.takeOn(
                    inquiry.id,
                    as: NewChild(
                        givenName: "Lila",
                        familyName: "Diaz",
                        preferredName: "",
                        birthDate: CalendarDate(year: 2022, month: 5, day: 3),
                        language: "English",
                        needsInterpreter: false,
                        home: nil
                    ),
                    home: HomeDetails(name: "Home", contact: "Rosa Diaz", phone: "555", email: "", address: ""),
                    in: town.brightSteps.id,
                    by: town.requester(.dana),
                    therapists: [town.account(.dana)],
                    intake: form.sections.first.map { ($0, ["worries": "She falls over."]) },
                    inviting: (Token(store.effects), Letter(subject: "Join", body: "link"))
                )
            }
            let child = try await take()
            await #expect(throws: Inquiry.Fault.over) { try await take() }
            let overview = try await store.look(at: child, .seeChild, by: town.requester(.dana)) { try $0.overview($1) }
            #expect(overview.intake?.value.answers == ["worries": "She falls over."])
            #expect(overview.households.map(\.value.contact) == ["Rosa Diaz"])
            let invited = try await store.database.read { [now = store.effects.now()] in
                try $0.openInvitations(toFamilyOf: child, at: now).map(\.email)
            }
            #expect(invited == ["rosa@example.org"])
            let children = try await store.database.read { connection in
                try connection.rows("SELECT id FROM child").count
            }
            #expect(children == 3, "the one that failed left nothing behind")
        }
    }
}
