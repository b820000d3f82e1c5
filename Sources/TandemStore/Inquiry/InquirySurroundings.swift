package import TandemCare
package import TandemDatabase

/// The names that an inquiry's page shows.
package struct InquirySurroundings: Sendable {
    package let practices: [ID<Practice>: Practice]
    /// Of those who answered.
    package let names: [ID<Account>: String]
}

extension Connection {
    package func around(_ inquiries: [Inquiry]) throws -> InquirySurroundings {
        var practices: [ID<Practice>: Practice] = [:]
        var names: [ID<Account>: String] = [:]
        for inquiry in inquiries {
            practices[inquiry.practice] = try record(inquiry.practice)?.value
            for account in Set(inquiry.steps.compactMap(\.by)) { names[account] = try record(account)?.value.name }
        }
        return InquirySurroundings(practices: practices, names: names)
    }
}

extension Store {
    /// For the family, by its private link.
    package func around(_ inquiries: [Inquiry]) async throws -> InquirySurroundings {
        try await database.read { try $0.around(inquiries) }
    }

    package func practicesOpenToInquiries() async throws -> [Practice] {
        try await database.read { try $0.practicesOpenToInquiries() }
    }
}
