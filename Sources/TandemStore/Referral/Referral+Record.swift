package import TandemCare
import TandemCatalog
package import TandemDatabase

extension Partner: Record {
    package static var kind: String { "partner" }
    package static var columnNames: [String] {
        ["practice", "name", "disciplines", "in_tandem", "is_trusted", "archived_at"]
    }
    package var columnValues: [SQLValue] {
        [
            .text(practice.text), .text(name),
            .text(disciplines.map(\.rawValue).sorted(by: >).joined(separator: ",")), .text(inTandem?.text),
            isTrusted ? 1 : 0, .instant(archivedAt),
        ]
    }
}

extension ReferralClock: Record {
    package static var kind: String { "referral_clock" }
    package static var columnNames: [String] { ["practice"] }
    package var columnValues: [SQLValue] { [.text(practice.text)] }
    /// The practice's: it has one.
    package var id: ID<ReferralClock> { practice.of() }
}

extension Referral: PlanRecord {
    package static var kind: String { "referral" }
    package static var columnNames: [String] {
        [
            "child", "from_practice", "sender", "to_practice", "to_partner", "discipline", "thread", "state", "owner",
            "is_open", "due_at", "alarm_at", "silent_at", "visit_on", "sent_at", "contacted_at", "scheduled_at",
            "attended_at", "reported_at",
            "closed_at", "lost_reason",
        ]
    }
    package var columnValues: [SQLValue] {
        let moments = moments
        return [
            .text(child.text), .text(from.text), .text(created.by.text), .text(to.practice?.text),
            .text(to.partner?.text), .text(discipline.rawValue), .text(thread.text), .text(state.rawValue),
            .text(owner?.rawValue), isOpen ? 1 : 0, .instant(isOpen ? due : nil),
            .instant(isOpen ? waits.since + .days(waits.days.alarm) : nil),
            .instant(isOpen ? waits.since + .days(waits.days.silent) : nil), visit.map(SQLValue.day) ?? .null,
            .instant(moments.sent), .instant(moments.contacted), .instant(moments.scheduled),
            .instant(moments.attended), .instant(moments.reported), .instant(moments.closed),
            .text(lostReason?.rawValue),
        ]
    }
}

extension ReferralMessage: PlanRecord {
    package static var kind: String { "referral_message" }
    package static var columnNames: [String] { ["child", "referral"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(referral.text)] }
}
