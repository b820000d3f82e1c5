import Hummingbird

/// Counts each request in the `RequestMeter`.
struct MeterMiddleware<Context: RequestContext>: RouterMiddleware {
    let meter: RequestMeter

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        meter.count(
            method: Self.methods.contains(request.method) ? request.method.rawValue : "other",
            route: context.endpointPath ?? "none",
            status: response.status.code,
            took: ContinuousClock.now - start
        )
        return response
    }

    /// Other methods are counted together: a caller may send any word.
    private static var methods: Set<HTTPRequest.Method> { [.get, .post, .head] }
}
