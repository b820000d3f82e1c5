import TandemCare
import TandemCatalog

/// The fields of one move: what has to be said with it.
struct ReferralMoveForm: Sendable {
    let event: ReferralEvent

    private var prefix: String { event.rawValue.replacing(" ", with: "_").replacing("-", with: "_") + "_" }

    private var reason: Field { Field(name: "\(prefix)reason", label: "Why?", kind: .select(LostReason.options)) }
    private var visit: Field {
        Field(
            name: "\(prefix)visit",
            label: event.setsVisit ? "Day of the visit" : "Day on which the child was seen",
            kind: .date,
            isOptional: !event.setsVisit
        )
    }
    private var findings: Field {
        Field(
            name: "\(prefix)findings",
            label: "What you found and did",
            kind: .text,
            hint: "It goes to the practice that asked, and the family can read it.",
            most: Referral.mostReport
        )
    }
    private var next: Field {
        Field(name: "\(prefix)next", label: "What comes next", kind: .text, isOptional: true, most: TextLimit.note)
    }
    private var note: Field {
        Field(name: "\(prefix)note", label: "A line with it", isOptional: true, most: 1000)
    }

    var fields: [Field] {
        var fields: [Field] = []
        if event.needsReason { fields.append(reason) }
        if event.setsVisit || event == .interimNote { fields.append(visit) }
        if event.needsReport { fields += [findings, next] } else { fields.append(note) }
        return fields
    }

    func read(_ reader: inout FormReader) -> ReferralAct {
        var act = ReferralAct(event)
        if event.needsReason {
            act.reason = reader.form[reason.name].flatMap(LostReason.init(rawValue:))
            if act.reason == nil { reader.problems.add(reason.name, ReferralFault.noReason.message) }
        }
        if event.setsVisit {
            act.visit = reader.date(visit, missing: ReferralFault.noVisitDay.message)
        } else if event == .interimNote {
            act.visit = reader.date(visit)
        }
        if event.needsReport {
            let text = reader.text(findings, missing: ReferralFault.noReport.message)
            act.report = ReportBack(findings: text, next: reader.text(next))
        } else {
            act.note = reader.text(note)
        }
        return act
    }

    /// Opened where it was filled in wrongly.
    func values(_ typed: FormBody, _ problems: Problems, isFirst: Bool) -> Page.Values {
        [
            "event": event.rawValue, "event_label": event.label, "event_fields": fields.values(typed, problems),
            "is_opened": typed["event"] == event.rawValue && !problems.isEmpty, "is_main": isFirst,
        ]
    }
}

extension ReferralTable {
    /// What one side can press now; what other systems leave untold is not offered.
    func offered(_ referral: Referral, by side: ReferralSide) -> [ReferralEvent] {
        guard !referral.isPutAway else { return [] }
        return events(from: referral.state, by: side).filter {
            $0 != .scheduleUntold && $0 != .interimUntold && $0 != .send
        }
    }
}
