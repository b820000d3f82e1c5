import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Two records of one child become one: found, shown side by side, confirmed.
extension ChildVisit {
    /// The other record is searched for among the children of the practice that the person works for.
    func mergePage() async throws -> Response { try await searchPage("", nil) }

    func searchOther() async throws -> Response {
        let typed = String((form["q"] ?? "").trimmed.prefix(200))
        let query = ChildQuery(typed, today: today)
        guard !query.isEmpty else { return try await searchPage(typed, nil, problem: "Write a name or a birth date.") }
        return try await searchPage(typed, query)
    }

    private func searchPage(_ typed: String, _ query: ChildQuery?, problem: String? = nil) async throws -> Response {
        let now = visit.store.effects.now()
        let (child, permit, found, likely) = try await look { connection, permit in
            let child = try connection.child(permit).value
            guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
            let found = try query.map { try connection.findChildren($0, in: practice, at: now).children } ?? []
            let likely = query == nil ? try connection.likelyDuplicates(of: child, in: practice, at: now) : []
            return (child, permit, found, likely)
        }
        var problems = Problems()
        if let problem { problems.add("q", problem) }
        let others = found.map(\.child).filter { $0.id != self.child }
        var values: Page.Values = [
            "q": typed, "action": Address.childPage(self.child, .merge).path,
            "likely": likely.map {
                shown($0.child).merging(["reasons": $0.likeness.reasons.joined(separator: ", ")]) { $1 }
            },
            "found": others.map { shown($0) }, "found_nothing": query != nil && others.isEmpty,
        ]
        values["error_q"] = problem
        return response(
            "merge-search",
            title: "Two records of one child",
            child,
            permit,
            at: .merge,
            values,
            problems: problems
        )
    }

    private func shown(_ other: Child) -> Page.Values {
        [
            "name": other.fullName, "born": DateText.text(other.birthDate),
            "age": DateText.age(other.birthDate, on: today), "href": Address.mergeWith(child, other.id).path,
        ]
    }

    // MARK: Side by side

    func comparePage() async throws -> Response { try await comparePage(Problems()) }

    private func comparePage(_ problems: Problems) async throws -> Response {
        let other = try visit.id("other", of: Child.self)
        guard other != child else { throw Failure.notFound }
        let kept = try await look { try $0.overview($1) }
        let gone = try await visit.store.look(at: other, .mergeRecords, by: visit.who) { try $0.overview($1) }
        let rows = zip(facts(kept), facts(gone)).map { left, right in
            ["name": left.name, "kept": left.value, "gone": right.value, "differs": left.value != right.value]
                as Page.Values
        }
        var values: Page.Values = [
            "rows": rows, "action": Address.mergeWith(child, other).path, "version": kept.child.version,
            "other_version": gone.child.version, "kept_name": kept.child.value.fullName,
            "gone_name": gone.child.value.fullName, "swap_href": Address.mergeWith(other, child).path,
            "different_dates": kept.child.value.birthDate != gone.child.value.birthDate,
        ]
        values["error_sure"] = problems["sure"]
        return response(
            "merge",
            title: "Make one record of two",
            kept.child.value,
            kept.permit,
            at: .merge,
            values,
            problems: problems
        )
    }

    private func facts(_ overview: ChildOverview) -> [(name: String, value: String)] {
        let child = overview.child.value
        let facts = overview.permit.facts
        return [
            ("Name", child.fullName), ("Likes to be called", child.preferredName ?? ""),
            ("Birth date", DateText.text(child.birthDate)), ("Language", child.language),
            ("What matters", child.whatMatters),
            ("Treated by", facts.care.map { overview.practices[$0.practice] ?? "" }.sorted().joined(separator: "\n")),
            ("Family", facts.ties.map { overview.people[$0.account] ?? "" }.sorted().joined(separator: "\n")),
            (
                "Shared with",
                facts.consents.filter { $0.isActive(at: overview.permit.now) }
                    .map { overview.practices[$0.practice] ?? "" }.sorted().joined(separator: "\n")
            ),
            ("Intake form", overview.intake == nil ? "empty" : "\(overview.intake?.value.saved.count ?? 0) parts told"),
        ]
    }

    func merge() async throws -> Response {
        let other = try visit.id("other", of: Child.self)
        guard other != child else { throw Failure.notFound }
        guard form["sure"] == "1" else {
            var problems = Problems()
            problems.add("sure", "Tick the box if both records are of one child.")
            return try await comparePage(problems)
        }
        let version = FormReader(form).version
        let otherVersion = form["other_version"].flatMap { Int($0) } ?? 0
        let letter = visit.workspace.letters.accessGained
        do {
            try await visit.store.change(child, and: other, .mergeRecords, by: visit.who) { transaction, kept, gone in
                try transaction.merge(gone, version: otherVersion, into: kept, version: version, telling: letter)
            }
        } catch StoreFailure.conflict {
            var problems = Problems()
            problems.add("sure", "One of the records has changed since. Look again, then tick the box.")
            return try await comparePage(problems)
        }
        return redirect(nil, .merged)
    }
}
