import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// Putting a record away, and bringing it back. Nothing is deleted.
extension ChildVisit {
    func archivePage() async throws -> Response {
        let (child, permit) = try await look { connection, permit in (try connection.child(permit).value, permit) }
        return response(
            "archive",
            title: child.archivedAt == nil ? "Archive this record" : "Bring this record back",
            child,
            permit,
            at: .archive,
            ["action": Address.childPage(self.child, .archive).path]
        )
    }

    func archive() async throws -> Response {
        let bringsBack = form["to"] == "back"
        try await change { transaction, permit in
            if bringsBack { try transaction.bringBack(permit.child) } else { try transaction.archive(permit.child) }
        }
        return redirect(nil, bringsBack ? .broughtBack : .archived)
    }
}
