package import TandemCare
package import TandemDatabase

/// How a practice has fared with one of its partners.
package struct PartnerRecord: Sendable, Hashable {
    package let sent: Int
    package let reported: Int
    /// The middle of the days from the sending to the first contact with the family; `nil` where there was none.
    package let firstContactDays: Double?

    package init(_ numbers: ReferralNumbers) {
        sent = numbers.counts[.sent] ?? 0
        reported = numbers.counts[.reported] ?? 0
        firstContactDays = numbers.days[.contacted]
    }
}

extension Connection {
    /// By partner, of the referrals of two years; partners that nothing was sent to are not in it.
    package func partnerRecords(of practice: ID<Practice>, at now: Instant) throws -> [ID<Partner>: PartnerRecord] {
        let figures = try referralFigures(of: practice, .sender, since: now - .days(730))
        let byRecipient = Dictionary(grouping: figures, by: \.recipient)
        var records: [ID<Partner>: PartnerRecord] = [:]
        for partner in try partners(of: practice) + partners(of: practice, archived: true) {
            let recipients = [.partner(partner.value.id), partner.value.recipient] as Set<ReferralRecipient>
            let own = recipients.flatMap { byRecipient[$0] ?? [] }
            if !own.isEmpty { records[partner.value.id] = PartnerRecord(ReferralNumbers(own)) }
        }
        return records
    }
}
