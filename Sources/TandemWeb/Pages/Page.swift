/// A page before it is drawn: which template, and the plain values that it shows.
struct Page: Sendable {
    /// Which part of the navigation it belongs to.
    enum Section: String, Sendable { case guide, activities, articles, directory }

    let template: String
    let title: String
    var description =
        "Who could help your child: physical therapy, occupational therapy, both, or a doctor first. Free, private, in plain words."
    let section: Section?
    var values: Values
}

extension Page.Values {
    /// The same without texts that say nothing, so that a template can ask whether there is one.
    var withoutEmptyTexts: Page.Values {
        var kept = Page.Values()
        for (name, value) in zip(names, values) {
            switch value {
            case let text as String: if !text.isEmpty { kept[name] = text }
            case let values as Page.Values: kept[name] = values.withoutEmptyTexts
            case let list as [Page.Values]: kept[name] = list.map(\.withoutEmptyTexts)
            default: kept[name] = value
            }
        }
        return kept
    }
}
