import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// `tandem-bench-store fill PLACE COUNT`
struct FillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Make a practice with many children."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Argument var count: Int

    func run() async throws {
        let store = try await OpenStore.at(place)
        let practice = BigPractice(store.effects)
        let begin = ContinuousClock.now
        try await practice.fill(store, count: count) { done in
            FileHandle.standardError.write(Data("\r\(done) of \(count) children".utf8))
        }
        try await store.database.write { try $0.script("ANALYZE") }
        let token = try await store.beginSession(for: practice.therapist.id, stage: .full, replacing: nil)
        try await store.trail.close(in: store.database)
        await store.database.close()
        FileHandle.standardError.write(Data("\n".utf8))
        print("\(practice.practice.id.text) \(token.text) \((ContinuousClock.now - begin).seconds)")
    }
}
