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
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.frameOptions] = "DENY"
        response.headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
        response.headers[.openerPolicy] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = known("Referrer-Policy")
    fileprivate static let frameOptions = known("X-Frame-Options")
    fileprivate static let permissionsPolicy = known("Permissions-Policy")
    fileprivate static let openerPolicy = known("Cross-Origin-Opener-Policy")

    private static func known(_ text: String) -> Self { Self(text) ?? .xContentTypeOptions }
}
