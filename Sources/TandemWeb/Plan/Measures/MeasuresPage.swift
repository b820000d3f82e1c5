import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Everything that was measured: what describes the child, then trend by trend with what a change means.
extension ChildVisit {
    func measuresPage() async throws -> Response {
        let (plan, measurements, sports, people) = try await look { connection, permit in
            let measurements = try connection.parts(Measurement.self, permit).map(\.value)
            return (
                try connection.plan(permit), measurements,
                try connection.parts(ReturnToSport.self, permit).map(\.value),
                try connection.names(of: Set(measurements.map(\.stamp.by)))
            )
        }
        let words = MeasureWords(
            plan: plan,
            measurements: measurements,
            people: people,
            rules: visit.workspace.site.rules,
            today: today
        )
        var values = words.values
        values["sports"] = sports.map { SportWords(sport: $0, plan: plan, today: today).line }
        return response("measures", title: "Measures", plan.child, plan.permit, at: .measures, values)
    }
}

/// The words of the page of measures.
struct MeasureWords: Sendable {
    let plan: ChildPlan
    let measurements: [Measurement]
    /// Names of everybody who measured, of those who have left the team too.
    let people: [ID<Account>: String]
    let rules: PlanRules
    let today: CalendarDate

    private var profile: ChildProfile {
        ChildProfile(of: measurements, born: plan.child.birthDate, today: today)
    }

    var values: Page.Values {
        let trends = Trend.all(of: measurements, registry: rules.measures)
        let levels = trends.filter { $0.measure.license == .classification }
        let others = trends.filter { $0.measure.license != .classification }
        var values: Page.Values = [
            "alerts": plan.alertValues, "levels": levels.compactMap(level), "trends": others.map(trend),
            "has_any": !trends.isEmpty, "sport_href": Address.measures(plan.permit.child, .sports).path,
        ]
        if plan.permit.may(.recordMeasure) { values["new_href"] = Address.measures(plan.permit.child, .new).path }
        return values
    }

    private func level(_ trend: Trend) -> Page.Values? {
        guard let last = trend.points.last else { return nil }
        return [
            "measure": trend.measure.name, "level": RomanLevel.text(last.value), "on": DateText.text(last.day),
            "who": people[last.by] ?? "",
        ]
    }

    private func trend(_ trend: Trend) -> Page.Values {
        let profile = profile
        var values: Page.Values = [
            "trend_id": Self.id(trend.series), "measure": trend.measure.name, "details": Self.details(trend.series),
            "unit": trend.measure.unit, "judgement": trend.judgement(for: profile).words,
            "better": trend.measure.direction == .lower ? "less is better" : "more is better",
            "missing": trend.missing.map {
                ["on": DateText.short($0.day), "reason": $0.reason] as Page.Values
            },
        ]
        values["rows"] = rows(trend)
        if let band = trend.band(for: profile) {
            values["study"] = band.population.name
            values["is_unsourced"] = band.source == "unsourced"
            if band.source.hasPrefix("https://") { values["source"] = band.source }
        } else if let other = trend.measure.bands.first {
            values["other_study"] = other.population.name
        }
        guard let first = trend.points.first, let last = trend.points.last else { return values }
        values["last"] = "\(last.value.shortText) \(trend.measure.unit)"
        values["last_on"] = DateText.text(last.day)
        if trend.points.count > 1 {
            values["first"] = "\(first.value.shortText) on \(DateText.text(first.day))"
            values["plot"] = plot(trend, profile).drawn
            values["has_band"] = trend.unchanged(for: profile) != nil
        }
        return values
    }

    private func rows(_ trend: Trend) -> [Page.Values] {
        let replaced = Set(measurements.compactMap(\.corrects))
        return measurements.filter { $0.series == trend.series && !replaced.contains($0.id) }
            .sorted { ($1.on, $1.stamp.at) < ($0.on, $0.stamp.at) }.map { one in
                var row: Page.Values = ["on": DateText.short(one.on), "who": people[one.stamp.by] ?? ""]
                switch one.result {
                case .value(let value): row["value"] = value.shortText
                case .missing(let reason): row["value"] = "not done: \(reason)"
                }
                if let discipline = one.discipline { row.merge(Mark.values([discipline])) { $1 } }
                if !one.words.isEmpty { row["said"] = one.words }
                if one.stamp.by == plan.permit.who.account, plan.permit.may(.recordMeasure) {
                    row["mend_id"] = one.id.text
                    row["mend_action"] = Address.measures(plan.permit.child, .new).path
                    row["measure_id"] = one.series.measure.text
                }
                return row
            }
    }

    private func plot(_ trend: Trend, _ profile: ChildProfile) -> Plot {
        let band = trend.unchanged(for: profile)
        let numbers = trend.points.map(\.value) + [band?.lowerBound, band?.upperBound].compactMap(\.self)
        let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
        let room = max((high - low) * 0.1, 0.5)
        let range = max(trend.measure.range.lowerBound, low - room)...min(trend.measure.range.upperBound, high + room)
        let disciplines = Dictionary(
            measurements.filter { $0.series == trend.series }.map { ($0.on, $0.discipline) },
            uniquingKeysWith: { $1 }
        )
        return Plot(
            title: "\(trend.measure.name) over time: \(trend.judgement(for: profile).words). The table has every day.",
            points: trend.points.map { Plot.Point($0.day, $0.value, by: disciplines[$0.day] ?? nil) },
            values: range,
            lines: Plot.marks(low, high).map { Plot.Line(value: $0, label: $0.shortText) },
            band: band,
            margin: 44
        )
    }

    static func details(_ series: Measurement.Series) -> String {
        [series.edition == "own" ? nil : series.edition, series.way, series.part, series.side?.rawValue]
            .compactMap(\.self).joined(separator: ", ")
    }

    private static func id(_ series: Measurement.Series) -> String {
        [series.measure.text, series.edition, series.way ?? "", series.part ?? "", series.side?.rawValue ?? ""]
            .joined(separator: "-").lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}

/// A level of GMFCS, MACS and their like, as people write it: I to V.
enum RomanLevel {
    static let texts = ["I", "II", "III", "IV", "V"]

    static func text(_ value: Double) -> String {
        let index = Int(value) - 1
        return texts.indices.contains(index) ? texts[index] : value.shortText
    }
}
