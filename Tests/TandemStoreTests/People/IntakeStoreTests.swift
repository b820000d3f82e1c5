import TandemAssets
import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The intake form in the store")
struct IntakeStoreTests {
    private func section(_ key: String) throws -> IntakeForm.Section {
        let text = Assets.texts(in: "Pages").first { $0.path == "intake.txt" }?.text ?? ""
        return try #require(try IntakeForm(text).section(key))
    }

    private func save(_ key: String, _ typed: [String: String], version: Int, _ town: Town, by person: Town.Person)
        async throws -> IntakeSaved
    {
        let section = try section(key)
        return try await town.store.change(town.maya.id, .editIntake, by: town.requester(person)) {
            try $0.saveIntake(section, typed, version: version, $1)
        }
    }

    @Test(
        "Two people fill different parts at the same time; the same part conflicts and nothing is lost",
        arguments: TestHome.both
    )
    func conflicts(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            _ = try await save("worries", ["worries": "Stairs"], version: 0, town, by: .ana)
            guard case .saved = try await save("medical", ["allergies": "Latex"], version: 1, town, by: .ana),
                case .saved = try await save("school", ["school": "Elm"], version: 1, town, by: .ben)
            else {
                Issue.record("different parts do not conflict")
                return
            }
            guard
                case .conflict(let theirs, let version) = try await save(
                    "medical",
                    ["allergies": "Nuts"],
                    version: 1,
                    town,
                    by: .ben
                )
            else {
                Issue.record("the same part conflicts")
                return
            }
            #expect(theirs == ["allergies": "Latex"])
            guard case .saved = try await save("medical", ["allergies": "Nuts"], version: version, town, by: .ben)
            else {
                Issue.record("saving again goes through")
                return
            }
            let intake = try await store.database.read { try $0.intake(of: town.maya.id)?.value }
            #expect(intake?.answers == ["worries": "Stairs", "allergies": "Nuts", "school": "Elm"])
        }
    }

    @Test("What matters stands at the head of the record", arguments: TestHome.both)
    func whatMatters(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            _ = try await save("matters", ["what_matters": "To swim"], version: 0, town, by: .ana)
            let child = try await store.database.read { try $0.record(town.maya.id)?.value }
            #expect(child?.whatMatters == "To swim")
        }
    }

    @Test("An aunt and the front desk do not write it", arguments: [Town.Person.tia, .fay, .omar, .sue])
    func refused(_ person: Town.Person) async throws {
        try await TestStore.with { store in
            let town = try await Town(in: store)
            await #expect(throws: StoreFailure.notFound) {
                _ = try await save("medical", ["allergies": "x"], version: 0, town, by: person)
            }
        }
    }
}
