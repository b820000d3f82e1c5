import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// When the therapists of a practice see children, and by which clock.
extension PracticeVisit {
    private static let zone = Field(
        name: "zone",
        label: "Clock of the practice",
        kind: .select(ZoneRules.all.map { .init(value: $0.name, text: $0.label) }),
        hint: "Visits that are planned stay at their moments; new ones go by the new clock."
    )

    func hoursPage() async throws -> Response { try await hoursPage(Problems()) }

    private func hoursPage(_ problems: Problems) async throws -> Response {
        let (practice, standard) = (practice, visit.store.effects.zone)
        let (people, hours, zone) = try await look { connection in
            let people = try connection.people(of: practice).filter(\.isTherapist)
            let hours = try people.map { try connection.hours(of: $0.account, in: practice)?.value }
            return (people, hours, try connection.zone(of: practice) ?? standard)
        }
        return response(
            "hours",
            title: "Hours",
            at: .week,
            [
                "therapists": zip(people, hours).map { person, hours in
                    let none = hours?.blocks.isEmpty ?? true
                    return Mark.values(person.roles.compactMap(\.discipline)).merging([
                        "name": person.name,
                        "href": Address.practiceTime(practice, .hoursOf(person.membership.value.id)).path,
                        "lines": Self.lines(hours), "has_none": none,
                    ]) { $1 }
                },
                "fields": [Self.zone].values(FormBody(fields: [("zone", zone.name)]), problems),
                "action": Address.practiceTime(practice, .hours).path,
                "week_href": Address.practicePage(practice, .week).path,
            ],
            problems: problems
        )
    }

    private static func lines(_ hours: WorkingHours?) -> [Page.Values] {
        Dictionary(grouping: hours?.blocks ?? [], by: \.weekday).sorted { $0.key < $1.key }.map { weekday, blocks in
            let times = blocks.sorted().map { TimeText.range($0.from, minutes: $0.to.minutes - $0.from.minutes) }
            return ["text": "\(TimeText.weekday(weekday)): \(times.joined(separator: ", "))"]
        }
    }

    func saveZone() async throws -> Response {
        guard let zone = form["zone"].flatMap(ZoneRules.named) else {
            return try await hoursPage(Problems("zone", "Choose the clock that your practice goes by."))
        }
        let practice = practice
        try await change { try $0.setZone(zone, of: practice) }
        return visit.redirect(.practiceTime(practice, .hours), .saved)
    }

    // MARK: One therapist

    private func therapist() async throws -> (person: Person, hours: Versioned<WorkingHours>?) {
        let (practice, member) = (practice, try visit.id("member", of: Membership.self))
        return try await look { connection in
            guard let person = try connection.people(of: practice).first(where: { $0.membership.value.id == member }),
                person.isTherapist
            else { throw StoreFailure.notFound }
            return (person, try connection.hours(of: person.account, in: practice))
        }
    }

    func memberHoursPage() async throws -> Response {
        let (person, hours) = try await therapist()
        return memberHoursPage(person, HoursForm.filled(hours?.value, version: hours?.version ?? 0), Problems())
    }

    private func memberHoursPage(_ person: Person, _ typed: FormBody, _ problems: Problems) -> Response {
        var values: Page.Values = [
            "name": person.name, "days": HoursForm.values(typed, problems),
            "fields": [HoursForm.off].values(typed, problems), "version": typed["version"] ?? "0",
            "action": Address.practiceTime(practice, .hoursOf(person.membership.value.id)).path,
            "hours_href": Address.practiceTime(practice, .hours).path,
        ]
        values["theirs"] = problems["theirs"]
        return response("hours-edit", title: "Hours of \(person.name)", at: .week, values, problems: problems)
    }

    func saveHours() async throws -> Response {
        let (person, standing) = try await therapist()
        var reader = FormReader(form)
        let (blocks, off) = HoursForm.read(&reader)
        let hours = WorkingHours(
            id: standing?.value.id ?? visit.store.effects.id(),
            practice: practice,
            therapist: person.account,
            blocks: blocks,
            daysOff: off
        )
        reader.problems.add(hours.remarks())
        guard reader.problems.isEmpty else { return memberHoursPage(person, form, reader.problems) }
        let (practice, version) = (practice, reader.version)
        do {
            try await change { transaction in
                try transaction.setHours(
                    of: person.account,
                    in: practice,
                    hours.blocks,
                    daysOff: hours.daysOff,
                    version: version
                )
            }
        } catch StoreFailure.conflict(_, _, let current) {
            reader.problems.add(
                "version",
                "Somebody else saved these hours meanwhile. Check yours below, then save them again."
            )
            let kept = form.fields.filter { $0.name != "version" }.map { ($0.name, $0.value) }
            return memberHoursPage(person, FormBody(fields: kept + [("version", "\(current)")]), reader.problems)
        }
        return visit.redirect(.practiceTime(practice, .hours), .saved)
    }
}
