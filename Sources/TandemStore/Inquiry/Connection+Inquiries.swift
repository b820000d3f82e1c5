package import TandemCare
package import TandemDatabase

/// A list of inquiries as a practice works through them.
package enum InquiryList: String, Sendable, Hashable, CaseIterable {
    /// The practice has to act, longest waiting first.
    case waiting
    /// The family has to.
    case answered
    /// Taken on, passed on or closed, newest first.
    case over

    fileprivate var condition: String {
        switch self {
        case .waiting: "state = 'waiting' ORDER BY waits_since, id"
        case .answered: "state IN ('answered', 'passing') ORDER BY written_at, id"
        case .over: "state IN ('taken on', 'passed on', 'closed') ORDER BY written_at DESC, id DESC"
        }
    }
}

extension Connection {
    /// The inquiries of one list, at most `count`.
    package func inquiries(_ list: InquiryList, of practice: ID<Practice>, count: Int) throws -> [Versioned<Inquiry>] {
        try records(where: "practice = $1 AND \(list.condition) LIMIT \(count)", [.text(practice.text)])
    }

    /// - Throws: `StoreFailure.notFound` for one that is not there and one of another practice alike.
    package func inquiry(_ id: ID<Inquiry>, of practice: ID<Practice>) throws -> Versioned<Inquiry> {
        guard let found = try record(id), found.value.practice == practice else { throw StoreFailure.notFound }
        return found
    }

    /// How many inquiries wait for the practice.
    package func waitingInquiries(of practice: ID<Practice>) throws -> Int {
        let row = try row(
            "SELECT COUNT(*) AS number FROM inquiry WHERE practice = $1 AND state = 'waiting'",
            [.text(practice.text)]
        )
        return Int(try row?.integer("number") ?? 0)
    }

    /// What a family's private link opens: its inquiries from practice to practice, oldest first; `nil` for a link that is unknown
    /// or has run out.
    package func inquiries(with token: Token, at now: Instant) throws -> [Versioned<Inquiry>]? {
        let link = try row(
            "SELECT thread FROM inquiry_link WHERE token_hash = $1 AND expires_at > $2",
            [.text(token.hash), .integer(now.microseconds)]
        )
        guard let thread = try link?.text("thread") else { return nil }
        let all: [Versioned<Inquiry>] = try records(where: "thread = $1", [.text(thread)])
        var way = all.filter { $0.value.passedFrom == nil }
        while let last = way.last, let next = all.first(where: { $0.value.passedFrom == last.value.id }) {
            way.append(next)
        }
        return way
    }

    /// The practices that families may write to, by name.
    package func practicesOpenToInquiries() throws -> [Practice] {
        try records(Practice.self, where: "archived_at IS NULL ORDER BY name, id", [])
            .map(\.value).filter(\.takesInquiries)
    }
}
