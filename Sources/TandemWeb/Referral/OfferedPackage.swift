import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// What of a child's record could go along with a referral, as the person who writes it may see it.
struct OfferedPackage: Sendable {
    let plan: ChildPlan
    let package: ReferralPackage

    /// Goals that are worked on or proposed.
    var goals: [Goal] {
        plan.goals.map(\.value).filter { $0.status == .active || $0.status == .proposed }
    }

    init(
        _ connection: any Connection,
        _ permit: Permit,
        discipline: Discipline,
        goals chosen: Set<ID<Goal>>?,
        _ site: Site
    ) throws {
        let plan = try connection.plan(permit)
        self.plan = plan
        var parts: [ReferralPackage.Part] = []
        func add(_ kind: ReferralPackage.Kind, _ title: String, _ lines: [String]) {
            let lines = lines.filter { !$0.isEmpty }
            if !lines.isEmpty { parts.append(ReferralPackage.Part(kind, title: title, lines: lines)) }
        }
        let child = plan.child
        add(
            .contact,
            "The child, and how to reach the family",
            [
                "\(child.fullName), born \(DateText.text(child.birthDate))",
                "Language: \(child.language)\(child.needsInterpreter ? ", needs an interpreter" : "")",
            ]
                + (permit.may(.seeContact) ? try connection.households(permit).map { Self.line($0.value) } : [])
        )
        if permit.may(.seePlan) {
            let goals = plan.goals.map(\.value).filter {
                ($0.status == .active || $0.status == .proposed) && (chosen?.contains($0.id) ?? true)
            }
            add(
                .goals,
                "Goals, and what \(discipline.rawValue) could do in them",
                goals.flatMap { Self.lines($0, discipline) }
            )
            add(.whatMatters, "What matters to the child and the family", [child.whatMatters])
            let measured = try connection.parts(Measurement.self, permit, "ORDER BY on_day DESC, id DESC LIMIT 40").map(
                \.value
            )
            add(.measures, "What was measured", Self.lines(measured, site.rules.measures))
            add(
                .home,
                "The home program",
                plan.home.items.filter { if case .active = $0.state { true } else { false } }.map {
                    "\($0.name), \($0.minutes) minutes, \($0.daysAWeek) days a week"
                }
            )
        }
        if permit.may(.seeIntake), let answers = try connection.intake(of: permit.child)?.value.answers {
            let keys = [("precautions", "Should not do"), ("allergies", "Allergies"), ("equipment", "Equipment")]
            add(
                .precautions,
                "What to take care of",
                keys.compactMap { key, name in answers[key].map { "\(name): \($0)" } }
            )
        }
        add(
            .team,
            "Who works with the child",
            plan.team.members.map { member in
                let practice = plan.team.practice(member.practice)?.name ?? ""
                return "\(member.name), \(member.letters)\(practice.isEmpty ? "" : ", \(practice)")"
            }
        )
        package = ReferralPackage(parts: parts)
    }

    private static func line(_ home: Household) -> String {
        [home.name, home.contact, home.phone, home.email].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func lines(_ goal: Goal, _ discipline: Discipline) -> [String] {
        let skills = goal.split.parts(ledBy: discipline).map { $0.name.lowercased() }
        return [
            goal.title + (goal.baseline.isEmpty ? "" : ". Today: \(goal.baseline)"),
            skills.isEmpty ? "" : "\(discipline.rawValue) part of it: \(skills.joined(separator: ", "))",
        ]
    }

    /// The last value of each series.
    private static func lines(_ measured: [Measurement], _ registry: MeasureRegistry) -> [String] {
        var seen: Set<Measurement.Series> = []
        return measured.compactMap { measurement in
            guard let value = measurement.value, seen.insert(measurement.series).inserted,
                let measure = registry.measure(measurement.series.measure)
            else { return nil }
            let detail = [measurement.series.part, measurement.series.way, measurement.series.side?.rawValue]
                .compactMap(\.self)
            let name = detail.isEmpty ? measure.name : "\(measure.name) (\(detail.joined(separator: ", ")))"
            return "\(name): \(value.shortText) \(measure.unit), \(DateText.text(measurement.on))"
        }
    }
}
