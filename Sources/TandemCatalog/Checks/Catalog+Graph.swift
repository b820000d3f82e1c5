/// The checks that need no language: every id resolves, every skill is used, every activity reaches its disciplines,
/// ages are in order, every source is known.
extension Catalog {
    package func graphDiagnostics() -> [Diagnostic] {
        var found: [Diagnostic] = []
        func report(_ at: Provenance, _ message: String) {
            found.append(Diagnostic(file: at.file, line: at.line, message: message))
        }
        checkIdentity(report)
        checkActivities(report)
        checkSkills(report)
        for condition in conditions {
            checkSkillIDs(condition.skills, of: condition.id.text, condition.provenance, report)
        }
        checkMilestones(report)
        checkRedFlags(report)
        checkSources(report)
        return found
    }

    private typealias Report = (Provenance, String) -> Void

    private func checkIdentity(_ report: Report) {
        func unique(_ entries: [(String, Provenance)]) {
            var seen: [String: Provenance] = [:]
            for (id, place) in entries {
                if let first = seen.updateValue(place, forKey: id) {
                    report(place, "the id '\(id)' is taken already in \(first.file), line \(first.line)")
                }
            }
        }
        unique(activities.map { ($0.id.text, $0.provenance) })
        unique(skills.map { ($0.id.text, $0.provenance) })
        unique(conditions.map { ($0.id.text, $0.provenance) })
        unique(milestones.map { ($0.id.text, $0.provenance) })
        unique(redFlags.map { ($0.id.text, $0.provenance) })
        unique(elsewhere.map { ($0.id.text, $0.provenance) })
    }

    private func checkSkillIDs(_ ids: [Slug<Skill>], of owner: String, _ place: Provenance, _ report: Report) {
        for id in ids where skill(id) == nil {
            report(place, "'\(owner)' names the skill '\(id)', which does not exist")
        }
    }

    private func checkActivities(_ report: Report) {
        for activity in activities {
            let place = activity.provenance
            checkSkillIDs(activity.skills + activity.phrasings.compactMap(\.skill), of: activity.id.text, place, report)
            for step in activity.steps where step.skills.isEmpty {
                report(place, "'\(activity.id)': the step '\(step.text)' needs no skill, so it leads nowhere")
            }
            let reached = Set(activity.skills.compactMap(skill).flatMap(\.lead))
            for discipline in activity.lead where !reached.contains(discipline) {
                report(
                    place,
                    "'\(activity.id)' is led by \(discipline.rawValue), but none of its steps reaches a skill of \(discipline.rawValue)"
                )
            }
            if activity.icf.isEmpty { report(place, "'\(activity.id)' has no ICF code") }
            if activity.phrasings.isEmpty { report(place, "'\(activity.id)' has no phrase a family could say") }
        }
    }

    private func checkSkills(_ report: Report) {
        let used = Set(activities.flatMap(\.skills))
        for skill in skills {
            if !used.contains(skill.id) { report(skill.provenance, "no activity uses the skill '\(skill.id)'") }
            if skill.home.count < 2 { report(skill.provenance, "'\(skill.id)' has fewer than two home activities") }
            if skill.icf.isEmpty { report(skill.provenance, "'\(skill.id)' has no ICF code") }
            for discipline in skill.lead where skill.approach[discipline] == nil {
                report(skill.provenance, "'\(skill.id)' does not say how \(discipline.rawValue) works on it")
            }
            for activity in skill.home where !(1...30).contains(activity.minutes) {
                report(
                    skill.provenance,
                    "'\(skill.id)': '\(activity.name)' takes \(activity.minutes) minutes; 1 to 30 is allowed"
                )
            }
        }
    }

    private func checkMilestones(_ report: Report) {
        for milestone in milestones {
            checkSkillIDs(milestone.skills, of: milestone.id.text, milestone.provenance, report)
            let (typical, watch, refer) = (
                milestone.typicalUntil.months, milestone.watch.months, milestone.refer.months
            )
            if milestone.referBefore == nil, !(typical <= watch && watch <= refer) {
                report(
                    milestone.provenance,
                    "'\(milestone.id)': typical-until, watch and refer must come in this order"
                )
            }
        }
    }

    private func checkRedFlags(_ report: Report) {
        let known = Set(findings.map(\.id))
        checkParts(report)
        for flag in redFlags {
            for finding in flag.triggers.flatMap(\.combinations).joined() where !known.contains(finding) {
                report(
                    flag.provenance,
                    "'\(flag.id)' names the finding '\(finding)', which findings.yaml does not have"
                )
            }
            if flag.triggers.allSatisfy({ $0.signs.isEmpty && $0.combinations.isEmpty }) {
                report(flag.provenance, "nothing can set off the red flag '\(flag.id)'")
            }
            if flag.urgency == .none { report(flag.provenance, "'\(flag.id)' is a red flag without urgency") }
        }
    }

    /// A finding is made of findings that have wordings only.
    private func checkParts(_ report: Report) {
        let plain = Set(findings.filter(\.parts.isEmpty).map(\.id))
        for finding in findings {
            for part in finding.parts.joined() where !plain.contains(part) {
                let place = finding.wordings.first?.place ?? Place(file: "language/findings.yaml", line: 1)
                report(
                    Provenance(file: place.file, line: place.line, area: "", sources: [], reviewedBy: nil),
                    "'\(finding.id)' is made of '\(part)', which is no finding with wordings alone"
                )
            }
        }
    }

    private func checkSources(_ report: Report) {
        let known = Set(sources.map(\.code))
        let places =
            activities.map(\.provenance) + skills.map(\.provenance) + conditions.map(\.provenance)
            + milestones.map(\.provenance) + redFlags.map(\.provenance) + elsewhere.map(\.provenance)
        for place in places {
            for code in place.sources where !known.contains(code) {
                report(place, "the source '\(code)' is not in sources.yaml")
            }
        }
    }
}
