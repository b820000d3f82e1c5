import Synchronization
import TandemCatalog
import TandemDatabase
package import TandemDirectory

/// The search of the nearest: an index in memory, read from the database when the server has started and again whenever another
/// program has changed the directory. Until the first reading there is nothing to search in.
package final class ProviderSearch: Sendable {
    private struct State {
        var version: DirectoryVersion?
        var index: ProviderIndex?
        var claimed = ClaimedListings.none
    }

    package let places: Places
    /// What the codes of providers mean.
    package let taxonomies: TaxonomyList?
    let store: Store
    private let state = Mutex(State())

    package init(_ store: Store, _ places: Places, _ taxonomies: TaxonomyList? = nil) {
        self.taxonomies = taxonomies
        self.store = store
        self.places = places
    }

    /// Whether there is anything to search in yet.
    package var isReady: Bool { state.withLock { $0.index != nil } }

    /// How many providers are found by distance, and how many are at no known place.
    package var counts: (placed: Int, unplaced: Int) {
        state.withLock { state in
            let unplaced = state.index?.unplaced ?? 0
            return ((state.index?.count ?? 0) - unplaced, unplaced)
        }
    }

    /// Reads what has changed since the last time; one small question where nothing has.
    package func renew() async throws {
        let known = state.withLock { $0.version }
        let places = places
        let read = try await store.database.read { connection -> (DirectoryVersion, ProviderIndex?, ClaimedListings)? in
            let version = try connection.directoryVersion()
            guard version != known else { return nil }
            let index = version.providers == known?.providers ? nil : try connection.providerIndex(places)
            return (version, index, try connection.claimedListings(places))
        }
        guard let (version, index, claimed) = read else { return }
        state.withLock { state in
            state.version = version
            if let index { state.index = index }
            state.claimed = claimed
        }
    }

    /// What a claimed listing says; `nil` where nobody has claimed it.
    func details(_ npi: NPI) -> ListingDetails? { state.withLock { $0.claimed.details(of: npi) } }

    /// The nearest that fit, with what the file and their practice say of them.
    package func nearest(_ query: NearestQuery) async throws -> [FoundProvider] {
        let (index, claimed) = state.withLock { ($0.index, $0.claimed) }
        guard let found = index?.nearest(query, claimed: claimed), !found.isEmpty else { return [] }
        let providers = try await store.database.read { try $0.providers(found.map(\.npi)) }
        let miles = Dictionary(uniqueKeysWithValues: found.map { ($0.npi, $0.miles) })
        return providers.map {
            FoundProvider(provider: $0, miles: miles[$0.npi] ?? 0, details: claimed.details(of: $0.npi))
        }
    }
}

/// Somebody found, as a page shows them.
package struct FoundProvider: Sendable, Hashable {
    package let provider: Provider
    package let miles: Double
    /// `nil` where nobody has claimed the listing.
    package let details: ListingDetails?
}
