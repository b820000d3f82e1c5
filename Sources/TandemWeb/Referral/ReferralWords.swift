import TandemCare
import TandemCatalog
import TandemStore

/// A referral in words: the status line and the next step, the same for everybody who reads them.
struct ReferralWords: Sendable {
    let referral: Referral
    let names: ReferralNames
    let table: ReferralTable
    let now: Instant
    let day: @Sendable (Instant) -> CalendarDate

    private var words: ReferralTable.Words { table.words(referral.state) }

    /// "Accepted, a first visit is to be found"
    var line: String {
        if referral.isPutAway { return "Put away, nothing was sent" }
        if referral.ended != nil { return "No answer, somebody else is looked for" }
        return words.line
    }

    var clinic: String {
        guard let ended = referral.ended else { return filled(words.clinic) }
        return
            "Closed on \(DateText.text(day(ended.stamp.at))): \(ended.reason.words). An answer that still comes counts."
    }

    var family: String {
        if referral.isPutAway { return "Nothing was sent." }
        guard referral.ended == nil else {
            return "\(recipient) did not answer. \(sender) looks for somebody else."
        }
        let isLate = referral.standing(at: now).level > .fine
        return filled(isLate ? words.late ?? words.family : words.family)
    }

    var recipient: String { names.recipient(referral) }
    var sender: String { names.sender(referral) }

    /// How late it is, where it is late: for practices. A family reads what was due by when, and whom it can call.
    var late: String? {
        let standing = referral.standing(at: now)
        switch standing.level {
        case .fine: return nil
        case .remind: return "Due"
        case .alarm: return "No news for \(standing.days) days"
        case .silent: return "Silent for \(standing.days) days"
        }
    }

    /// A sentence that needs what is not known is left out.
    private func filled(_ text: String) -> String {
        let known = [
            "{sender}": sender, "{recipient}": recipient, "{day}": DateText.text(day(referral.due)),
            "{visit}": referral.visit.map(DateText.text) ?? "", "{phone}": names.phone(referral),
            "{sender phone}": names.senderPhone(referral),
        ]
        return text.split(separator: ". ").map(String.init).filter { sentence in
            !known.contains { sentence.contains($0.key) && $0.value.isEmpty }
        }.map { sentence in
            let full = known.reduce(sentence) { $0.replacing($1.key, with: $1.value) }
            return full.hasSuffix(".") ? full : full + "."
        }.joined(separator: " ")
    }

    func values(forFamily isFamily: Bool) -> Page.Values {
        var values = Mark.values([referral.discipline])
        values["status_line"] = line
        values["next_step"] = isFamily ? family : clinic
        if !isFamily { values["late"] = late }
        values["from_name"] = sender
        values["to_name"] = recipient
        values["therapy"] = referral.discipline.name
        values["is_open"] = referral.isOpen
        values["begun"] = DateText.text(day(referral.created.at))
        return values
    }

    /// Every step, newest first.
    var steps: [Page.Values] {
        var entries = referral.steps.map { step -> (Instant, Page.Values) in
            let who = step.hand.account.map(names.name) ?? recipient
            var values: Page.Values = [
                "when": DateText.text(day(step.at)), "step": "\(who) \(step.event.past)", "step_note": step.note,
            ]
            values["step_reason"] = step.reason?.words
            values["step_visit"] = step.visit.map(DateText.text)
            return (step.at, values.withoutEmptyTexts)
        }
        if let given = referral.consent.given {
            let how =
                given.way == .tandem
                ? "in Tandem" : "\(given.way.rawValue), written down by \(names.name(given.stamp.by))"
            entries.append(
                (given.on, ["when": DateText.text(day(given.on)), "step": "\(given.name) said yes (\(how))"])
            )
        }
        if case .refused(let stamp, let reason) = referral.consent {
            let said: Page.Values = [
                "when": DateText.text(day(stamp.at)), "step": "\(names.name(stamp.by)) said no", "step_note": reason,
            ]
            entries.append((stamp.at, said.withoutEmptyTexts))
        }
        if let contacted = referral.contacted {
            entries.append(
                (contacted.at, ["when": DateText.text(day(contacted.at)), "step": "\(recipient) reached the family"])
            )
        }
        if let ended = referral.ended {
            entries.append(
                (
                    ended.stamp.at,
                    [
                        "when": DateText.text(day(ended.stamp.at)),
                        "step": "\(names.name(ended.stamp.by)) closed it: \(ended.reason.words)",
                    ]
                )
            )
        }
        entries.append(
            (
                referral.created.at,
                [
                    "when": DateText.text(day(referral.created.at)),
                    "step": "\(names.name(referral.created.by)) wrote it",
                ]
            )
        )
        return entries.enumerated().sorted { ($0.element.0, -$0.offset) > ($1.element.0, -$1.offset) }.map(\.element.1)
    }

    /// What was sent, part by part.
    var parts: [Page.Values] {
        referral.package.parts.map { ["part_title": $0.title, "part_lines": $0.lines] }
    }

    /// The report back.
    var report: Page.Values? {
        guard let report = referral.report else { return nil }
        let values: Page.Values = ["findings": report.findings, "report_next": report.next]
        return values.withoutEmptyTexts
    }
}

extension ReferralMessage {
    func values(_ words: ReferralWords) -> Page.Values {
        [
            "who": hand.account.map(words.names.name) ?? words.recipient, "when": DateText.text(words.day(at)),
            "text": text,
        ]
    }
}

extension ReferralEvent {
    /// On a button.
    var label: String {
        switch self {
        case .send: "Send it"
        case .accept: "Accept"
        case .decline: "Decline"
        case .askToCancel: "Ask to cancel"
        case .schedule, .scheduleUntold: "Set a visit"
        case .reschedule: "Set another day"
        case .noShow: "The child did not come"
        case .visitCancelled: "The visit was canceled"
        case .interimNote, .interimUntold: "The child was seen"
        case .outcome: "Report back and close"
        case .confirmCancel: "Confirm that it is canceled"
        }
    }

    fileprivate var past: String {
        switch self {
        case .send: "sent it"
        case .accept: "accepted"
        case .decline: "declined"
        case .askToCancel: "asked to cancel"
        case .schedule, .scheduleUntold: "set a visit"
        case .reschedule: "set another day"
        case .noShow: "noted that the child did not come"
        case .visitCancelled: "noted that the visit was canceled"
        case .interimNote, .interimUntold: "saw the child"
        case .outcome: "reported back"
        case .confirmCancel: "confirmed that it is canceled"
        }
    }
}

extension LostReason {
    var words: String { self == .insurance ? "insurance does not fit" : self == .distance ? "too far away" : rawValue }

    static var options: [Field.Option] {
        [Field.Option(value: "", text: "Choose a reason")]
            + allCases.map { reason in
                let words = reason.words
                return Field.Option(value: reason.rawValue, text: "\(words.prefix(1).uppercased())\(words.dropFirst())")
            }
    }
}

extension ReferralFault {
    /// What is wrong, and what to do about it.
    var message: String {
        switch self {
        case .notFromHere: "This cannot be done from where the referral stands now. Read below what happened."
        case .otherSide: "The other side does this."
        case .noConsent: "The family has not said yes, or has taken its yes back. Ask them first."
        case .noRequest: "Write something first."
        case .noReason: "Choose a reason, so that the other side knows."
        case .noVisitDay: "Write the day of the visit."
        case .noReport: "Write what you found."
        case .tooLong: "Write it a little shorter."
        case .notYet: "It is too early for that. First ask to cancel, or give them a few more days."
        }
    }
}
