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
    /// File and line, for messages.
    package let place: Place

    package init(kind: Kind, text: String, skill: Slug<Skill>? = nil, place: Place) {
        self.kind = kind
        self.text = text
        self.skill = skill
        self.place = place
    }
}

/// A line of a catalog file.
package struct Place: Sendable, Hashable {
    package let file: String
    /// Counted from 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
