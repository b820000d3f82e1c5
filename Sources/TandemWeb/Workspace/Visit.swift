import HTTPTypes
import Hummingbird
import TandemCare
import TandemDatabase
import TandemStore

/// One request to a page of the workspace that anybody may open: signing in, an invitation.
struct OpenVisit: Sendable {
    let workspace: Workspace
    /// The fields of the form; none where nothing was posted.
    let form: FormBody
    /// What stands behind the question mark of the address.
    let query: FormBody
    let parameters: Parameters
    /// Where the request comes from, for throttling; never logged.
    let address: String
    /// The session's cookie, whoever it belongs to.
    let token: Token?

    var store: Store { workspace.store }
}

/// One request of somebody who has signed in. A handler that takes one cannot forget to ask who it is.
struct Visit: Sendable {
    let open: OpenVisit
    let session: Session
    let token: Token

    var workspace: Workspace { open.workspace }
    var store: Store { open.workspace.store }
    var form: FormBody { open.form }
    var query: FormBody { open.query }
    var who: Requester { session.requester }

    /// An id in the address.
    /// - Throws: `Failure.notFound` for what is no id.
    func id<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws -> ID<Entity> {
        guard let id = open.parameters.get(name).flatMap({ ID<Entity>($0) }) else { throw Failure.notFound }
        return id
    }
}

/// One request about one child, made for one thing that `Rules/access.txt` knows.
struct ChildVisit: Sendable {
    let visit: Visit
    let child: ID<Child>
    let action: ChildAction

    var form: FormBody { visit.form }

    /// Reads of the child's record what this page is for; decides first, and leaves the line that somebody looked.
    func look<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection, Permit) throws -> Value
    ) async throws -> Value {
        try await visit.store.look(at: child, action, by: visit.who, body)
    }

    func change<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Value
    ) async throws -> Value {
        try await visit.store.change(child, action, by: visit.who, body)
    }
}

/// One request about one practice, made for one thing that `Rules/access.txt` knows.
struct PracticeVisit: Sendable {
    let visit: Visit
    let practice: ID<Practice>
    let action: PracticeAction

    var form: FormBody { visit.form }

    func look<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await visit.store.look(in: practice, action, by: visit.who, body)
    }

    func change<Value: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await visit.store.change(in: practice, action, by: visit.who, body)
    }
}
