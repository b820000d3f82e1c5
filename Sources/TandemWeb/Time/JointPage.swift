import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Times at which therapists of two practices can see a child together.
extension ChildVisit {
    /// Looking for common times, by one person: nobody feels out another practice's calendar.
    private static let searches = Throttle("common times by account", most: 20, within: .hours(1))

    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let own: [TeamMember]
        let partners: [TeamMember]
        let practices: [ID<Practice>: String]
        let zone: ZoneRules

        func own(_ text: String?) -> TeamMember? { own.first { $0.account.text == text } }

        func partner(_ text: String?) -> TeamMember? {
            partners.first { "\($0.practice.text) \($0.account.text)" == text }
        }
    }

    private func read() async throws -> Read {
        let standard = visit.store.effects.zone
        return try await look { connection, permit in
            guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
            let partners = try connection.jointPartners(permit)
            return Read(
                child: try connection.child(permit).value,
                permit: permit,
                own: try connection.jointSelves(permit),
                partners: partners,
                practices: try connection.names(of: Set(partners.map(\.practice))),
                zone: try connection.zone(of: practice) ?? standard
            )
        }
    }

    private func fields(_ read: Read) -> [Field] {
        [
            Field(
                name: "own",
                label: "Of your practice",
                kind: .select(read.own.map { .init(value: $0.account.text, text: $0.name) })
            ),
            Field(
                name: "partner",
                label: "Together with",
                kind: .select(
                    read.partners.map { member in
                        let practice = read.practices[member.practice] ?? ""
                        return .init(
                            value: "\(member.practice.text) \(member.account.text)",
                            text: "\(member.name), \(Mark.letter(member.disciplines)) at \(practice)"
                        )
                    }
                )
            ),
            Field(
                name: "minutes",
                label: "For",
                kind: .select(JointSlots.lengths.map { .init(value: "\($0)", text: "\($0) minutes") })
            ), AppointmentForm.place, AppointmentForm.whereabouts,
        ]
    }

    func jointPage() async throws -> Response {
        jointPage(try await read(), FormBody("minutes=45&place=clinic"), times: nil, Problems())
    }

    private func jointPage(_ read: Read, _ typed: FormBody, times: [Instant]?, _ problems: Problems) -> Response {
        var values: Page.Values = [
            "action": Address.childTime(child, .joint).path, "fields": fields(read).values(typed, problems),
            "has_partners": !read.partners.isEmpty, "has_own": !read.own.isEmpty,
            "team_href": Address.childPage(child, .team).path,
            "schedule_href": Address.childTime(child, .schedule).path,
        ]
        if let times {
            values["has_looked"] = true
            values["has_times"] = !times.isEmpty
            let byDay = Dictionary(grouping: times) { read.zone.day($0) }
            values["days"] = byDay.keys.sorted().map { day in
                [
                    "day": TimeText.day(day),
                    "times": (byDay[day] ?? []).sorted().map { start in
                        [
                            "value": "\(start.microseconds / 60_000_000)",
                            "text": TimeText.time(read.zone.wall(start).time), "day": TimeText.day(day),
                        ] as Page.Values
                    },
                ] as Page.Values
            }
            values["kept"] = ["own", "partner", "minutes", "place", "where"].map { name in
                ["name": name, "value": typed[name] ?? ""] as Page.Values
            }
        }
        return response(
            "joint",
            title: "A visit together",
            read.child,
            read.permit,
            at: .schedule,
            values,
            problems: problems
        )
    }

    /// Looks for common times, or proposes the one that was chosen.
    func askJoint() async throws -> Response {
        let read = try await read()
        var reader = FormReader(form)
        let whereabouts = reader.text(AppointmentForm.whereabouts)
        let minutes = form["minutes"].flatMap { Int($0) }.flatMap { JointSlots.lengths.contains($0) ? $0 : nil }
        if minutes == nil { reader.problems.add("minutes", "Choose how long it takes.") }
        guard let own = read.own(form["own"]), let partner = read.partner(form["partner"]), let minutes,
            reader.problems.isEmpty
        else {
            reader.problems.add("partner", "Choose who sees the child together.")
            return jointPage(read, form, times: nil, reader.problems)
        }
        guard try await visit.store.countTry(Self.searches, by: visit.who.account.text) else {
            reader.problems.add("partner", "You have looked often in this hour. Try again a little later.")
            return jointPage(read, form, times: nil, reader.problems)
        }
        if let start = form["start"].flatMap({ Int64($0) }).flatMap(Self.moment) {
            let place = form["place"].flatMap(Appointment.Place.init) ?? .clinic
            let letter = visit.workspace.letters.letter(
                "mail-joint-proposed",
                to: .practiceTime(partner.practice, .week(nil, therapist: nil))
            )
            do {
                try await change { transaction, permit in
                    _ = try transaction.proposeJoint(
                        own.account,
                        with: partner,
                        start: start,
                        minutes: minutes,
                        place: place,
                        whereabouts: whereabouts,
                        telling: letter,
                        permit
                    )
                }
                return redirect(.schedule, .proposed)
            } catch let fault as ScheduleFault {
                reader.problems.add("partner", fault.message { _ in "The therapist" })
            }
        }
        let zone = read.zone
        let times = try await look {
            try $0.jointTimes(own.account, with: partner, minutes: minutes, zone: zone, $1)
        }
        return jointPage(read, form, times: times, reader.problems)
    }

    /// Minutes since 1970, as the form carries them.
    private static func moment(_ minutes: Int64) -> Instant? {
        (0...200_000_000).contains(minutes) ? Instant(microseconds: minutes * 60_000_000) : nil
    }

    func answerJoint() async throws -> Response {
        let id = try visit.id("joint", of: JointAppointment.self)
        guard form["answer"] == "yes" || form["answer"] == "no" else {
            return try await schedulePage(Problems("answer", "Choose yes or no."))
        }
        let yes = form["answer"] == "yes"
        let letter = visit.workspace.letters.letter("mail-joint-answered", to: .start)
        do {
            try await change { try $0.answerJoint(id, yes: yes, telling: letter, $1) }
        } catch let fault as ScheduleFault {
            return try await schedulePage(Problems("answer", fault.message { _ in "The therapist" }))
        } catch is JointAppointment.Fault {
            return try await schedulePage(Problems("answer", "This was answered already, or its time is over."))
        }
        return redirect(.schedule, .saved)
    }
}
