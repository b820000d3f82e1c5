package import TandemCatalog

/// Why a change to a split is not possible.
package enum SplitFault: Error, Sendable, Hashable {
    case noSuchStep, noSuchSkill
    /// A step asks for at least one skill.
    case noSkill
    case emptyText
    /// More than a line for a step or a skill, or more than a note for a reason.
    case tooLong
    /// A goal keeps at least one step.
    case lastStep
    /// The skill has that lead already.
    case unchanged
    /// Somebody has proposed something else that is not answered yet.
    case alreadyOpen
    case nothingOpen
    /// The other therapy answers, and another person.
    case ownProposal
    case noReason
}

/// A skill as somebody adds it: from the catalog, or in own words with who leads.
package enum AddedSkill: Sendable, Hashable {
    case known(Slug<Skill>)
    case own(name: String, lead: Lead)

    fileprivate var fits: Bool { if case .own(let name, _) = self { name.count <= TextLimit.line } else { true } }
}

extension Split {
    /// Adds a step behind `place`, or at the end, and gives its number.
    @discardableResult
    package mutating func addStep(
        _ text: String,
        skills: [AddedSkill],
        after place: Int? = nil,
        catalog: Catalog,
        by stamp: Stamp
    ) throws(SplitFault) -> Int {
        guard !text.isBlank else { throw .emptyText }
        guard !skills.isEmpty else { throw .noSkill }
        guard text.count <= TextLimit.line, skills.allSatisfy(\.fits) else { throw .tooLong }
        var position = steps.endIndex
        if let place { position = try index(of: place) + 1 }
        let ids = Self.unique(skills.map { add($0, from: catalog) })
        let number = (steps.map(\.number).max() ?? 0) + 1
        steps.insert(Step(number: number, text: text, skills: ids, added: stamp), at: position)
        return number
    }

    /// Takes a step out for this child; it stays readable, with the reason.
    package mutating func dropStep(_ number: Int, reason: String, by stamp: Stamp) throws(SplitFault) {
        let index = try index(of: number)
        guard !reason.isBlank else { throw .noReason }
        guard reason.count <= TextLimit.note else { throw .tooLong }
        guard steps[index].stands else { throw .unchanged }
        guard standingSteps.count > 1 else { throw .lastStep }
        steps[index].dropped = Dropping(reason: reason, stamp: stamp)
    }

    /// Brings a dropped step back.
    package mutating func restoreStep(_ number: Int) throws(SplitFault) {
        let index = try index(of: number)
        guard !steps[index].stands else { throw .unchanged }
        steps[index].dropped = nil
    }

    private func index(of number: Int) throws(SplitFault) -> Int {
        guard let index = steps.firstIndex(where: { $0.number == number }) else { throw .noSuchStep }
        return index
    }

    private mutating func add(_ skill: AddedSkill, from catalog: Catalog) -> Slug<Skill> {
        switch skill {
        case .known(let id):
            if part(id) == nil { parts.append(Part(id, of: catalog)) }
            return id
        case .own(let name, let lead):
            if let same = parts.first(where: { $0.name == name }) { return same.skill }
            let count = parts.count { $0.skill.text.hasPrefix(Self.ownPrefix) }
            let id = Slug<Skill>("\(Self.ownPrefix)\(count + 1)")
            parts.append(Part(id, name: name, lead: lead))
            return id
        }
    }

    /// Skills in a therapist's own words; no skill of the catalog is called so.
    private static var ownPrefix: String { "own-" }
}
