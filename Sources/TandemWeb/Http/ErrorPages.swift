import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into a page that says what to do next, in general words. What went wrong inside is logged with the
/// request's id and never shown.
struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            return page(for: error.status, context)
        } catch {
            context.logger.error("fault", metadata: ["error": .string("\(type(of: error))")])
            return page(for: .internalServerError, context)
        }
    }

    private func page(for status: HTTPResponse.Status, _ context: Context) -> Response {
        switch status {
        case .notFound:
            return site.response(
                Page(template: "not-found", title: "Page not found", section: nil, values: [:]),
                status: status
            )
        case .contentTooLarge:
            return failure(
                status,
                heading: "That is more than we can read",
                message: "Please go back and write it shorter. 2,000 characters are enough."
            )
        case .methodNotAllowed, .badRequest:
            return failure(status, heading: "That did not work", message: "Please go back and try again.")
        default:
            return failure(
                status,
                heading: "Something went wrong on our side",
                message: "Please try again in a minute. Nothing you typed was stored.",
                reference: context.id
            )
        }
    }

    private func failure(
        _ status: HTTPResponse.Status,
        heading: String,
        message: String,
        reference: String? = nil
    ) -> Response {
        var values: Page.Values = ["heading": heading, "message": message]
        values["reference"] = reference
        return site.response(Page(template: "error", title: heading, section: nil, values: values), status: status)
    }
}
