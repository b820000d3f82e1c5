import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Planning a child's visits.
extension ChildVisit {
    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let therapists: [Person]
        let zone: ZoneRules
        /// Times that the child's own therapists have free, soonest first.
        let free: [FreeSlot]
        let waiting: ID<WaitingEntry>?
    }

    private func read(minutes: Int = 45) async throws -> Read {
        let standard = visit.store.effects.zone
        return try await look { connection, permit in
            guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
            let zone = try connection.zone(of: practice) ?? standard
            let own = try connection.jointSelves(permit).map(\.account)
            let free = try own.flatMap { therapist in
                try connection.slots(
                    of: therapist,
                    in: practice,
                    from: zone.day(permit.now),
                    minutes: minutes,
                    zone: zone,
                    at: permit.now
                )
            }
            return Read(
                child: try connection.child(permit).value,
                permit: permit,
                therapists: try connection.people(of: practice).filter(\.isTherapist),
                zone: zone,
                free: Self.some(of: free, in: zone),
                waiting: try connection.waitingList(of: practice).first { $0.child?.id == permit.child }?.entry.value.id
            )
        }
    }

    /// The first times of each of the next days.
    private static func some(of free: [FreeSlot], in zone: ZoneRules) -> [FreeSlot] {
        let byDay = Dictionary(grouping: free) { zone.day($0.start) }
        return byDay.keys.sorted().prefix(5).flatMap { day -> [FreeSlot] in
            let slots = (byDay[day] ?? []).sorted { ($0.start, $0.therapist) < ($1.start, $1.therapist) }
            guard slots.count > 3 else { return slots }
            return [slots[0], slots[slots.count / 2], slots[slots.count - 1]]
        }
    }

    func newAppointmentPage() async throws -> Response {
        let read = try await read()
        let own = read.permit.who.account
        let chosen = read.therapists.contains { $0.account == own } ? own : read.free.first?.therapist
        let fields =
            [("minutes", "45"), ("place", "clinic"), ("every", "0")]
            + (chosen.map { [("therapists", $0.text)] } ?? [])
        return newAppointmentPage(read, FormBody(fields: fields), Problems())
    }

    private func newAppointmentPage(_ read: Read, _ typed: FormBody, _ problems: Problems) -> Response {
        let form = AppointmentForm(therapists: read.therapists)
        var values = form.values(typed, problems)
        values["action"] = Address.childTime(child, .new).path
        values["zone"] = read.zone.label
        values["free"] = read.free.map { slot in
            let wall = read.zone.wall(slot.start)
            return [
                "value": "\(wall.day) \(wall.time) \(slot.therapist.text)",
                "text": "\(TimeText.short(wall.day)), \(TimeText.time(wall.time))",
                "who": read.therapists.first { $0.account == slot.therapist }?.name ?? "",
            ] as Page.Values
        }
        values["is_waiting"] = read.waiting != nil
        return response(
            "appointment",
            title: "Plan a visit",
            read.child,
            read.permit,
            at: .schedule,
            values,
            problems: problems
        )
    }

    func bookAppointment() async throws -> Response {
        let read = try await read(minutes: self.form["minutes"].flatMap { Int($0) } ?? 45)
        if let fill = form["fill"] { return newAppointmentPage(read, filled(fill), Problems()) }
        var reader = FormReader(form)
        let form = AppointmentForm(therapists: read.therapists)
        guard let content = form.read(&reader, today: read.zone.day(read.permit.now)) else {
            return newAppointmentPage(read, self.form, reader.problems)
        }
        do {
            try await change { transaction, permit in
                _ = try transaction.book(content, placing: read.waiting, permit)
            }
        } catch let fault as ScheduleFault {
            reader.problems.add("at", fault.message(form.name))
            return newAppointmentPage(read, self.form, reader.problems)
        }
        return redirect(.schedule, .planned)
    }

    /// What was typed, with a free time in the place of its own.
    private func filled(_ slot: String) -> FormBody {
        let parts = slot.split(separator: " ").map(String.init)
        guard parts.count == 3, let day = CalendarDate(parts[0]), let time = TimeOfDay(parts[1]) else { return form }
        let replaced: Set<String> = ["first_month", "first_day", "first_year", "at", "therapists", "fill", "form_key"]
        let kept = form.fields.filter { !replaced.contains($0.name) }.map { ($0.name, $0.value) }
        return FormBody(
            fields: kept + FormBody.day("first", day) + [("at", time.description), ("therapists", parts[2])]
        )
    }
}

extension AppointmentForm {
    /// For the templates: fields in three groups.
    func values(_ typed: FormBody, _ problems: Problems) -> Page.Values {
        [
            "time_fields": timeFields.values(typed, problems), "place_fields": placeFields.values(typed, problems),
            "repeat_fields": repeatFields.values(typed, problems),
            "is_repeat_open": (typed["every"] ?? "0") != "0"
                || ["every", "count", "until"].contains { problems[$0] != nil },
        ]
    }

    func name(_ account: ID<Account>) -> String {
        therapists.first { $0.account == account }?.name ?? "The therapist"
    }
}
