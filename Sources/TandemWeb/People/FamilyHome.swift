import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Where a family begins: their children, what needs them, who sees what.
extension Visit {
    func familyHome() async throws -> Response {
        guard !session.ties.isEmpty else { throw Failure.notFound }
        let today = workspace.site.today()
        var children: [Page.Values] = []
        for id in session.ties.map(\.child) {
            guard let overview = try? await store.look(at: id, .seeChild, by: who, { try $0.overview($1) }) else {
                continue
            }
            let child = overview.child.value
            let words = OverviewWords(
                overview: overview,
                form: workspace.site.intakeForm,
                today: today,
                day: store.effects.day
            )
            children.append(
                words.values.merging([
                    "name": child.fullName, "called": child.calledName, "href": Address.child(id).path,
                    "age": DateText.age(child.birthDate, on: today),
                    "consents_href": Address.childPage(id, .consents).path,
                    "looks_href": Address.childPage(id, .looks).path,
                ]) { $1 }
            )
        }
        return response(
            "family",
            title: "My family",
            ["children": children, "has_children": !children.isEmpty],
            here: .family
        )
    }
}
