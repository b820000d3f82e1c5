import HTTPTypes
import Hummingbird

/// Headers on every answer: nothing from elsewhere may load, frame or learn of a page.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// Browsers come over TLS, and are told to stay with it for a year (HSTS).
    let isSecure: Bool

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[name("Referrer-Policy")] = "no-referrer"
        response.headers[name("X-Frame-Options")] = "DENY"
        response.headers[name("Permissions-Policy")] = "camera=(), microphone=(), geolocation=()"
        response.headers[name("Cross-Origin-Opener-Policy")] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
    }

    private func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .xContentTypeOptions }
}
