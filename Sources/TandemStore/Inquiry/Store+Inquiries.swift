package import TandemCare
package import TandemDatabase

/// Inquiries: a family writes by a private link, a practice through its members. There is no child's record yet, so the gate is the
/// practice: what it may see is what was written to it. Every look and every change leaves a line all the same.
extension Store {
    /// A family's first letter.
    ///
    /// - Parameters:
    ///   - token: of the private link that the family gets.
    ///   - letters: to the family, if it has given an email; to the practice.
    /// - Throws: `StoreFailure.notFound` for a practice that takes no inquiries.
    package func write(
        _ inquiry: Inquiry,
        _ token: Token,
        letters: InquiryLetters
    ) async throws {
        try await change(by: .link) { transaction in
            guard let practice = try transaction.connection.record(inquiry.practice)?.value,
                practice.archivedAt == nil, practice.takesInquiries
            else { throw StoreFailure.notFound }
            try transaction.insert(inquiry)
            try transaction.link(token, to: inquiry.thread)
            try transaction.tellFamily(inquiry, letters.family)
            try transaction.tellFrontDesk(of: inquiry.practice, letters.practice)
        }
    }

    /// What a private link opens; leaves no line: the family reads its own words.
    package func inquiries(with token: Token) async throws -> [Versioned<Inquiry>]? {
        let now = effects.now()
        return try await database.read { try $0.inquiries(with: token, at: now) }
    }

    /// The family acts on the newest inquiry of its thread.
    /// - Throws: `StoreFailure.notFound` for a link that does not open; `Inquiry.Fault`.
    package func changeInquiry(
        with token: Token,
        telling letters: InquiryLetters,
        _ rule: @escaping @Sendable (inout Inquiry, Effects) throws -> Inquiry?
    ) async throws {
        try await change(by: .link) { transaction in
            guard let newest = try transaction.connection.inquiries(with: token, at: transaction.now)?.last else {
                throw StoreFailure.notFound
            }
            try transaction.change(newest.value.id, telling: letters, byFamily: true, rule)
        }
    }

    /// A member of the practice looks at an inquiry.
    package func lookAtInquiry<Value: Sendable>(
        _ id: ID<Inquiry>,
        in practice: ID<Practice>,
        by who: Requester,
        _ body: @escaping @Sendable (any Connection, Versioned<Inquiry>) throws -> Value
    ) async throws -> Value {
        let (value, child) = try await look(in: practice, .seeInquiries, by: who) { connection in
            let inquiry = try connection.inquiry(id, of: practice)
            return (try body(connection, inquiry), inquiry.value.child)
        }
        try trail.gather(
            AuditLine(
                at: effects.now(),
                account: who.account,
                practice: practice,
                child: child,
                verb: .looked,
                kind: Inquiry.kind,
                subject: id.text,
                ground: "practice"
            )
        )
        return value
    }

    /// A member of the practice acts on an inquiry.
    /// - Throws: `StoreFailure.notFound` for another practice's; `Inquiry.Fault`.
    package func changeInquiry(
        _ id: ID<Inquiry>,
        in practice: ID<Practice>,
        by who: Requester,
        telling letters: InquiryLetters,
        _ rule: @escaping @Sendable (inout Inquiry, Effects) throws -> Inquiry?
    ) async throws {
        try await change(in: practice, .answerInquiries, by: who) { transaction in
            _ = try transaction.connection.inquiry(id, of: practice)
            try transaction.change(id, telling: letters, byFamily: false, rule)
        }
    }

    /// The practice takes the child on: the record begins with what the family has told, in the same commit.
    ///
    /// - Parameters:
    ///   - home: how the family is reached, as it wrote.
    ///   - therapists: who begins on the child's team.
    ///   - intake: goes into the intake form, where the family can go on.
    ///   - invitation: for the family, where an email is known.
    package func takeOn(
        _ id: ID<Inquiry>,
        as new: NewChild,
        home: HomeDetails,
        in practice: ID<Practice>,
        by who: Requester,
        therapists: Set<ID<Account>>,
        intake: (section: IntakeForm.Section, answers: [String: String])?,
        inviting invitation: (token: Token, letter: Letter)?
    ) async throws -> ID<Child> {
        try await change(in: practice, .answerInquiries, by: who) { transaction in
            let current = try transaction.connection.inquiry(id, of: practice)
            let child = try transaction.addChild(new, to: practice, therapists: therapists)
            let household = try transaction.addHousehold(home, for: child.id)
            var inquiry = current.value
            try inquiry.takeOn(child.id, home: household.id, by: Stamp(by: who.account, at: transaction.now))
            try transaction.replace(inquiry, version: current.version)
            if let intake {
                var told = Intake(id: transaction.effects.id(), child: child.id)
                told.save(intake.section, intake.answers, by: who.account, at: transaction.now)
                try transaction.insert(told)
            }
            if let invitation {
                let invited = FamilyInvitation(
                    child: child.id,
                    household: household.id,
                    email: inquiry.writer.email,
                    relation: "parent",
                    mayConsent: true
                )
                try transaction.invite(invited, invitation.token, invitation.letter)
            }
            return child.id
        }
    }
}

/// What is written when an inquiry moves: that there is something to read, never what.
package struct InquiryLetters: Sendable {
    /// To the family, with a private link of its own.
    package let family: Letter
    /// Opens what `family` links to.
    package let token: Token
    /// To the front desk.
    package let practice: Letter

    package init(family: Letter, token: Token, practice: Letter) {
        self.family = family
        self.token = token
        self.practice = practice
    }
}
