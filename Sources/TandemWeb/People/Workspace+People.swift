import HTTPTypes
import TandemCare

/// The routes of practices and of children's records.
extension Workspace {
    func addPractices(to book: inout RouteBook) {
        book.practice(.get, "/practices/{practice}", .seePractice) { try await $0.home() }
        book.practice(.get, PracticePage.children.route, .findChildren) { try await $0.workList() }
        book.practice(.post, PracticePage.children.route, .findChildren) { try await $0.search() }
        book.practice(.get, PracticePage.newChild.route, .addChild) { $0.newChildPage() }
        book.practice(.post, PracticePage.newChild.route, .addChild) { try await $0.addChild() }
    }

    func addChildren(to book: inout RouteBook) {
        book.signedIn(.get, Address.family.path) { try await $0.familyHome() }
        book.child(.get, "/children/{child}", .seeChild) { try await $0.overviewPage() }
    }
}
