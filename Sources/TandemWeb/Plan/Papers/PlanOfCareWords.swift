import TandemCare
import TandemCatalog
import TandemStore

/// A plan of care as payers and physicians read it, for `paper-plan-of-care.mustache`.
struct PlanOfCareWords: Sendable {
    let plan: PlanOfCare
    let child: Child
    let practice: Practice?
    let therapist: String
    let rules: PayerRules?
    /// What the other therapy works from, where there is one: named, never copied.
    let other: PlanOfCare?
    let otherPractice: String
    let day: @Sendable (Instant) -> CalendarDate

    var values: Page.Values {
        let content = plan.content
        var values: Page.Values = [
            "discipline_name": plan.discipline.name,
            "paper_child": child.fullName, "paper_born": DateText.text(child.birthDate),
            "practice": practice?.name ?? "", "practice_phone": practice?.phone ?? "",
            "practice_place": practice?.place ?? "", "therapist": therapist, "diagnosis": content.diagnosis,
            "type": content.type, "amount": Self.amount(content), "frequency": Self.frequency(content),
            "care_goals": goals, "is_signed": plan.isSigned, "payer": rules?.name ?? content.payer.text,
            "certifications": papers([.certification]), "others": papers([.order, .verbalOrder, .sent]),
            "reports": papers([.progressReport, .discharge]),
        ]
        values["evaluated"] = content.evaluated.map(DateText.text)
        if let signature = plan.signature {
            values["signed_name"] = signature.name
            values["signed_on"] = DateText.text(day(signature.stamp.at))
            values["ends_on"] = DateText.text(day(signature.stamp.at).adding(days: max(0, content.days - 1)))
        }
        values["certify_days"] = rules?.certify.map { "\($0.value)" }
        if let days = rules?.recertify?.value {
            values["recertify_days"] = "\(content.days > 0 ? min(days, content.days) : days)"
        }
        if let other { values["other"] = Self.reference(other, otherPractice, day) }
        return values.merging(Mark.values([plan.discipline])) { $1 }.withoutEmptyTexts
    }

    private static func reference(_ plan: PlanOfCare, _ practice: String, _ day: (Instant) -> CalendarDate) -> String {
        let signed = plan.signature.map { ", signed \(DateText.text(day($0.stamp.at)))" } ?? ""
        return "\(plan.discipline.name), \(practice)\(signed)"
    }

    private var goals: [Page.Values] {
        plan.content.goals.enumerated().map { index, goal in
            [
                "number": index + 1, "long_term": goal.longTerm, "baseline": goal.baseline, "target": goal.target,
                "by": DateText.text(goal.by), "short_terms": goal.shortTerm, "has_short": !goal.shortTerm.isEmpty,
            ]
        }
    }

    private func papers(_ kinds: [Paper.Kind]) -> [Page.Values] {
        plan.papers.filter { kinds.contains($0.kind) }.map { paper in
            var values: Page.Values = ["kind": paper.kind.name, "on": DateText.text(paper.on), "name": paper.name]
            if paper.kind == .certification {
                values["covers"] = DateText.text(paper.covers)
                if let days = rules?.recertify?.value {
                    let length = plan.content.days > 0 ? min(days, plan.content.days) : days
                    values["until"] = DateText.text(paper.covers.adding(days: length - 1))
                }
            }
            return values
        }
    }

    // MARK: Words

    static func amount(_ content: PlanOfCare.Content) -> String {
        let visits = content.visitsADay == 1 ? "1 visit" : "\(content.visitsADay) visits"
        return "\(visits) a day, \(content.minutesAVisit) minutes a visit"
    }

    /// "2 times a week for 6 weeks, then 1 time a week for 6 weeks: 18 visits in 12 weeks".
    static func frequency(_ content: PlanOfCare.Content) -> String {
        guard !content.paces.isEmpty else { return "" }
        let parts = content.paces.map { pace in
            "\(pace.timesAWeek) time\(pace.timesAWeek == 1 ? "" : "s") a week for \(pace.weeks) week\(pace.weeks == 1 ? "" : "s")"
        }
        let visits = "\(content.visits) visit\(content.visits == 1 ? "" : "s")"
        return parts.joined(separator: ", then ") + ": \(visits) in \(content.duration)"
    }

    /// A version of a draft, to lay beside another.
    static func shown(_ content: PlanOfCare.Content) -> [Page.Values] {
        [
            ("Diagnosis", content.diagnosis), ("Type of treatment", content.type), ("Amount", amount(content)),
            ("Frequency and duration", frequency(content)),
            ("Goals", content.goals.map(\.longTerm).joined(separator: "\n")),
            ("Last evaluation", content.evaluated.map(DateText.text) ?? ""),
        ].map { ["name": $0.0, "value": $0.1] }
    }
}

extension Paper.Kind {
    var name: String {
        switch self {
        case .verbalOrder: "Verbal order"
        case .order: "Signed order or referral"
        case .sent: "Sent to the physician"
        case .certification: "Physician's signature"
        case .progressReport: "Progress report"
        case .discharge: "Discharge"
        }
    }
}
