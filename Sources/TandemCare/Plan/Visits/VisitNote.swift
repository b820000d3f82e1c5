package import TandemCatalog

/// What one therapist did in one visit. A draft can be changed by its author; once signed it never changes, and what comes to mind
/// later is an addendum.
package struct VisitNote: Sendable, Hashable, Codable {
    package let id: ID<VisitNote>
    package let child: ID<Child>
    package let practice: ID<Practice>
    package let author: ID<Account>
    package let discipline: Discipline
    package private(set) var content: Content
    package private(set) var signature: Signature?
    package private(set) var addenda: [Addendum]

    /// What a therapist writes.
    package struct Content: Sendable, Hashable, Codable {
        package var on: CalendarDate
        package var start: TimeOfDay?
        package var stop: TimeOfDay?
        /// What child and family said; pain.
        package var said: String
        package var entries: [VisitEntry]
        package var services: [VisitService]
        package var handoff: Handoff
        package var coTreatment: CoTreatment?

        package init(on: CalendarDate) {
            self.on = on
            said = ""
            entries = []
            services = []
            handoff = Handoff()
        }
    }

    package struct Signature: Sendable, Hashable, Codable {
        package let stamp: Stamp
        /// Name and credential as signed: "Ann Lee, PT, DPT".
        package let name: String
    }

    package struct Addendum: Sendable, Hashable, Codable {
        package let text: String
        package let stamp: Stamp
        /// Name and credential of who adds.
        package let name: String
    }

    package init(
        id: ID<VisitNote>,
        child: ID<Child>,
        practice: ID<Practice>,
        author: ID<Account>,
        discipline: Discipline,
        content: Content
    ) {
        self.id = id
        self.child = child
        self.practice = practice
        self.author = author
        self.discipline = discipline
        self.content = content
        addenda = []
    }

    package var isSigned: Bool { signature != nil }

    /// Why a note cannot be changed so.
    package enum Fault: Error, Sendable, Hashable {
        case signed, notSigned
        /// Only the author changes and signs a note.
        case notAuthor
        case empty
        /// Remarks that must be mended first.
        case unfinished([EntryRemark])
    }

    /// Replaces the draft.
    package mutating func edit(_ content: Content, by account: ID<Account>) throws(Fault) {
        guard !isSigned else { throw .signed }
        guard account == author else { throw .notAuthor }
        self.content = content
    }

    /// Signs and locks the note; entries in which nothing was written are left out, and the one service without
    /// minutes has those that are left.
    package mutating func sign(as name: String, today: CalendarDate, stamp: Stamp) throws(Fault) {
        guard !isSigned else { throw .signed }
        guard stamp.by == author else { throw .notAuthor }
        guard !name.isBlank else { throw .empty }
        let whole = content.withMinutesLeft
        let blocking = whole.remarks(today: today).filter(\.isBlocking)
        guard blocking.isEmpty else { throw .unfinished(blocking) }
        content = whole.trimmed
        signature = Signature(stamp: stamp, name: name)
    }

    /// Adds to a signed note, which itself stays as it is.
    package mutating func add(_ text: String, as name: String, stamp: Stamp) throws(Fault) {
        guard isSigned else { throw .notSigned }
        guard !text.isBlank, !name.isBlank else { throw .empty }
        guard text.count <= TextLimit.note else {
            throw .unfinished([.tooLong("addendum", length: text.count, limit: TextLimit.note)])
        }
        addenda.append(Addendum(text: text, stamp: stamp, name: name))
    }
}
