import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// One planned visit: how it went, another time, or cancelled.
extension ChildVisit {
    struct PlannedRead: Sendable {
        let child: Child
        let permit: Permit
        let appointment: Appointment
        let visit: Occurrence
        let joint: JointAppointment?
        let therapists: [Person]
        let zone: ZoneRules
    }

    /// What an address names, in the practice of the permit.
    func readPlanned() async throws -> PlannedRead {
        let id = try visit.id("appointment", of: Appointment.self)
        let number = visit.open.parameters.get("visit").flatMap { Int($0) } ?? 0
        return try await look { connection, permit in
            let appointment = try connection.part(id, permit).value
            guard appointment.practice == permit.ground.practice, let day = appointment.ruleDay(number),
                let occurrence = appointment.occurrence(on: day)
            else { throw StoreFailure.notFound }
            return PlannedRead(
                child: try connection.child(permit).value,
                permit: permit,
                appointment: appointment,
                visit: occurrence,
                joint: try appointment.joint.flatMap { try connection.record($0)?.value },
                therapists: try connection.people(of: appointment.practice).filter(\.isTherapist),
                zone: appointment.rules
            )
        }
    }

    func plannedVisitPage() async throws -> Response { plannedVisitPage(try await readPlanned(), nil, Problems()) }

    private func plannedVisitPage(_ read: PlannedRead, _ typed: FormBody?, _ problems: Problems) -> Response {
        let form = AppointmentForm(therapists: read.therapists)
        let (appointment, one) = (read.appointment, read.visit)
        let number = appointment.number(of: one.ruleDay)
        func href(_ part: VisitTimePart) -> String {
            Address.childTime(child, .visit(appointment.id, visit: number, part)).path
        }
        var values = Mark.values([appointment.content.discipline]).merging([
            "when": "\(TimeText.day(one.day)), \(TimeText.range(one.at, minutes: one.span.minutes))",
            "who": one.therapists.map(form.name).joined(separator: " and "),
            "place": appointment.content.place.text, "whereabouts": appointment.content.whereabouts,
            "note": appointment.content.note, "outcome_action": href(.outcome),
            "schedule_href": Address.childTime(child, .schedule).path,
            "has_begun": one.span.start <= read.permit.now + .minutes(60),
            "is_planned": one.state == .planned, "is_series": appointment.content.recurrence != nil,
            "is_joint": read.joint != nil,
        ]) { $1 }
        if let rhythm = appointment.rhythm { values["rhythm"] = rhythm }
        if let text = one.state.text {
            values["state"] = text
            values["state_tag"] = one.state.tag
        }
        if case .cancelled(let cancellation) = one.state {
            values["why"] =
                "\(cancellation.by == .family ? "By the family" : "By the practice"): "
                + cancellation.why.text.lowercased()
            if one.span.start > read.permit.now, let practice = read.permit.ground.practice {
                values["offer_href"] = Address.practiceTime(practice, .freed(appointment.id, visit: number)).path
            }
        }
        if case .attended = one.state, read.permit.may(.writeNote) {
            values["note_href"] = Address.childPage(child, .visits).path
        }
        if let joint = read.joint { values["together"] = joint.state.text }
        if one.state == .planned {
            let standing = FormBody(
                fields: AppointmentForm.times(one.day, one.at, one.span.minutes, one.therapists)
            )
            values["cancel_action"] = href(.cancellation)
            values["cancel_fields"] = Self.cancelFields.values(typed ?? FormBody(""), problems)
            if read.joint == nil {
                values["move"] =
                    [
                        "action": href(.time), "fields": form.timeFields.values(typed ?? standing, problems),
                        "is_open": typed != nil,
                    ] as Page.Values
                if appointment.content.recurrence != nil { values["series_href"] = href(.series) }
            }
        }
        return response(
            "planned-visit",
            title: "Visit",
            read.child,
            read.permit,
            at: .schedule,
            values,
            problems: problems
        )
    }

    static let cancelFields = [
        Field(
            name: "by",
            label: "Who cancels",
            kind: .radios([.init(value: "family", text: "The family"), .init(value: "practice", text: "The practice")])
        ),
        Field(
            name: "why",
            label: "Why",
            kind: .select(Occurrence.Reason.offered.map { .init(value: $0.rawValue, text: $0.text) }),
            hint: "Nothing about anybody's health."
        ),
    ]

    func tellOutcome() async throws -> Response {
        let read = try await readPlanned()
        guard let outcome = form["outcome"].flatMap(VisitOutcome.init) else {
            return plannedVisitPage(read, nil, Problems("outcome", "Choose how it went."))
        }
        return try await step(read, field: "outcome") {
            try $0.tell(read.appointment.id, read.visit.ruleDay, outcome, $1)
        }
    }

    func cancelVisit() async throws -> Response {
        let read = try await readPlanned()
        let by = form["by"].flatMap(Occurrence.Canceller.init)
        let why = form["why"].flatMap(Occurrence.Reason.init)
        guard let by, let why else {
            return plannedVisitPage(read, form, Problems("by", "Choose who cancels, and why."))
        }
        let andLater = form["later"] == "yes"
        return try await step(read, field: "by") { transaction, permit in
            try transaction.cancel(
                read.appointment.id,
                read.visit.ruleDay,
                andLater: andLater,
                Occurrence.Cancellation(by: by, why: why, stamp: permit.stamp),
                permit
            )
        }
    }

    func moveVisit() async throws -> Response {
        let read = try await readPlanned()
        var reader = FormReader(form)
        let move = AppointmentForm(therapists: read.therapists).readTime(&reader)
        if let move, move.day < read.zone.day(read.permit.now) {
            reader.problems.add("first", "This day is over. Choose today or a day to come.")
        }
        guard let move, reader.problems.isEmpty else { return plannedVisitPage(read, form, reader.problems) }
        return try await step(read, field: "at") { try $0.move(read.appointment.id, read.visit.ruleDay, to: move, $1) }
    }

    private func step(
        _ read: PlannedRead,
        field: String,
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Void
    ) async throws -> Response {
        let form = AppointmentForm(therapists: read.therapists)
        do {
            try await change(body)
        } catch let fault as ScheduleFault {
            return plannedVisitPage(read, self.form, Problems(field, fault.message(form.name)))
        } catch let fault as Appointment.Fault {
            return plannedVisitPage(try await readPlanned(), nil, Problems(field, fault.message))
        }
        let number = read.appointment.number(of: read.visit.ruleDay)
        return visit.redirect(.childTime(child, .visit(read.appointment.id, visit: number, .page)), .saved)
    }
}
