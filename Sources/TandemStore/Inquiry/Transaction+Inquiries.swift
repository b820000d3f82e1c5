import TandemCare
import TandemDatabase

extension Transaction {
    /// How long a private link opens after the letter that carries it.
    static let inquiryLinkValidity = Duration.days(90)

    func link(_ token: Token, to thread: ID<Inquiry>) throws {
        try connection.execute(
            "INSERT INTO inquiry_link (token_hash, thread, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            [
                .text(token.hash), .text(thread.text), .integer(now.microseconds),
                .integer((now + Self.inquiryLinkValidity).microseconds),
            ]
        )
    }

    /// Applies a rule, saves, and tells the other side. What the rule passes on goes to the other practice in the same commit.
    func change(
        _ id: ID<Inquiry>,
        telling letters: InquiryLetters,
        byFamily: Bool,
        _ rule: (inout Inquiry, Effects) throws -> Inquiry?
    ) throws {
        guard let current = try connection.record(id) else { throw StoreFailure.notFound }
        var inquiry = current.value
        let passedOn = try rule(&inquiry, effects)
        try replace(inquiry, version: current.version)
        if let passedOn {
            try insert(passedOn)
            try tellFrontDesk(of: passedOn.practice, letters.practice)
        }
        if byFamily {
            try tellFrontDesk(of: inquiry.practice, letters.practice)
        } else if !inquiry.writer.email.isEmpty {
            try link(letters.token, to: inquiry.thread)
            try tellFamily(inquiry, letters.family)
        }
    }

    func tellFamily(_ inquiry: Inquiry, _ letter: Letter) throws {
        guard !inquiry.writer.email.isEmpty else { return }
        try send(Mail(to: inquiry.writer.email, letter))
    }

    /// The front desk; where there is none, everybody who may answer.
    func tellFrontDesk(of practice: ID<Practice>, _ letter: Letter) throws {
        let people = try connection.people(of: practice)
        let desk = people.filter { $0.roles.contains(.frontDesk) }
        for person in desk.isEmpty ? people.filter(\.isTherapist) : desk {
            try send(Mail(to: person.email, letter))
        }
    }
}
