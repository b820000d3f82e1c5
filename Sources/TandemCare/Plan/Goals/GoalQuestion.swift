package import TandemCatalog

/// A question beside a goal, across practices: one asks, anybody of the team or the family answers.
package struct GoalQuestion: Sendable, Hashable, Codable {
    package struct Line: Sendable, Hashable, Codable {
        package let text: String
        /// `nil` for family.
        package let discipline: Discipline?
        package let stamp: Stamp
    }

    package enum Fault: Error, Sendable, Hashable { case empty, tooLong, closed }

    package let id: ID<GoalQuestion>
    package let child: ID<Child>
    package let goal: ID<Goal>
    /// The question, then the answers.
    package private(set) var lines: [Line]
    package private(set) var closed: Stamp?

    package init(
        id: ID<GoalQuestion>,
        child: ID<Child>,
        goal: ID<Goal>,
        text: String,
        discipline: Discipline?,
        stamp: Stamp
    ) throws(Fault) {
        self.id = id
        self.child = child
        self.goal = goal
        lines = []
        try add(text, discipline: discipline, stamp: stamp)
    }

    package mutating func add(_ text: String, discipline: Discipline?, stamp: Stamp) throws(Fault) {
        guard closed == nil else { throw .closed }
        guard !text.isBlank else { throw .empty }
        guard text.count <= TextLimit.note else { throw .tooLong }
        lines.append(Line(text: text, discipline: discipline, stamp: stamp))
    }

    package mutating func close(by stamp: Stamp) throws(Fault) {
        guard closed == nil else { throw .closed }
        closed = stamp
    }
}
