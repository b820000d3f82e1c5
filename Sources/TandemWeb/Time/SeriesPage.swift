import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Changing a series from one visit on.
extension ChildVisit {
    func seriesPage() async throws -> Response {
        let read = try await readPlanned()
        let days = read.appointment.days
        let remaining = days.count { $0 >= read.visit.ruleDay }
        let typed = AppointmentForm.filled(read.appointment.content, from: read.visit.ruleDay, remaining: remaining)
        return seriesPage(read, typed, Problems())
    }

    private func seriesPage(_ read: PlannedRead, _ typed: FormBody, _ problems: Problems) -> Response {
        guard read.appointment.joint == nil else {
            return visit.redirect(.childTime(child, .schedule))
        }
        let form = AppointmentForm(therapists: read.therapists)
        let number = read.appointment.number(of: read.visit.ruleDay)
        var values = form.values(typed, problems)
        values["action"] = Address.childTime(child, .visit(read.appointment.id, visit: number, .series)).path
        values["zone"] = read.zone.label
        values["series_from"] = TimeText.day(read.visit.ruleDay)
        return response(
            "appointment",
            title: "Change later visits",
            read.child,
            read.permit,
            at: .schedule,
            values,
            problems: problems
        )
    }

    func changeSeries() async throws -> Response {
        let read = try await readPlanned()
        var reader = FormReader(form)
        let form = AppointmentForm(therapists: read.therapists)
        guard let content = form.read(&reader, today: read.zone.day(read.permit.now)) else {
            return seriesPage(read, self.form, reader.problems)
        }
        do {
            try await change { try $0.change(read.appointment.id, from: read.visit.ruleDay, to: content, $1) }
        } catch let fault as ScheduleFault {
            reader.problems.add("at", fault.message(form.name))
            return seriesPage(read, self.form, reader.problems)
        } catch let fault as Appointment.Fault {
            reader.problems.add("at", fault.message)
            return seriesPage(read, self.form, reader.problems)
        }
        return redirect(.schedule, .planned)
    }
}
