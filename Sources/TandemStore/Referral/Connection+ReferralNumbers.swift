package import TandemCare
import TandemCatalog
package import TandemDatabase

extension Connection {
    /// The referrals that went out from a practice, or came to it, since a moment; each as numbers count it, oldest first.
    package func referralFigures(
        of practice: ID<Practice>,
        _ side: ReferralSide,
        since: Instant
    ) throws -> [ReferralFigure] {
        let (own, other) = side == .sender ? ("from_practice", "to_practice") : ("to_practice", "from_practice")
        return try rows(
            """
            SELECT r.discipline, r.sent_at, r.contacted_at, r.scheduled_at, r.attended_at, r.reported_at, r.closed_at,
                r.lost_reason, r.to_practice, r.to_partner, COALESCE(p.name, t.name) AS other
            FROM referral r LEFT JOIN practice p ON p.id = r.\(other) LEFT JOIN partner t ON t.id = r.to_partner
            WHERE r.\(own) = $1 AND r.sent_at >= $2 ORDER BY r.sent_at, r.id
            """,
            [.text(practice.text), .integer(since.microseconds)]
        ).compactMap(ReferralFigure.init)
    }
}

extension ReferralFigure {
    fileprivate init?(_ row: Row) throws {
        let recipient =
            try row.optionalText("to_practice").flatMap { ID<Practice>($0) }.map(ReferralRecipient.practice)
            ?? row.optionalText("to_partner").flatMap { ID<Partner>($0) }.map(ReferralRecipient.partner)
        guard let discipline = Discipline(rawValue: try row.text("discipline")), let recipient else { return nil }
        func moment(_ name: String) throws -> Instant? {
            try row.optionalInteger(name).map(Instant.init(microseconds:))
        }
        self.init(
            discipline: discipline,
            other: try row.optionalText("other") ?? "",
            recipient: recipient,
            moments: ReferralMoments(
                sent: try moment("sent_at"),
                contacted: try moment("contacted_at"),
                scheduled: try moment("scheduled_at"),
                attended: try moment("attended_at"),
                reported: try moment("reported_at"),
                closed: try moment("closed_at")
            ),
            lost: try row.optionalText("lost_reason").flatMap(LostReason.init(rawValue:))
        )
    }
}
