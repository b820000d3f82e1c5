package import TandemCatalog

/// What stands on the handout of one activity, each part in the best language that there is.
package struct HomeWording: Sendable, Hashable {
    package struct Text: Sendable, Hashable {
        package let text: String
        /// English in a handout of another language.
        package let isForeign: Bool

        package init(text: String, isForeign: Bool = false) {
            self.text = text
            self.isForeign = isForeign
        }
    }

    package let name: Text
    package let how: Text
    package let dos: [Text]
    package let donts: [Text]

    private var all: [Text] { ([name, how] + dos + donts).filter { !$0.text.isEmpty } }

    /// Nothing of it stands in the handout's language.
    package var isForeign: Bool { all.allSatisfy(\.isForeign) }

    /// Something stands in English, something does not.
    package var isPartlyForeign: Bool { !isForeign && all.contains(where: \.isForeign) }
}

extension HomeItem {
    package var english: HomeWording {
        HomeWording(
            name: .init(text: name),
            how: .init(text: how),
            dos: dos.map { .init(text: $0) },
            donts: donts.map { .init(text: $0) }
        )
    }

    /// Part by part: what a therapist wrote in Spanish; else the catalog's, where the English is still the catalog's; else the
    /// English.
    package func spanish(_ catalog: Catalog) -> HomeWording {
        let known = known(catalog)
        func text(_ english: String, _ own: String?) -> HomeWording.Text {
            if let own, !own.isBlank { return .init(text: own) }
            return known[english].map { .init(text: $0) } ?? .init(text: english, isForeign: true)
        }
        func list(_ english: [String], _ own: [String]?) -> [HomeWording.Text] {
            if let own, !own.isEmpty { return own.map { .init(text: $0) } }
            return english.map { text($0, nil) }
        }
        return HomeWording(
            name: text(name, spanish?.name),
            how: text(how, spanish?.how),
            dos: list(dos, spanish?.dos),
            donts: list(donts, spanish?.donts)
        )
    }

    /// English of the catalog and its Spanish, as far as this activity comes from there.
    private func known(_ catalog: Catalog) -> [String: String] {
        guard let skill = skill.flatMap(catalog.skill), let translation = catalog.spanish[skill.id] else { return [:] }
        var pairs = [(skill.stop, translation.stop)]
        if let index = skill.home.firstIndex(where: { $0.name == name || $0.how == how }),
            translation.home.indices.contains(index)
        {
            let (english, spanish) = (skill.home[index], translation.home[index])
            pairs += [(english.name, spanish.name), (english.how, spanish.how), (english.safety, spanish.safety)]
        }
        return Dictionary(pairs.filter { !$0.1.isBlank }, uniquingKeysWith: { first, _ in first })
    }
}
