package import TandemCatalog

/// A family writes to a practice that does not know the child yet, and what came of it.
///
/// There is no record of the child before a practice takes the child on: what is known stands in here, and is what the family chose
/// to share. Passed on, the same words reach another practice as an inquiry of its own, in the same `thread`.
package struct Inquiry: Sendable, Hashable, Codable {
    package let id: ID<Inquiry>
    /// The first inquiry of a family's way from practice to practice; its own id where nothing was passed on.
    package let thread: ID<Inquiry>
    package let practice: ID<Practice>
    /// The inquiry that this one was passed on from.
    package let passedFrom: ID<Inquiry>?
    package let writer: Writer
    package let about: About
    /// Chosen by the family, each part as it was shown.
    package let shared: [SharedPart]
    /// Everything that was said and done, oldest first.
    package private(set) var steps: [InquiryStep] = []
    package private(set) var state: State = .waiting
    /// Whom the practice would pass the family on to, while the family is asked and after.
    package private(set) var passing: InquiryPassing?
    /// The child's record, once the practice has taken the child on.
    package private(set) var child: ID<Child>?
    /// The home that it was written from, as the record has it once the child is taken on; the letter is that home's own.
    package private(set) var home: ID<Household>?

    /// Who writes, and how to reach them.
    package struct Writer: Sendable, Hashable, Codable {
        package let name: String
        /// Empty where the family wants to be called.
        package let email: String
        /// Empty where the family wants letters.
        package let phone: String
        /// "weekdays after 4", in the family's words.
        package let bestTime: String

        package init(name: String, email: String, phone: String, bestTime: String) {
            self.name = name
            self.email = email
            self.phone = phone
            self.bestTime = bestTime
        }
    }

    /// Of the child only what the first answer takes.
    package struct About: Sendable, Hashable, Codable {
        /// First name, or what the family calls the child.
        package let calledName: String
        /// "4 years", as the family told it; empty where it did not.
        package let age: String
        /// What the guide said could help; empty where it did not say.
        package let disciplines: Set<Discipline>

        package init(calledName: String, age: String, disciplines: Set<Discipline>) {
            self.calledName = calledName
            self.age = age
            self.disciplines = disciplines
        }
    }

    /// Who has to act next, and what has become of it.
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// For the practice.
        case waiting
        /// For the family, which may write back.
        case answered
        /// For the family, which says whether it may be passed on.
        case passing
        case takenOn = "taken on"
        case passedOn = "passed on"
        case closed

        package var isOpen: Bool { self == .waiting || self == .answered || self == .passing }
    }

    package enum Fault: Error, Sendable, Hashable {
        /// Taken on, passed on or closed already.
        case over
        case empty, tooLong
        /// Nobody has asked to pass it on.
        case notAsked
    }

    package init(
        id: ID<Inquiry>,
        to practice: ID<Practice>,
        from writer: Writer,
        about: About,
        shared: [SharedPart],
        text: String,
        at now: Instant
    ) throws(Fault) {
        self.id = id
        thread = id
        self.practice = practice
        passedFrom = nil
        self.writer = writer
        self.about = about
        self.shared = shared
        guard text.count <= TextLimit.note else { throw .tooLong }
        steps = [InquiryStep(.written, text, by: nil, at: now)]
    }

    /// The same words for another practice, with the family's yes.
    private init(_ id: ID<Inquiry>, passedOnFrom other: Inquiry, to practice: ID<Practice>, at now: Instant) {
        self.id = id
        thread = other.thread
        self.practice = practice
        passedFrom = other.id
        writer = other.writer
        about = other.about
        shared = other.shared
        steps = [InquiryStep(.written, other.steps.first?.text ?? "", by: nil, at: now)]
    }
}

/// What can be done with an inquiry. Each throws `Fault.over` where nothing more can be.
extension Inquiry {
    /// The practice writes to the family.
    package mutating func answer(_ text: String, by stamp: Stamp) throws(Fault) {
        try add(.answered, text, by: stamp.by, at: stamp.at)
        if state == .waiting { state = .answered }
    }

    /// The family writes again.
    package mutating func reply(_ text: String, at now: Instant) throws(Fault) {
        try add(.replied, text, by: nil, at: now)
        if state == .answered { state = .waiting }
    }

    /// The practice asks the family whether it may pass it on.
    package mutating func ask(toPassTo passing: InquiryPassing, _ text: String, by stamp: Stamp) throws(Fault) {
        try add(.asked, text, other: passing.name, by: stamp.by, at: stamp.at, mayBeEmpty: true)
        self.passing = passing
        state = .passing
    }

    /// The family says whether it may be passed on.
    ///
    /// - Parameters:
    ///   - stamp: who of the practice wrote it down, where the family said it on the phone; `nil` where it said so itself.
    ///   - id: of the inquiry to the other practice, where that one reads Tandem.
    /// - Returns: what the other practice gets; `nil` for a no, and for one that has to be called.
    package mutating func decide(
        _ yes: Bool,
        by stamp: Stamp?,
        at now: Instant,
        id: ID<Inquiry>
    ) throws(Fault) -> Inquiry? {
        guard state.isOpen else { throw .over }
        guard state == .passing, let passing else { throw .notAsked }
        try add(yes ? .agreed : .disagreed, "", by: stamp?.by, at: now, mayBeEmpty: true)
        guard yes else {
            self.passing = nil
            state = .waiting
            return nil
        }
        state = .passedOn
        return passing.practice.map { Inquiry(id, passedOnFrom: self, to: $0, at: now) }
    }

    /// The practice takes the child on.
    /// - Parameter home: of the family that wrote.
    package mutating func takeOn(_ child: ID<Child>, home: ID<Household>, by stamp: Stamp) throws(Fault) {
        try add(.takenOn, "", by: stamp.by, at: stamp.at, mayBeEmpty: true)
        self.child = child
        self.home = home
        state = .takenOn
    }

    /// Ended without a visit, and why.
    /// - Parameter account: `nil` where the family ends it.
    package mutating func close(_ reason: String, by account: ID<Account>?, at now: Instant) throws(Fault) {
        try add(.closed, reason, by: account, at: now, mayBeEmpty: account == nil)
        state = .closed
    }

    private mutating func add(
        _ kind: InquiryStep.Kind,
        _ text: String,
        other: String? = nil,
        by account: ID<Account>?,
        at now: Instant,
        mayBeEmpty: Bool = false
    ) throws(Fault) {
        guard state.isOpen else { throw .over }
        guard mayBeEmpty || !text.isBlank else { throw .empty }
        guard text.count <= TextLimit.note else { throw .tooLong }
        steps.append(InquiryStep(kind, text, other: other, by: account, at: now))
    }
}

extension Inquiry {
    /// How soon a family should hear.
    ///
    /// Source: families that waited over a week for a visit came half as often (attendance 0.48 times as likely at 8 to 14 days,
    /// https://publications.aap.org/pediatrics/article/144/6/e20190545/37947/); a first contact within two days leaves room for that.
    package static let answerWithinWorkingDays = 2

    /// Since when the practice has been the one to act; `nil` while it is not.
    package var waitsSince: Instant? {
        guard state == .waiting else { return nil }
        let last = steps.last { [.written, .replied, .disagreed].contains($0.kind) }
        return last?.at
    }

    /// The first answer of the practice, or what it did instead of one.
    package var firstAnsweredAt: Instant? {
        steps.first { [.answered, .asked, .takenOn].contains($0.kind) || $0.kind == .closed && $0.by != nil }?.at
    }

    package var writtenAt: Instant { steps.first?.at ?? Instant(microseconds: 0) }
}
