package import Hummingbird
import TandemCare
import TandemStore

extension Workspace {
    /// Adds the routes of the workspace.
    /// - Returns: the book of them: who each is for.
    @discardableResult package func addRoutes(to router: Router<TandemContext>) -> RouteBook {
        var book = RouteBook(router: router, workspace: self)
        addStart(to: &book)
        addSigningIn(to: &book)
        addAccount(to: &book)
        addPractices(to: &book)
        addDirectory(to: &book)
        addInquiries(to: &book)
        addPartners(to: &book)
        addChildren(to: &book)
        addPlan(to: &book)
        addTime(to: &book)
        addReferrals(to: &book)
        return book
    }

    private func addStart(to book: inout RouteBook) {
        book.signedIn(.get, Address.start.path) { visit in .redirect(to: visit.home.path, type: .normal) }
    }
}

extension Visit {
    /// Where somebody begins: their practice, or their family.
    var home: Address { session.practices.first.map { .practice($0.id) } ?? .family }
}
