import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization

/// A browser that keeps its cookie and fills in forms: what a person does, without drawing.
final class Browser: Sendable {
    struct Page: Sendable {
        let status: Int
        let html: String
        /// Where a redirect leads.
        let location: String?
        let headers: HTTPFields

        /// The value of a hidden field, or of any input, by its name.
        func value(of name: String) -> String? {
            guard let start = html.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
            return String(html[start.upperBound...].prefix { $0 != "\"" })
        }

        var title: String {
            guard let start = html.firstRange(of: "<title>") else { return "" }
            return String(html[start.upperBound...].prefix { $0 != "<" })
        }
    }

    private let client: any TestClientProtocol
    private let cookie: Mutex<String?>
    private let formKey = Mutex<String?>(nil)

    init(_ client: any TestClientProtocol, cookie: String? = nil) {
        self.client = client
        self.cookie = Mutex(cookie)
    }

    /// The token of the session, as the cookie carries it.
    var token: String? { cookie.withLock { $0 } }

    func get(_ path: String) async throws -> Page {
        let page = try await send(path, .get, nil, [:])
        if let key = page.value(of: "form_key") { formKey.withLock { $0 = key } }
        return page
    }

    /// Posts a form; the key of the last page that had one goes with it, unless `key` is another.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        key: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Page {
        let key = key ?? formKey.withLock { $0 }
        return try await send(path, .post, fields + (key.map { [("form_key", $0)] } ?? []), headers)
    }

    private func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ fields: [(String, String)]?,
        _ headers: HTTPFields
    ) async throws -> Page {
        var headers = headers
        if let token { headers[.cookie] = "tandem=\(token)" }
        let body = fields.map { Fixture.form($0) }
        return try await client.execute(uri: path, method: method, headers: headers, body: body) { response in
            for line in response.headers[values: .setCookie] where line.hasPrefix("tandem=") {
                let value = String(line.dropFirst("tandem=".count).prefix { $0 != ";" })
                self.cookie.withLock { $0 = value.isEmpty ? nil : value }
            }
            return Page(
                status: response.status.code,
                html: String(buffer: response.body),
                location: response.headers[.location],
                headers: response.headers
            )
        }
    }
}
