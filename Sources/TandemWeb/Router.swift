package import Hummingbird
import TandemCatalog

extension Site {
    /// Largest form that is read: 2,000 characters, every box ticked, with room to spare.
    private static var largestForm: Int { 64 * 1024 }

    /// The site's routes; the only place where addresses meet handlers.
    ///
    /// - Parameters:
    ///   - workspace: the pages behind sign-in; none where only the guide is served.
    ///   - operations: what those who run the server ask it; none in tests of pages.
    package func router(_ workspace: Workspace? = nil, operations: Operations? = nil) -> Router<TandemContext> {
        let router = Router(context: TandemContext.self)
        if let operations { router.add(middleware: MeterMiddleware(meter: operations.meter)) }
        router.addMiddleware {
            RequestNumber()
            RequestLog()
            SecurityHeaders(isSecure: workspace?.settings.isSecure ?? false)
            ErrorPages(site: self)
        }
        var site = self
        site.takesInquiries = workspace != nil
        site.addGuide(to: router)
        addLibrary(to: router)
        router.get(RouterPath(Address.health.path)) { _, _ in "ok\n" }
        router.get("/assets/{name}") { request, context in
            guard let asset = assets[try context.parameters.require("name")] else { throw HTTPError(.notFound) }
            return asset.response(to: request)
        }
        operations?.addRoutes(to: router)
        workspace?.addRoutes(to: router)
        return router
    }

    private func addGuide(to router: Router<TandemContext>) {
        router.get(RouterPath(Address.home.path)) { _, _ in response(homePage()) }
        router.get(RouterPath(Address.guide.path)) { _, _ in response(homePage()) }
        router.get(RouterPath(Address.guidePick.path)) { _, _ in response(pickPage(GuideForm())) }
        router.post(RouterPath(Address.guide.path)) { request, _ in
            guideStep(GuideForm(try await form(request)))
        }
        router.post(RouterPath(Address.guidePick.path)) { request, _ in
            guideStep(GuideForm(try await form(request), stage: .pick))
        }
        router.post(RouterPath(Address.guideLetter.path)) { request, _ in
            letter(GuideForm(try await form(request)))
        }
    }

    private func addLibrary(to router: Router<TandemContext>) {
        router.get(RouterPath(Address.activities.path)) { _, _ in response(activitiesPage) }
        router.get(RouterPath(Address.skills.path)) { _, _ in response(skillsPage) }
        router.get("/activities/{id}") { _, context in
            guard let activity = catalog.activity(Slug(try context.parameters.require("id"))) else {
                throw HTTPError(.notFound)
            }
            return response(page(of: activity))
        }
        router.get("/skills/{id}") { _, context in
            guard let skill = catalog.skill(Slug(try context.parameters.require("id"))) else {
                throw HTTPError(.notFound)
            }
            return response(page(of: skill))
        }
        router.post(RouterPath(Address.search.path)) { request, _ in
            response(searchPage(for: try await form(request)["q"] ?? ""), isPrivate: true)
        }
        router.get(RouterPath(Address.search.path)) { _, _ in response(searchPage(for: "")) }
        router.get(RouterPath(Address.articles.path)) { _, _ in response(articlesPage) }
        router.get("/articles/{name}") { _, context in
            let name = try context.parameters.require("name")
            guard let article = articles.first(where: { $0.name == name }) else { throw HTTPError(.notFound) }
            return response(page(of: article))
        }
        router.get(RouterPath(Address.privacy.path)) { _, _ in
            response(Page(template: "privacy", title: "What happens to what you type", section: nil, values: [:]))
        }
    }

    private func form(_ request: Request) async throws -> FormBody {
        let body = try await request.body.collect(upTo: Self.largestForm)
        return FormBody(String(buffer: body))
    }
}
