import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The children of a practice: work lists by address, searches by a posted form, so that no name stands in an address.
extension PracticeVisit {
    private static var pageSize: Int { 50 }

    func workList() async throws -> Response {
        let list = visit.query["list"].flatMap { WorkList(rawValue: $0) } ?? .current
        let page = page(visit.query["page"])
        let (practice, account, now) = (practice, visit.who.account, visit.store.effects.now())
        let today = visit.workspace.site.today()
        let found = try await look {
            try $0.children(
                on: list,
                in: practice,
                for: account,
                page: page,
                size: Self.pageSize,
                at: now,
                today: today
            )
        }
        var values = values(found, page: page)
        values["caption"] = "\(list.name): \(WorkList.words(found.count))"
        values["empty"] = found.children.isEmpty ? "No child is on this list." : nil
        values["lists"] = listLinks(list)
        let address = Address.workList(practice, list).path
        if page > 0 { values["newer_href"] = "\(address)&page=\(page)" }
        if found.count > (page + 1) * Self.pageSize || found.isCapped && found.children.count == Self.pageSize {
            values["further_href"] = "\(address)&page=\(page + 2)"
        }
        return response("children", title: list.name, at: .children, values)
    }

    func search() async throws -> Response {
        let typed = (form["q"] ?? "").trimmed
        let query = ChildQuery(String(typed.prefix(200)), today: visit.workspace.site.today())
        let page = page(form["page"])
        let (practice, now) = (practice, visit.store.effects.now())
        let archived = form["archived"] == "1"
        guard !query.isEmpty else {
            var problems = Problems()
            problems.add("q", "Write the beginning of a name, or a birth date.")
            return response(
                "children",
                title: "Children",
                at: .children,
                ["q": typed, "error_q": problems["q"] ?? "", "lists": listLinks(nil), "found_nothing": true],
                problems: problems
            )
        }
        let found = try await look {
            try $0.findChildren(query, in: practice, archived: archived, page: page, size: Self.pageSize, at: now)
        }
        var values = values(found, page: page)
        values["q"] = typed
        values["is_search"] = true
        values["search_archived"] = archived
        values["lists"] = listLinks(nil)
        values["caption"] = caption(found, typed)
        if found.children.isEmpty {
            values["empty"] = "Nobody here fits these words. Try fewer letters, or the birth date."
        }
        if page > 0 { values["newer_page"] = page }
        if found.count > (page + 1) * Self.pageSize { values["further_page"] = page + 2 }
        return response("children", title: "Search", at: .children, values)
    }

    private func caption(_ found: FoundChildren, _ typed: String) -> String {
        if found.isCapped {
            return "More than \(FoundChildren.mostScanned) children fit \u{201c}\(typed)\u{201d}. "
                + "Write more letters, a second name or the birth date to see the right ones."
        }
        return "\(found.count) \(found.count == 1 ? "child fits" : "children fit") \u{201c}\(typed)\u{201d}"
    }

    /// Counted from 1 in addresses and forms, from 0 inside.
    private func page(_ text: String?) -> Int { min(max((text.flatMap { Int($0) } ?? 1) - 1, 0), 1_000_000) }

    private func listLinks(_ here: WorkList?) -> [Page.Values] {
        WorkList.allCases.map { list in
            ["name": list.name, "href": Address.workList(practice, list).path, "is_here": list == here]
        }
    }

    private func values(_ found: FoundChildren, page: Int) -> Page.Values {
        let today = visit.workspace.site.today()
        return [
            "children_href": Address.practicePage(practice, .children).path,
            "add_href": Address.practicePage(practice, .newChild).path, "q": "", "page_number": page + 1,
            "children": found.children.map { $0.values(today: today) },
        ]
    }
}

extension ListedChild {
    func values(today: CalendarDate) -> Page.Values {
        var values: Page.Values = [
            "name": child.listName, "href": Address.child(child.id).path, "born": DateText.short(child.birthDate),
            "age": DateText.age(child.birthDate, on: today), "is_shared": !isInCare,
            "team": team.map { member in
                ["letter": member.letters, "name": member.name] as Page.Values
            },
        ]
        if child.calledName != child.givenName { values["called"] = child.calledName }
        return values
    }
}

extension TeamMember {
    /// PT, OT or PT + OT; nothing for somebody without such a role.
    var letters: String { Mark.letter(roles.sorted().compactMap(\.discipline)) }
}

extension Child {
    /// As lists show it: "Garcia, Maria".
    var listName: String { familyName.isEmpty ? givenName : "\(familyName), \(givenName)" }
}
