import TandemCare
import TandemStore

extension ReferralCounts {
    /// For the practice's home; what is none is not shown.
    func values(_ practice: ID<Practice>) -> [Page.Values] {
        let href = Address.practicePage(practice, .referrals).path
        let all = [
            (waiting, "Referrals for you", "wait for your practice to act"),
            (overdue, "Referrals overdue", "sent or received, past their day"),
        ]
        return all.filter { $0.0 > 0 }.map { ["href": href, "count": "\($0.0)", "name": $0.1, "note": $0.2] }
    }
}
