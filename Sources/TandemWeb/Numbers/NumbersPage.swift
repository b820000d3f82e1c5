import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// What became of a practice's referrals: how far they came, how long it took, why some were lost.
extension PracticeVisit {
    /// Months that can be asked for.
    private static var spans: [Int] { [3, 12, 36] }

    struct NumbersAsked {
        let side: ReferralSide
        let months: Int
    }

    var numbersAsked: NumbersAsked {
        let months = visit.query["months"].flatMap { Int($0) } ?? 12
        return NumbersAsked(
            side: visit.query["side"] == "recipient" ? .recipient : .sender,
            months: Self.spans.contains(months) ? months : 12
        )
    }

    private func figures(_ asked: NumbersAsked) async throws -> [ReferralFigure] {
        let (practice, since) = (practice, visit.store.effects.now() - .days(asked.months * 365 / 12))
        return try await look { try $0.referralFigures(of: practice, asked.side, since: since) }
    }

    func numbersPage() async throws -> Response {
        let asked = numbersAsked
        let figures = try await figures(asked)
        let waiting = WaitingWords(figures: try await waitingFigures(asked), today: visit.workspace.site.today())
        let all = ReferralNumbers(figures)
        let others = Dictionary(grouping: figures, by: \.other).map { ($0.key, ReferralNumbers($0.value)) }
            .sorted { ($1.1.counts[.sent] ?? 0, $0.0) < ($0.1.counts[.sent] ?? 0, $1.0) }
        let disciplines = Discipline.allCases.compactMap { discipline -> Page.Values? in
            let some = figures.filter { $0.discipline == discipline }
            guard !some.isEmpty else { return nil }
            return ReferralNumbers(some).row(discipline.name.capitalizedFirst, letter: discipline.rawValue)
        }
        func href(_ side: ReferralSide, _ months: Int) -> String {
            Address.numbers(practice, isCSV: false, side, months: months).path
        }
        let values: Page.Values = [
            "is_sent": asked.side == .sender, "months": asked.months, "has_any": !figures.isEmpty,
            "sent_href": href(.sender, asked.months), "received_href": href(.recipient, asked.months),
            "spans": Self.spans.map { months in
                [
                    "href": href(asked.side, months), "name": months == 36 ? "3 years" : "\(months) months",
                    "is_here": months == asked.months,
                ] as Page.Values
            },
            "csv_href": Address.numbers(practice, isCSV: true, asked.side, months: asked.months).path,
            "stages": all.stages, "open": all.open, "open_verb": all.open == 1 ? "is" : "are",
            "lost": all.lost.map {
                ["reason": $0.reason.rawValue.capitalizedFirst, "count": $0.count] as Page.Values
            },
            "disciplines": disciplines,
            "others": others.map { $0.1.row($0.0, letter: nil) },
            "waiting_csv_href": Address.waitingNumbers(practice, months: asked.months).path,
        ]
        return response("numbers", title: "Numbers", at: .numbers, values.merging(waiting.values) { $1 })
    }

    /// One line a referral; no names of children, no words.
    func numbersFile() async throws -> Response {
        let asked = numbersAsked
        let figures = try await figures(asked)
        let day = visit.store.effects.day
        let lines =
            [
                CSV.line(
                    ["discipline", "other side"] + ReferralNumbers.Stage.allCases.map(\.rawValue) + ["closed", "lost"]
                )
            ]
            + figures.map { figure in
                CSV.line(
                    [figure.discipline.rawValue, figure.other]
                        + ReferralNumbers.Stage.allCases.map { stage in
                            figure.moments.moment(stage).map { "\(day($0))" } ?? ""
                        } + [figure.moments.closed.map { "\(day($0))" } ?? "", figure.lost?.rawValue ?? ""]
                )
            }
        return CSV.response(lines, name: "tandem-referrals.csv")
    }
}

extension ReferralNumbers {
    /// For the drawing of how far they came, and the table under it.
    fileprivate var stages: [Page.Values] {
        Stage.allCases.enumerated().map { index, stage in
            let share = share(stage)
            return [
                "name": stage.name, "count": counts[stage] ?? 0, "percent": "\(Int((share * 100).rounded()))%",
                "days": days[stage].map { stage == .sent ? "" : Self.text(days: $0) } ?? "",
                "y": "\(index * 34)", "text_y": "\(index * 34 + 19)", "width": "\((share * 300).text(decimals: 1))",
                "text_x": "\(128)",
            ]
        }
    }

    /// For the tables by discipline and by partner.
    fileprivate func row(_ name: String, letter: String?) -> Page.Values {
        var values: Page.Values = ["name": name, "first_days": days[.contacted].map(Self.text(days:)) ?? ""]
        values["cells"] = Stage.allCases.map { ["count": counts[$0] ?? 0] as Page.Values }
        values["letter"] = letter
        return values
    }

    static func text(days: Double) -> String {
        if days < 1 { return "under a day" }
        let text = ((days * 10).rounded() / 10).shortText
        return "\(text) \(text == "1" ? "day" : "days")"
    }
}

extension ReferralNumbers.Stage {
    var name: String {
        switch self {
        case .sent: "Sent"
        case .contacted: "Family reached"
        case .scheduled: "Visit set"
        case .attended: "Seen"
        case .reported: "Reported back"
        }
    }
}
