import TandemCare
import TandemCatalog
import TandemStore

/// What ties the practices together in an exported record, in words for `record.mustache`: letters, referrals, appointments.
struct ExportedConnections: Sendable {
    private let letters: [Inquiry]
    private let referrals: [Referral]
    private let messages: [ReferralMessage]
    private let appointments: [Appointment]
    private let names: ReferralNames
    private let table: ReferralTable
    private let now: Instant
    private let day: @Sendable (Instant) -> CalendarDate

    init(
        _ record: RecordExport,
        rules table: ReferralTable,
        now: Instant,
        day: @escaping @Sendable (Instant) -> CalendarDate
    ) throws {
        letters = try record.standing()
        referrals = try record.standing()
        messages = try record.standing()
        appointments = try record.standing()
        (names, self.table, self.now, self.day) = (record.names, table, now, day)
    }

    var values: Page.Values {
        [
            "letters": letters.sorted { $0.writtenAt < $1.writtenAt }.map(letter),
            "referrals": referrals.sorted { $0.created.at < $1.created.at }.map(referral),
            "appointments": appointments.sorted { $0.content.first < $1.content.first }.map(appointment),
        ]
    }

    private func letter(_ inquiry: Inquiry) -> Page.Values {
        let words = InquiryWords(inquiry: inquiry, practice: "The practice", day: day, isFamily: true)
        return [
            "on": DateText.text(day(inquiry.writtenAt)), "status": words.status,
            "reach": [inquiry.writer.name, inquiry.writer.phone, inquiry.writer.email].filter { !$0.isEmpty }
                .joined(separator: ", "),
            "shared": words.shared, "steps": words.steps { _ in "Somebody" },
        ]
    }

    private func referral(_ referral: Referral) -> Page.Values {
        let words = ReferralWords(referral: referral, names: names, table: table, now: now, day: day)
        var values = words.values(forFamily: true)
        values["request"] = referral.request
        values["steps"] = words.steps
        values["parts"] = words.parts
        values["report"] = words.report.map { [$0] } ?? [Page.Values]()
        values["messages"] = messages.filter { $0.referral == referral.id }.map { $0.values(words) }
        return values
    }

    private func appointment(_ appointment: Appointment) -> Page.Values {
        let content = appointment.content
        var values: Page.Values = [
            "letter": content.discipline.rawValue, "first": DateText.text(content.first),
            "at": TimeText.time(content.at),
            "minutes": content.minutes,
        ]
        values["rhythm"] = appointment.rhythm
        return values
    }
}
