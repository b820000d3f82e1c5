import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("What people sign in with")
struct CredentialTests {
    private static let letter = Letter(subject: "Changed", body: "")

    @Test("A new password ends the other sessions and the links sent before", arguments: TestHome.both)
    func password(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            let here = try await store.beginSession(for: account, stage: .full, replacing: nil)
            let there = try await store.beginSession(for: account, stage: .full, replacing: nil)
            let link = Token(store.effects)
            try await store.sendPasswordLink(email: "Mother@example.org", link, Self.letter)
            try await store.setPassword(of: account, hash: "new", sparing: here, telling: Self.letter)
            #expect(try await store.session(here) != nil)
            #expect(try await store.session(there) == nil)
            await #expect(throws: StoreFailure.notFound) {
                _ = try await store.setPassword(with: link, hash: "late", telling: Self.letter)
            }
            #expect(try await store.credential(of: account).passwordHash == "new")
        }
    }

    @Test("A link for a new password works once, for an hour, and ends all sessions", arguments: TestHome.both)
    func link(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let account = try await SmallFamily(in: store).mother.account
            let session = try await store.beginSession(for: account, stage: .full, replacing: nil)
            let (first, late) = (Token(store.effects), Token(store.effects))
            try await store.sendPasswordLink(email: "mother@example.org", first, Self.letter)
            #expect(try await store.setPassword(with: first, hash: "new", telling: Self.letter) == account)
            #expect(try await store.session(session) == nil)
            await #expect(throws: StoreFailure.notFound) {
                _ = try await store.setPassword(with: first, hash: "again", telling: Self.letter)
            }
            try await store.sendPasswordLink(email: "mother@example.org", late, Self.letter)
            clock.advance(by: .hours(1))
            await #expect(throws: StoreFailure.notFound) {
                _ = try await store.setPassword(with: late, hash: "late", telling: Self.letter)
            }
        }
    }

    @Test("Asking for a link for nobody sends nothing, and writes as much", arguments: TestHome.both)
    func nobody(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let token = Token(store.effects)
            let before = store.database.commits
            try await store.sendPasswordLink(email: "nobody@example.org", token, Self.letter)
            #expect(store.database.commits == before + 1)
            #expect(try await store.waitingLetters().isEmpty)
            #expect(try await store.ticket(token) == nil)
        }
    }

    @Test("Old passwords and secrets are kept nowhere", arguments: TestHome.both)
    func noHistory(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            let token = try await store.beginSession(for: account, stage: .full, replacing: nil)
            for hash in ["first hash", "second hash"] {
                try await store.setPassword(of: account, hash: hash, sparing: token, telling: Self.letter)
            }
            try await store.setName("Ana N.", of: account, version: 1)
            let kept = try await store.database.read { try $0.rows("SELECT body FROM history") }
            #expect(!kept.isEmpty)
            #expect(!"\(kept)".contains("hash"))
        }
    }

    @Test("A code's time step and a recovery code work once", arguments: TestHome.both)
    func once(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            func turnOn() async throws {
                try await store.turnOnSecondFactor(
                    of: account,
                    secret: "ABC",
                    step: 100,
                    recoveryCodes: ["one", "two"],
                    telling: Self.letter
                )
            }
            try await turnOn()
            #expect(try await store.credential(of: account).secondFactor == "ABC")
            await #expect(throws: StoreFailure.self) { try await turnOn() }
            #expect(try await !store.useStep(100, of: account))
            #expect(try await !store.useStep(99, of: account))
            #expect(try await store.useStep(101, of: account))
            #expect(try await !store.useStep(101, of: account))
            #expect(try await store.useRecoveryCode("one", of: account))
            #expect(try await !store.useRecoveryCode("one", of: account))
            #expect(try await !store.useRecoveryCode("three", of: account))
            #expect(try await store.recoveryCodesLeft(of: account) == 1)
            try await store.removeSecondFactor(email: "mother@example.org")
            #expect(try await store.credential(of: account).secondFactor == nil)
            #expect(try await store.recoveryCodesLeft(of: account) == 0)
        }
    }

    @Test("A new email counts once its link was opened; the old address is told", arguments: TestHome.both)
    func email(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            let (token, taken) = (Token(store.effects), Token(store.effects))
            try await store.sendEmailLink(to: "pt@example.org", of: account, taken, Self.letter)
            #expect(try await store.waitingLetters().isEmpty, "the email of somebody else")
            try await store.sendEmailLink(to: "ana@example.org", of: account, token, Self.letter)
            #expect(try await store.credential(email: "ana@example.org") == nil)
            try await store.confirmEmail(with: token, telling: Self.letter)
            #expect(try await store.credential(email: "ana@example.org")?.account == account)
            #expect(try await store.credential(email: "mother@example.org") == nil)
            let letters = try await store.waitingLetters().map(\.mail.recipient)
            #expect(letters.sorted() == ["ana@example.org", "mother@example.org"])
            await #expect(throws: StoreFailure.notFound) {
                try await store.confirmEmail(with: token, telling: Self.letter)
            }
        }
    }

    @Test("The sweep takes out what is long over, and nothing else", arguments: TestHome.both)
    func sweep(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let account = try await SmallFamily(in: store).mother.account
            _ = try await store.beginSession(for: account, stage: .full, replacing: nil)
            try await store.sendPasswordLink(email: "mother@example.org", Token(store.effects), Self.letter)
            clock.advance(by: .days(40))
            let token = try await store.beginSession(for: account, stage: .full, replacing: nil)
            try await store.sweep()
            let counts = try await store.database.read { connection in
                try ["session", "ticket", "outbox"].map {
                    try connection.row("SELECT COUNT(*) AS count FROM \($0)")?.integer("count")
                }
            }
            #expect(counts == [1, 0, 1])
            #expect(try await store.session(token) != nil)
        }
    }
}
