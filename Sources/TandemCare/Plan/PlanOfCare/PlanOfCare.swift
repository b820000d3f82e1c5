package import TandemCatalog

/// What payers and physicians ask of one discipline's plan: diagnosis, goals, type, amount, frequency, duration, signatures
/// (42 CFR 410.61). Each practice keeps its own; the shared plan refers to both. Once its therapist has signed it never changes: a
/// change is a new plan that takes its place, signed anew.
package struct PlanOfCare: Sendable, Hashable, Codable {
    package let id: ID<PlanOfCare>
    package let child: ID<Child>
    package let practice: ID<Practice>
    package let discipline: Discipline
    package let therapist: ID<Account>
    /// The plan that this one takes the place of.
    package let replaces: ID<PlanOfCare>?
    package private(set) var content: Content
    package private(set) var signature: VisitNote.Signature?
    /// Orders, sendings, certifications, reports: what comes in and goes out while the plan runs.
    package private(set) var papers: [Paper]

    package struct Content: Sendable, Hashable, Codable {
        /// As it was told or ordered; Tandem makes no diagnosis.
        package var diagnosis: String
        /// "therapeutic exercise, gait training".
        package var type: String
        /// Visits on one day.
        package var visitsADay: Int
        package var minutesAVisit: Int
        /// How often and how long; several where it tapers off.
        package var paces: [Pace]
        package var goals: [CareGoal]
        package var evaluated: CalendarDate?
        /// Id of `Rules/payers.txt`.
        package var payer: Slug<PayerRules>

        package init(payer: Slug<PayerRules>) {
            diagnosis = ""
            type = ""
            visitsADay = 1
            minutesAVisit = 45
            paces = []
            goals = []
            self.payer = payer
        }

        /// Days the plan runs.
        package var days: Int { paces.reduce(0) { $0 + max(0, $1.weeks) * 7 } }

        /// Visits in all.
        package var visits: Int {
            paces.reduce(0) { $0 + max(0, $1.weeks) * max(0, $1.timesAWeek) } * max(1, visitsADay)
        }
    }

    /// So many times a week for so many weeks.
    package struct Pace: Sendable, Hashable, Codable {
        package var timesAWeek: Int
        package var weeks: Int

        package init(timesAWeek: Int, weeks: Int) {
            self.timesAWeek = timesAWeek
            self.weeks = weeks
        }
    }

    package init(
        id: ID<PlanOfCare>,
        child: ID<Child>,
        practice: ID<Practice>,
        discipline: Discipline,
        therapist: ID<Account>,
        replaces: ID<PlanOfCare>? = nil,
        content: Content
    ) {
        self.id = id
        self.child = child
        self.practice = practice
        self.discipline = discipline
        self.therapist = therapist
        self.replaces = replaces
        self.content = content
        papers = []
    }

    package var isSigned: Bool { signature != nil }

    /// Why a plan cannot be changed so.
    package enum Fault: Error, Sendable, Hashable {
        case signed, notSigned, notTherapist, noName
        case unfinished([EntryRemark])
    }

    package mutating func edit(_ content: Content, by account: ID<Account>) throws(Fault) {
        guard signature == nil else { throw .signed }
        guard account == therapist else { throw .notTherapist }
        self.content = content
    }

    package mutating func sign(as name: String, stamp: Stamp) throws(Fault) {
        guard signature == nil else { throw .signed }
        guard stamp.by == therapist else { throw .notTherapist }
        guard !name.isBlank else { throw .noName }
        let blocking = content.remarks.filter(\.isBlocking)
        guard blocking.isEmpty else { throw .unfinished(blocking) }
        signature = VisitNote.Signature(stamp: stamp, name: name)
    }

    /// Adds what came in or went out. Orders may come before the plan is signed, the rest comes after.
    package mutating func add(_ paper: Paper) throws(Fault) {
        let isOrder = paper.kind == .verbalOrder || paper.kind == .order
        guard signature != nil || isOrder else { throw .notSigned }
        guard !paper.name.isBlank || !paper.kind.namesPhysician else { throw .noName }
        papers.append(paper)
    }
}

/// A goal as a payer reads it: measurable, with a baseline and a day.
package struct CareGoal: Sendable, Hashable, Codable {
    package var goal: ID<Goal>
    package var longTerm: String
    package var shortTerm: [String]
    package var baseline: String
    /// Level 0 of its scale.
    package var target: String
    package var by: CalendarDate

    package init(
        goal: ID<Goal>,
        longTerm: String,
        shortTerm: [String] = [],
        baseline: String,
        target: String,
        by: CalendarDate
    ) {
        self.goal = goal
        self.longTerm = longTerm
        self.shortTerm = shortTerm
        self.baseline = baseline
        self.target = target
        self.by = by
    }

    /// A goal of the shared plan with its scale.
    package init(_ goal: Goal, scale: AttainmentScale?) {
        let place = goal.setting.isBlank ? "" : " \(goal.setting)"
        let help = goal.help.isBlank ? "" : ", with \(goal.help)"
        self.init(
            goal: goal.id,
            longTerm: goal.title + place + help,
            baseline: goal.baseline,
            target: scale?.level(0)?.words ?? "",
            by: scale?.by ?? goal.by
        )
    }
}
