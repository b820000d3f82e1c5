import Hummingbird
import TandemCare
import TandemStore

/// A practice that the family shares the record with begins to treat the child.
extension ChildVisit {
    func beginningPage() async throws -> Response { try await beginningPage(nil) }

    private func beginningPage(_ refusal: String?) async throws -> Response {
        let (child, permit, practice) = try await look { connection, permit in
            let practice = permit.ground.practice
            let names = try connection.names(of: Set([practice].compactMap(\.self)))
            return (try connection.child(permit).value, permit, practice.flatMap { names[$0] } ?? "")
        }
        var problems = Problems()
        if let refusal { problems.add("begin", refusal) }
        var values: Page.Values = [
            "practice": practice, "action": Address.childPage(self.child, .beginning).path,
            "may_begin": permit.consentForCare != nil, "treats": permit.may(.changeTeam),
        ]
        if let last = permit.consentForCare?.lastDay { values["until"] = DateText.text(last) }
        return response("beginning", title: "Begin care", child, permit, at: .beginning, values, problems: problems)
    }

    func beginCare() async throws -> Response {
        let letter = visit.workspace.letters.accessGained
        do {
            try await change { try $0.beginCare($1, telling: letter) }
        } catch StoreFailure.refused(let why) {
            return try await beginningPage(why)
        }
        return redirect(nil, .begun)
    }
}
