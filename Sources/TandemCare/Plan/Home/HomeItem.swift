package import TandemCatalog

/// One thing to do at home, from one discipline, in the one list that the family has.
package struct HomeItem: Sendable, Hashable, Codable {
    package enum State: Sendable, Hashable, Codable {
        case active
        case paused(reason: String, Stamp)
        case retired(reason: String, Stamp)

        /// Who paused it or took it out, and when.
        package var stamp: Stamp? {
            switch self {
            case .active: nil
            case .paused(_, let stamp), .retired(_, let stamp): stamp
            }
        }
    }

    package let id: ID<HomeItem>
    package let child: ID<Child>
    package let practice: ID<Practice>
    package let discipline: Discipline
    package var name: String
    package var how: String
    package var minutes: Int
    package var daysAWeek: Int
    /// `nil` where Tandem suggests one.
    package var routine: Routine?
    package var dos: [String]
    package var donts: [String]
    package var skill: Slug<Skill>?
    package var goal: ID<Goal>?
    /// The same in Spanish, where a therapist wrote it or the catalog has it.
    package var spanish: HomeText?
    package private(set) var state: State
    package let made: Stamp

    package init(
        id: ID<HomeItem>,
        child: ID<Child>,
        practice: ID<Practice>,
        discipline: Discipline,
        name: String,
        how: String = "",
        minutes: Int,
        daysAWeek: Int,
        routine: Routine? = nil,
        dos: [String] = [],
        donts: [String] = [],
        skill: Slug<Skill>? = nil,
        goal: ID<Goal>? = nil,
        made: Stamp
    ) {
        self.id = id
        self.child = child
        self.practice = practice
        self.discipline = discipline
        self.name = name
        self.how = how
        self.minutes = minutes
        self.daysAWeek = daysAWeek
        self.routine = routine
        self.dos = dos
        self.donts = donts
        self.skill = skill
        self.goal = goal
        state = .active
        self.made = made
    }

    package var isActive: Bool { state == .active }

    package var isPaused: Bool { if case .paused = state { true } else { false } }

    /// Why an item does not go to that state.
    package enum Fault: Error, Sendable, Hashable {
        case noReason, retired, notPaused, notActive
        /// The tick is about another item or another child.
        case otherItem
    }

    /// Why an activity that hurt is paused.
    package static let hurtReason = "it hurt"

    /// Why an activity is out of the program where nobody says otherwise.
    package static let doneReason = "it has done its work"

    package var isPausedForHurt: Bool {
        if case .paused(Self.hurtReason, _) = state { true } else { false }
    }

    package mutating func pause(reason: String, by stamp: Stamp) throws(Fault) {
        guard !reason.isBlank else { throw .noReason }
        guard isActive else { throw .notActive }
        state = .paused(reason: reason, stamp)
    }

    /// A therapist looked at it and lets it go on.
    package mutating func resume() throws(Fault) {
        guard case .paused = state else { throw .notPaused }
        state = .active
    }

    /// It has done its work, or another took its place.
    package mutating func retire(reason: String, by stamp: Stamp) throws(Fault) {
        guard !reason.isBlank else { throw .noReason }
        if case .retired = state { throw .retired }
        state = .retired(reason: reason, stamp)
    }

    /// What a person can still mend.
    package var remarks: [EntryRemark] {
        var remarks = EntryRemark.text(
            "name",
            name,
            limit: TextLimit.line,
            required: "Say what to do, as in \"Flamingo at the sink\"."
        )
        remarks += EntryRemark.text("how", how, limit: TextLimit.note)
        for text in dos { remarks += EntryRemark.text("dos", text, limit: TextLimit.line) }
        for text in donts { remarks += EntryRemark.text("donts", text, limit: TextLimit.line) }
        if !(1...120).contains(minutes) {
            remarks.append(
                .outOfOrder("minutes", message: "These minutes cannot be.", mend: "Write a number from 1 to 120.")
            )
        }
        if !(1...7).contains(daysAWeek) {
            remarks.append(.outOfOrder("days", message: "A week has seven days.", mend: "Write a number from 1 to 7."))
        }
        return remarks
    }
}
