import HTTPTypes
import Hummingbird
import Logging

/// Gives every request an id that stands in the answer and in every line of the log: the one that a proxy has given it, if it is
/// harmless, else the server's own.
struct RequestNumber<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let name = HTTPField.Name("X-Request-ID") else { return try await next(request, context) }
        var context = context
        if let id = request.headers[name], Self.isHarmless(id) {
            context.logger[metadataKey: "hb.request.id"] = .string(id)
        }
        var response = try await next(request, context)
        response.headers[name] = context.id
        return response
    }

    private static func isHarmless(_ id: String) -> Bool {
        (8...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                    || byte == 95
            }
    }
}
