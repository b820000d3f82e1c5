import HTTPTypes
package import Hummingbird
package import TandemCare
import TandemDatabase
import TandemStore

/// The routes of the workspace as they are made: each says whom it is for when it is added, and there is no other way to add
/// one. The tests hold every line of the book against every role.
package struct RouteBook {
    package struct Line: Sendable, Hashable {
        package let method: HTTPRequest.Method
        package let path: String
        package let need: Need
    }

    /// Whom a route is for.
    package enum Need: Sendable, Hashable {
        case anybody
        /// The password was right; the second factor may still be to come.
        case started
        case signedIn
        case practice(PracticeAction)
        case child(ChildAction)
    }

    private let router: Router<TandemContext>
    private let workspace: Workspace
    package private(set) var lines: [Line] = []

    package init(router: Router<TandemContext>, workspace: Workspace) {
        self.router = router
        self.workspace = workspace
    }

    mutating func anybody(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ handler: @escaping @Sendable (OpenVisit) async throws -> Response
    ) {
        add(method, path, .anybody) { [workspace] request, context in
            try await handler(try await workspace.openVisit(request, context))
        }
    }

    mutating func started(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        add(method, path, .started) { [workspace] request, context in
            try await handler(try await workspace.visit(request, context, reaching: .password))
        }
    }

    mutating func signedIn(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        add(method, path, .signedIn) { [workspace] request, context in
            try await handler(try await workspace.visit(request, context, reaching: .full))
        }
    }

    /// - Parameter path: holds `{practice}`.
    mutating func practice(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ action: PracticeAction,
        _ handler: @escaping @Sendable (PracticeVisit) async throws -> Response
    ) {
        add(method, path, .practice(action)) { [workspace] request, context in
            let visit = try await workspace.visit(request, context, reaching: .full)
            let practice = try visit.id("practice", of: Practice.self)
            let store = workspace.store
            guard store.access.decide(action, by: visit.who, in: practice, at: store.effects.now()) else {
                throw Failure.notFound
            }
            return try await handler(PracticeVisit(visit: visit, practice: practice, action: action))
        }
    }

    /// - Parameter path: holds `{child}`.
    mutating func child(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ action: ChildAction,
        _ handler: @escaping @Sendable (ChildVisit) async throws -> Response
    ) {
        add(method, path, .child(action)) { [workspace] request, context in
            let visit = try await workspace.visit(request, context, reaching: .full)
            let child = try visit.id("child", of: Child.self)
            do {
                return try await handler(ChildVisit(visit: visit, child: child, action: action))
            } catch StoreFailure.moved(let kept) {
                return visit.redirect(.child(kept))
            }
        }
    }

    /// A page of a child's record that one reading is enough for: who asks, whether they may and what the page shows are read at
    /// once, which is half the work.
    ///
    /// - Parameters:
    ///   - path: holds `{child}`.
    ///   - read: see `ChildVisit.look`.
    mutating func page<Value: Sendable>(
        _ path: String,
        _ action: ChildAction,
        reading read: @escaping @Sendable (any Connection, Permit) throws -> Value,
        _ draw: @escaping @Sendable (ChildVisit, Value) throws -> Response
    ) {
        add(.get, path, .child(action)) { [workspace] request, context in
            let open = try await workspace.openVisit(request, context)
            let child = open.parameters.get("child").flatMap { ID<Child>($0) }
            do {
                guard let token = open.token,
                    let (session, value) = try await workspace.store.look(at: child, action, with: token, read),
                    let child
                else { throw Failure.signInNeeded(next: request.uri.path) }
                let visit = Visit(open: open, session: session, token: token)
                return try draw(ChildVisit(visit: visit, child: child, action: action), value)
            } catch StoreFailure.moved(let kept) {
                return .redirect(to: Address.child(kept).path, type: .normal)
            }
        }
    }

    private mutating func add(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ need: Need,
        _ handler: @escaping @Sendable (Request, TandemContext) async throws -> Response
    ) {
        lines.append(Line(method: method, path: path, need: need))
        router.on(RouterPath(path), method: method, use: handler)
    }
}
