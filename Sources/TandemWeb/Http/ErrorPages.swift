import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

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
        } catch let error as HTTPParserError {
            // The request broke off, or is no HTTP: there is nobody to show a page to.
            throw error
        } catch let error as any HTTPResponseError {
            return page(for: error.status, context)
        } catch {
            return page(for: Failure(error), context)
        }
    }

    private func page(for status: HTTPResponse.Status, _ context: Context) -> Response {
        switch status {
        case .notFound:
            return page(for: Failure.notFound, context)
        case .contentTooLarge:
            return told(
                status,
                "That is more than we can read",
                "Please go back and write it shorter. 2,000 characters are enough."
            )
        case .methodNotAllowed, .badRequest:
            return told(status, "That did not work", "Please go back and try again.")
        default:
            return page(for: Failure.fault(what: "status \(status.code)"), context)
        }
    }

    private func page(for failure: Failure, _ context: Context) -> Response {
        switch failure {
        case .notFound:
            return site.response(
                Page(template: "not-found", title: "Page not found", section: nil, values: [:]),
                status: .notFound,
                isPrivate: true
            )
        case .signInNeeded(let next):
            return .redirect(to: LocalPath.after(.signIn, LocalPath(next)), type: .normal)
        case .forgedForm:
            return told(
                .forbidden,
                "This form is too old",
                "Nothing was saved. Please go back, load the page again, and send it once more."
            )
        case .incorrect(let why):
            return told(.badRequest, "That did not work", why)
        case .conflict:
            return told(
                .conflict,
                "Somebody else was faster",
                "Somebody saved this while you were writing. Nothing of theirs was lost. Please go back and look again."
            )
        case .throttled:
            return told(.tooManyRequests, "That was too often", "Please wait a few minutes, then try again.")
        case .unavailable:
            context.logger.error("unavailable")
            return told(
                .serviceUnavailable,
                "We cannot save or read right now",
                "Please try again in a minute. Nothing that was saved is lost.",
                reference: context.id
            )
        case .fault(let what):
            context.logger.error("fault", metadata: ["what": .string(what)])
            return told(
                .internalServerError,
                "Something went wrong on our side",
                "Please try again in a minute. Nothing you typed was stored.",
                reference: context.id
            )
        }
    }

    private func told(
        _ status: HTTPResponse.Status,
        _ heading: String,
        _ message: String,
        reference: String? = nil
    ) -> Response {
        var values: Page.Values = ["heading": heading, "message": message]
        values["reference"] = reference
        return site.response(
            Page(template: "error", title: heading, section: nil, values: values),
            status: status,
            isPrivate: true
        )
    }
}
