import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore
import TandemTestSupport
import Testing

@Suite struct DirectoryImportTests {
    private static func provider(_ npi: String, name: String = "ANA REYES", digest: UInt64 = 7) throws -> Provider {
        let npi = try #require(NPI(npi))
        return Provider(npi: npi, kinds: .occupational, name: name, zip: "62701", updated: "2024-05-31", digest: digest)
    }

    private static let source = DirectoryImport.Source(name: "file.csv", fingerprint: "abc", isFull: true, bytes: 1000)

    @Test("what a batch writes is there as it was, many at a time and one", arguments: TestHome.both)
    func writing(home: TestHome) async throws {
        try await TestStore.with(home) { store in
            var batch = ProviderBatch()
            var serial: UInt32 = 1_000_000_000
            while batch.providers.count < 123 {
                serial += 1
                guard let npi = NPI(number: serial) else { continue }
                batch.providers.append(try Self.provider(npi.description, name: "O'NEIL \"É\" \(serial)", digest: .max))
            }
            let begun = try await store.beginImport(Self.source)
            try await store.write(batch, of: begun)
            let numbers = batch.providers.map(\.npi).reversed() as [NPI]
            let found = try await store.database.read { try $0.providers(numbers) }
            #expect(found == batch.providers.reversed())
            #expect(try await store.knownProviders().count == 123)
        }
    }

    @Test("writing again changes in place, and who is gone is taken out", arguments: TestHome.both)
    func changing(home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let begun = try await store.beginImport(Self.source)
            var batch = ProviderBatch()
            batch.providers = [try Self.provider("1234567893"), try Self.provider("1993999998")]
            try await store.write(batch, of: begun)
            var second = ProviderBatch()
            second.providers = [try Self.provider("1234567893", name: "NEW NAME", digest: 8)]
            second.gone = [1_993_999_998, 1_558_598_797]
            try await store.write(second, of: begun)
            #expect(try await store.knownProviders() == [1_234_567_893: 8])
            let npi = try #require(NPI("1234567893"))
            #expect(try await store.database.read { try $0.provider(npi)?.name } == "NEW NAME")
        }
    }

    @Test("an import that was stopped is taken up; one that has ended is not", arguments: TestHome.both)
    func resuming(home: TestHome) async throws {
        try await TestStore.with(home) { store in
            var first = try await store.beginImport(Self.source)
            first.position = 400
            first.tally.added = 3
            try await store.write(ProviderBatch(), of: first)
            let again = try await store.beginImport(Self.source)
            #expect(again == first)
            try await store.endImport(again)
            #expect(try await store.beginImport(Self.source).id != first.id)
            let versions = try await store.database.read { try $0.directoryVersion() }
            #expect(versions == DirectoryVersion(providers: 1, listings: 0))
        }
    }
}
