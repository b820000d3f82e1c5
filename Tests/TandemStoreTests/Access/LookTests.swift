import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Looking with a session, in one reading")
struct LookTests {
    @Test("Whoever has signed in and may look, looks, and leaves the line", arguments: TestHome.both)
    func looks(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let token = try await store.beginSession(for: town.account(.ana), stage: .full, replacing: nil)
            let found = try await store.look(at: town.maya.id, .seeChild, with: token) { try $0.overview($1) }
            let (session, overview) = try #require(found)
            #expect(session.account.id == town.account(.ana))
            #expect(overview.child.value.id == town.maya.id)
            #expect(store.trail.waiting == 1)
        }
    }

    @Test("Nobody looks with a session that is half, over, or of nobody", arguments: TestHome.both)
    func nobody(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            // A half session may not look, once a second factor is asked for.
            _ = try await store.change(by: .program) {
                _ = try $0.update(town.brightSteps.id) { $0.requiresSecondFactor = true }
            }
            let half = try await store.beginSession(for: town.account(.dana), stage: .password, replacing: nil)
            let ended = try await store.beginSession(for: town.account(.ana), stage: .full, replacing: nil)
            try await store.endSession(ended, of: town.account(.ana))
            let old = try await store.beginSession(for: town.account(.ana), stage: .full, replacing: nil)
            clock.advance(by: Session.idle)
            for token in [half, ended, old, Token(store.effects)] {
                let found = try await store.look(at: town.maya.id, .seeChild, with: token) { _, _ in
                    Issue.record("it was read")
                }
                #expect(found == nil)
            }
            #expect(store.trail.waiting == 0)
        }
    }

    @Test("What is not theirs, not there or no child at all looks the same, and is not read", arguments: TestHome.both)
    func refused(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let token = try await store.beginSession(for: town.account(.sue), stage: .full, replacing: nil)
            for child in [town.maya.id, store.effects.id(), nil] {
                await #expect(throws: StoreFailure.notFound) {
                    _ = try await store.look(at: child, .seeChild, with: token) { _, _ in
                        Issue.record("it was read")
                    }
                }
            }
            #expect(store.trail.waiting == 0)
        }
    }

    @Test("Looking keeps a session alive, also where it finds nothing", arguments: TestHome.both)
    func alive(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let token = try await store.beginSession(for: town.account(.ana), stage: .full, replacing: nil)
            for child in [town.maya.id, nil, town.maya.id, nil] {
                clock.advance(by: Session.idle - .seconds(1))
                _ = try? await store.look(at: child, .seeChild, with: token) { _, _ in 0 }
            }
            #expect(try await store.session(token) != nil)
        }
    }
}
