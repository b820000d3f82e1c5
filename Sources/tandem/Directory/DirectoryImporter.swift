import TandemCare
import TandemCatalog
import TandemDirectory
import TandemStore

/// Takes a provider file into the directory.
///
/// Bytes -> pieces of whole rows (`ProviderPieces`) -> rows, two or three pieces at a time (`ProviderScanner`) -> what differs from
/// what is kept -> batches, one commit each (`Store.write`). The pieces are put back in order between the last two, so that
/// lines are counted right and what is written for good is always a beginning of the file.
struct DirectoryImporter {
    /// What a run does beside writing.
    struct Plan {
        let source: DirectoryImport.Source
        let taxonomies: TaxonomyList
        /// Nothing is written.
        let isDry: Bool
        /// Lets a full file take out more than a fifth of the directory.
        let allowsManyRemovals: Bool
    }

    private static let piecesAhead = 3
    private static let rowsPerCommit = 4_000

    private enum Step: Sendable {
        case scanned(Int, ScannedChunk, bytes: Int)
        case written
    }

    private let store: Store
    private let plan: Plan
    private let refused: RefusedFile?
    private let known: [UInt32: UInt64]
    private(set) var state: DirectoryImport
    /// Known, and not met in the file so far.
    private var unseen: Set<UInt32> = []
    private var batch = ProviderBatch()
    private var lines = 1
    private var bytes: Int64 = 0
    private(set) var firstRefused: [(line: Int, reason: String)] = []
    private(set) var wasStopped = false

    init(_ store: Store, _ plan: Plan, refused: RefusedFile?) async throws {
        self.store = store
        self.plan = plan
        self.refused = refused
        state =
            plan.isDry
            ? DirectoryImport(id: store.effects.id(), source: plan.source, begun: store.effects.now())
            : try await store.beginImport(plan.source)
        known = try await store.knownProviders()
        unseen = Set(known.keys)
        // What an earlier run has written is met again as unchanged; counts begin anew.
        state.tally = DirectoryImport.Tally()
    }

    /// - Parameters:
    ///   - progress: bytes so far.
    ///   - isStopped: asked between pieces.
    mutating func run(
        _ pieces: consuming ProviderPieces,
        progress: (Int64) -> Void,
        isStopped: () -> Bool
    ) async throws {
        let scanner = ProviderScanner(pieces.layout, plan.taxonomies, known: known)
        var source = pieces
        try await withThrowingTaskGroup(of: Step.self) { group in
            var (begun, taken, scanning) = (0, 0, 0)
            var waiting: [Int: (ScannedChunk, Int)] = [:]
            var isWriting = false
            var isAtEnd = false
            while true {
                while let (chunk, count) = waiting[taken], !isWriting || batch.providers.count < 2 * Self.rowsPerCommit
                {
                    waiting[taken] = nil
                    taken += 1
                    try take(chunk, bytes: count)
                    progress(bytes)
                }
                if !isWriting, batch.providers.count + batch.gone.count >= Self.rowsPerCommit {
                    isWriting = true
                    let (full, at) = (batch, state)
                    batch = ProviderBatch()
                    group.addTask { [store] in
                        try await store.write(full, of: at)
                        return .written
                    }
                }
                while !isAtEnd, scanning + waiting.count < Self.piecesAhead {
                    if isStopped() { wasStopped = true }
                    guard !wasStopped, let piece = try source.next() else {
                        isAtEnd = true
                        break
                    }
                    let number = begun
                    begun += 1
                    scanning += 1
                    group.addTask { .scanned(number, piece.withUnsafeBytes { scanner.scan($0) }, bytes: piece.count) }
                }
                // Nothing is read, scanned or written any more.
                guard let step = try await group.next() else { break }
                switch step {
                case .scanned(let number, let chunk, let count):
                    scanning -= 1
                    waiting[number] = (chunk, count)
                case .written: isWriting = false
                }
            }
        }
        try await finish()
    }

    private mutating func take(_ chunk: ScannedChunk, bytes count: Int) throws {
        try refused?.add(chunk.refused, from: lines + 1)
        for row in chunk.refused.prefix(max(0, 5 - firstRefused.count)) {
            firstRefused.append((lines + 1 + row.line, row.reason))
        }
        lines += chunk.lines
        bytes += Int64(count)
        state.tally.read += chunk.counts
        // Whose row is broken is not gone.
        for row in chunk.refused { if let npi = row.npi { unseen.remove(npi.number) } }
        for npi in chunk.unchanged { unseen.remove(npi.number) }
        state.tally.unchanged += chunk.unchanged.count
        for provider in chunk.providers {
            if known[provider.npi.number] == nil { state.tally.added += 1 } else { state.tally.changed += 1 }
            unseen.remove(provider.npi.number)
        }
        // A full file takes out at its end whoever it does not keep.
        if !plan.source.isFull {
            let gone = chunk.others.map(\.number).filter { known[$0] != nil && known[$0] != 0 }
            state.tally.removed += gone.count
            if !plan.isDry { batch.gone += gone }
        }
        if !plan.isDry { batch.providers += chunk.providers }
        state.position = bytes
    }

    private mutating func finish() async throws {
        if !plan.isDry, !batch.isEmpty { try await store.write(batch, of: state) }
        batch = ProviderBatch()
        guard !wasStopped else { return }
        if plan.source.isFull {
            let gone = unseen.filter { known[$0] != 0 }.sorted()
            guard plan.allowsManyRemovals || gone.count <= max(100, known.count / 5) else {
                throw ImportFailure.manyRemovals(gone.count, of: known.count)
            }
            state.tally.removed = gone.count
            if !plan.isDry {
                var rest = gone[...]
                while !rest.isEmpty {
                    var some = ProviderBatch()
                    some.gone = Array(rest.prefix(Self.rowsPerCommit))
                    rest = rest.dropFirst(Self.rowsPerCommit)
                    try await store.write(some, of: state)
                }
            }
        }
        if !plan.isDry { try await store.endImport(state) }
    }
}

enum ImportFailure: Error, CustomStringConvertible {
    case manyRemovals(Int, of: Int)

    var description: String {
        switch self {
        case .manyRemovals(let gone, let all):
            "The file does not name \(gone) of the \(all) providers that are kept, so it may not be whole. Nobody was taken out. "
                + "Where that is right, repeat with --allow-removals; where it is a weekly file, with --update."
        }
    }
}
