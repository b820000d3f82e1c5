package import TandemCatalog

/// One child on the way back to sport. Phases are gone through one by one: the next opens when all criteria of this one are met,
/// or when a clinician overrides those that are not, with a reason. A doctor's clearance is never overridden.
package struct ReturnToSport: Sendable, Hashable, Codable {
    package let id: ID<ReturnToSport>
    package let child: ID<Child>
    /// As it was when the child began: a later edition of the rules does not move the goal posts.
    package let program: SportProgram
    /// The day of the injury or operation.
    package let began: CalendarDate
    package private(set) var results: [Result]
    /// Oldest first.
    package private(set) var passages: [Passage]

    /// What somebody found of one criterion.
    package struct Result: Sendable, Hashable, Codable {
        package let phase: String
        package let criterion: String
        /// 1 for yes, 0 for no.
        package let value: Double
        package let on: CalendarDate
        /// Of a clearance: the doctor's name.
        package let words: String
        package let stamp: Stamp

        package init(
            phase: String,
            criterion: String,
            value: Double,
            on: CalendarDate,
            words: String = "",
            stamp: Stamp
        ) {
            self.phase = phase
            self.criterion = criterion
            self.value = value
            self.on = on
            self.words = words
            self.stamp = stamp
        }
    }

    /// A step from one phase to another.
    package struct Passage: Sendable, Hashable, Codable {
        package enum Ground: Sendable, Hashable, Codable {
            case met
            /// Criteria that were not met, and why the clinician went on.
            case override(unmet: [String], reason: String)
            /// Back to an earlier phase, after a flare-up or a new injury.
            case setback(reason: String)
        }

        package let from: Int
        package let to: Int
        package let ground: Ground
        /// How many results there were: later ones count for what comes after a setback.
        package let results: Int
        package let stamp: Stamp
    }

    package init(id: ID<ReturnToSport>, child: ID<Child>, program: SportProgram, began: CalendarDate) {
        self.id = id
        self.child = child
        self.program = program
        self.began = began
        results = []
        passages = []
    }

    /// Index of the phase the child is in.
    package var current: Int { passages.last?.to ?? 0 }

    package var phase: SportProgram.Phase { program.phases[min(current, program.phases.count - 1)] }

    package var isAtEnd: Bool { current >= program.phases.count - 1 }

    mutating func append(_ result: Result) { results.append(result) }
    mutating func append(_ passage: Passage) { passages.append(passage) }
}
