import HTTPTypes
import Hummingbird
import TandemStore

/// From a request to a visit: the form is read, the cookie is looked up, what was posted is held against the session.
extension Workspace {
    /// Largest form of the workspace: notes of 10,000 characters in any script, with room to spare.
    private static var largestForm: Int { 128 * 1024 }

    func openVisit(_ request: Request, _ context: TandemContext) async throws -> OpenVisit {
        var form = FormBody("")
        if request.method == .post {
            guard isFromHere(request) else { throw Failure.forgedForm }
            form = FormBody(String(buffer: try await request.body.collect(upTo: Self.largestForm)))
        }
        return OpenVisit(
            workspace: self,
            form: form,
            query: FormBody(request.uri.query ?? ""),
            parameters: context.parameters,
            address: callerAddress(request, context),
            token: request.cookies[settings.cookieName].flatMap { Token($0.value) }
        )
    }

    func visit(_ request: Request, _ context: TandemContext, reaching stage: Session.Stage) async throws -> Visit {
        let open = try await openVisit(request, context)
        let next = request.method == .get ? request.uri.path : Address.start.path
        guard let token = open.token, let session = try await store.session(token) else {
            throw Failure.signInNeeded(next: next)
        }
        guard session.missing == nil || stage == .password else { throw Failure.signInNeeded(next: next) }
        if request.method == .post {
            guard let key = open.form["form_key"], key.isSame(as: token.formKey) else { throw Failure.forgedForm }
        }
        return Visit(open: open, session: session, token: token)
    }

    /// Browsers name the site that a form stands on; another one is refused.
    private func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.init("Sec-Fetch-Site") ?? .origin], request.headers[.origin] != site {
            return site == "same-origin" || site == "none"
        }
        // Without the header above, a page that sends no referrer (as all of ours) posts with the origin "null".
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        let host = origin.split(separator: "/").last.map(String.init)
        return host == request.head.authority
    }

    private func callerAddress(_ request: Request, _ context: TandemContext) -> String {
        if settings.trustsProxy, let list = request.headers[.init("X-Forwarded-For") ?? .via] {
            // The last one is written by the proxy in front; the others by anybody.
            if let last = list.split(separator: ",").last { return last.filter { $0 != " " } }
        }
        return context.remoteAddress?.ipAddress ?? ""
    }
}

extension WebSettings {
    /// `__Host-` binds the cookie to this host and to TLS.
    var cookieName: String { isSecure ? "__Host-tandem" : "tandem" }

    /// The cookie of a session; `nil` takes it away.
    func cookie(_ token: Token?) -> Cookie {
        Cookie(
            name: cookieName,
            value: token?.text ?? "",
            maxAge: token == nil ? 0 : Int(Session.longest.components.seconds),
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

extension String {
    /// Compares without telling by its time where two secrets differ.
    func isSame(as other: String) -> Bool {
        let (left, right) = (Array(utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
