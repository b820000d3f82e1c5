import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Links that work once")
struct TicketTests {
    private static let letter = Letter(subject: "Hello", body: "https://example.org/link")

    private func practice(_ store: Store) -> Practice {
        Practice(id: store.effects.id(), name: "Bright Steps", disciplines: [.physical])
    }

    @Test("A new practice has an administrator, who comes in by its link", arguments: TestHome.both)
    func createPractice(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let practice = practice(store)
            let token = try await store.createPractice(practice, administrator: ("Dana", "Dana@Example.org"))
            let ticket = try #require(try await store.ticket(token))
            #expect(ticket.practice == practice)
            #expect(ticket.account?.name == "Dana")
            #expect(!ticket.hasPassword)
            let account = try await store.acceptInvitation(
                token,
                name: "Dana Reyes",
                passwordHash: "hash",
                telling: Self.letter
            )
            let session = try await store.beginSession(for: account, stage: .full, replacing: nil)
            let found = try #require(try await store.session(session))
            #expect(found.account.name == "Dana Reyes")
            #expect(found.memberships.map(\.roles) == [[.administrator]])
            #expect(try await store.credential(email: " dana@EXAMPLE.org ")?.passwordHash == "hash")
        }
    }

    @Test("Of many who use one link at once, one gets in", arguments: TestHome.both)
    func onceOnly(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let token = try await store.createPractice(practice(store), administrator: ("Dana", "dana@example.org"))
            let won = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        (try? await store.acceptInvitation(
                            token,
                            name: "Dana",
                            passwordHash: "hash \(number)",
                            telling: Self.letter
                        )) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(won == 1)
            await #expect(throws: StoreFailure.notFound) {
                try await store.acceptInvitation(token, name: "Dana", passwordHash: "late", telling: Self.letter)
            }
        }
    }

    @Test("A link is over when its time is over, to the microsecond", arguments: TestHome.both)
    func expires(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let token = try await store.createPractice(practice(store), administrator: ("Dana", "dana@example.org"))
            clock.advance(by: .days(7) - .microseconds(1))
            #expect(try await store.ticket(token) != nil)
            clock.advance(by: .microseconds(1))
            #expect(try await store.ticket(token) == nil)
            await #expect(throws: StoreFailure.notFound) {
                try await store.acceptInvitation(token, name: "Dana", passwordHash: "late", telling: Self.letter)
            }
        }
    }

    @Test("The database holds no token that opens anything", arguments: TestHome.both)
    func hashed(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let token = try await store.createPractice(practice(store), administrator: ("Dana", "dana@example.org"))
            let rows = try await store.database.read { try $0.rows("SELECT * FROM ticket") }
            #expect(rows.count == 1)
            #expect(!"\(rows)".contains(token.text))
            #expect(Token(try rows[0].text("token_hash")) == nil)
        }
    }

    @Test("A second invitation of the same person makes the first link stop", arguments: TestHome.both)
    func newerWins(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let practice = practice(store)
            _ = try await store.createPractice(practice, administrator: ("Dana", "dana@example.org"))
            let (first, second) = (Token(store.effects), Token(store.effects))
            for (token, email) in [(first, "ot@example.org"), (second, "OT@example.org")] {
                try await store.change(by: .program) {
                    let invitation = PracticeInvitation(
                        practice: practice.id,
                        email: email,
                        roles: [.occupationalTherapist]
                    )
                    try $0.invite(invitation, token, Self.letter)
                }
            }
            #expect(try await store.ticket(first) == nil)
            #expect(try await store.ticket(second) != nil)
            let now = store.effects.now()
            let open = try await store.database.read { try $0.openInvitations(to: practice.id, at: now).map(\.0.email) }
            #expect(Set(open) == ["OT@example.org", "dana@example.org"])
            try await store.change(by: .program) {
                try $0.withdrawInvitation(to: practice.id, email: "ot@example.org")
            }
            #expect(try await store.ticket(second) == nil)
        }
    }

    @Test("Somebody with an account joins with it, and cannot be made anew", arguments: TestHome.both)
    func existing(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let first = try await store.createPractice(practice(store), administrator: ("Dana", "dana@example.org"))
            let account = try await store.acceptInvitation(
                first,
                name: "Dana",
                passwordHash: "hash",
                telling: Self.letter
            )
            let second = try await store.createPractice(practice(store), administrator: ("D.", "dana@example.org"))
            await #expect(throws: StoreFailure.self) {
                try await store.acceptInvitation(second, name: "X", passwordHash: "stolen", telling: Self.letter)
            }
            #expect(try await store.credential(of: account).passwordHash == "hash")
            try await store.acceptInvitation(second, as: account, telling: Self.letter)
            let token = try await store.beginSession(for: account, stage: .full, replacing: nil)
            #expect(try await store.session(token)?.memberships.count == 2)
        }
    }

    @Test("Who joins a family is told to those who decide for the child", arguments: TestHome.both)
    func family(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let family = try await SmallFamily(in: store)
            let token = Token(store.effects)
            let invitation = FamilyInvitation(
                child: family.child.id,
                household: family.household.id,
                email: "granddad@example.org",
                relation: "granddad",
                mayConsent: false
            )
            _ = try await store.change(family.child.id, .inviteFamily, by: family.mother) { transaction, _ in
                try transaction.invite(invitation, token, Self.letter)
            }
            let told = Letter(subject: "Somebody has joined", body: "")
            let account = try await store.acceptInvitation(token, name: "Luis", passwordHash: "hash", telling: told)
            let ties = try await store.database.read { try $0.facts(of: family.child.id).ties }
            let tie = try #require(ties.first { $0.account == account })
            #expect(tie.relation == "granddad" && !tie.mayConsent && tie.household == family.household.id)
            let letters = try await store.waitingLetters().map { "\($0.mail.recipient): \($0.mail.subject)" }
            #expect(Set(letters) == ["granddad@example.org: Hello", "mother@example.org: Somebody has joined"])
            #expect(letters.count == 2)
        }
    }
}
