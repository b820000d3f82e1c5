import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The pages of the directory: open to everybody, and those on which a practice keeps its listings.
extension Workspace {
    func addDirectory(to book: inout RouteBook) {
        book.anybody(.get, Address.directory.path) { try await $0.directoryPage() }
        book.anybody(.get, Address.openings.path) { try await $0.openingsPage() }
        book.anybody(.get, Address.directory.path + "/{npi}") { try await $0.listingPage() }
        book.practice(.get, PracticePage.listings.route, .manageSettings) { try await $0.listingsPage() }
        book.practice(.post, PracticePage.listings.route, .manageSettings) { try await $0.claimListing() }
        book.practice(.get, PracticePage.listings.route + "/{listing}", .manageSettings) {
            try await $0.editListingPage()
        }
        book.practice(.post, PracticePage.listings.route + "/{listing}", .manageSettings) { try await $0.saveListing() }
        book.practice(.post, PracticePage.listings.route + "/{listing}/end", .manageSettings) {
            try await $0.endListing()
        }
    }
}

extension Throttle {
    /// Looks into the directory from one address of the network: enough for a family and for an office, too few to copy it.
    static let directory = Throttle("directory by address", most: 120, within: .minutes(10))
}

extension OpenVisit {
    /// Counts a look into the directory.
    func countLook() async throws {
        guard try await store.countTry(.directory, by: address) else { throw Failure.throttled }
    }
}
