import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// Drawing the pages that anybody may open.
extension OpenVisit {
    func response(
        _ template: String,
        title: String,
        _ values: Page.Values = [:],
        problems: Problems = Problems(),
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        problems.add(to: &values)
        let page = Page(
            template: template,
            title: problems.title(title),
            description: "",
            section: nil,
            values: values
        )
        return workspace.site.response(
            page,
            status: problems.isEmpty ? status : status == .ok ? .unprocessableContent : status,
            isPrivate: true
        )
    }

    /// Who is signed in, on a page that is for others too. What is posted in their name is held against their session.
    func signedIn(posting: Bool = false) async throws -> Visit? {
        guard let token, let session = try await store.session(token) else { return nil }
        if posting {
            guard let key = form["form_key"], key.isSame(as: token.formKey) else { throw Failure.forgedForm }
        }
        return Visit(open: self, session: session, token: token)
    }

    /// The token in the address; a link that no longer works says so.
    func linkToken() -> Token? { parameters.get("token").flatMap { Token($0) } }

    /// A link that was used, has expired or never was: they look the same.
    func deadLink(_ kind: DeadLink) -> Response {
        response(
            "sign-in-dead-link",
            title: "This link no longer works",
            [kind.rawValue: true],
            status: .notFound
        )
    }

    enum DeadLink: String { case invitation, password, email, inquiry }

    /// Where somebody wanted to go.
    var next: LocalPath? { LocalPath(form["next"] ?? query["next"]) }
}

extension Visit {
    /// A page with a form: what was wrong with it is told, and `status` becomes 422.
    func response(
        _ template: String,
        title: String,
        _ values: Page.Values,
        problems: Problems,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        problems.add(to: &values)
        return response(
            template,
            title: problems.title(title),
            values,
            status: problems.isEmpty || status != .ok ? status : .unprocessableContent
        )
    }
}
