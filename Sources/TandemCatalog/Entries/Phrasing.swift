/// One wording by which families, teachers or doctors name an entry.
package struct Phrasing: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Names the thing itself ("put on pants"): trouble, wish or "not" around it make it a concern.
        case says
        /// Tells of the trouble outright ("both legs in one hole"): "not" before it takes it back.
        case sign
    }

    package let kind: Kind
    package let text: String
    /// The skill that this trouble points at, where the author named one (`text -> skill`).
    package let skill: Slug<Skill>?

    package init(kind: Kind, text: String, skill: Slug<Skill>? = nil) {
        self.kind = kind
        self.text = text
        self.skill = skill
    }
}
