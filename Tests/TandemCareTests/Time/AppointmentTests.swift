import TandemCare
import TandemCatalog
import Testing

struct AppointmentTests {
    private typealias Make = TimeFixture

    private var weekly: Appointment {
        Make.appointment(
            Make.content("2026-10-20", "15:30", Recurrence(weekdays: [1], end: .count(4)))
        )
    }

    private func cancellation(_ by: Occurrence.Canceller = .family) -> Occurrence.Cancellation {
        Occurrence.Cancellation(by: by, why: .cannotCome, stamp: Make.stamp)
    }

    @Test(
        "A series names its days",
        arguments: [
            (Recurrence(weekdays: [1], end: .count(3)), ["2026-10-20", "2026-10-27", "2026-11-03"]),
            (Recurrence(everyWeeks: 2, weekdays: [1], end: .count(3)), ["2026-10-20", "2026-11-03", "2026-11-17"]),
            (
                Recurrence(weekdays: [1, 3], end: .until(TimeFixture.day("2026-10-29"))),
                ["2026-10-20", "2026-10-22", "2026-10-27", "2026-10-29"]
            ),
            // The weekday of the first day counts, and nothing before the first day does.
            (Recurrence(weekdays: [0], end: .count(3)), ["2026-10-20", "2026-10-26", "2026-10-27"]),
            (Recurrence(weekdays: [1], end: .until(TimeFixture.day("2026-10-19"))), []),
        ]
    )
    func days(_ recurrence: Recurrence, _ expected: [String]) {
        #expect(recurrence.days(from: Make.day("2026-10-20")).map(\.description) == expected)
    }

    @Test("A series ends after a year, whatever it says")
    func longest() {
        let first = Make.day("2026-10-20")
        let days = Recurrence(weekdays: Set(0...6), end: .count(10_000)).days(from: first)
        #expect(days.count == 367)
        #expect(days.last == first.adding(days: 366))
    }

    @Test("Half past three stays half past three when the clocks are turned")
    func turning() {
        let autumn = Make.appointment(
            Make.content("2026-10-30", "15:30", Recurrence(weekdays: [4], end: .count(2)))
        ).occurrences
        #expect(autumn[1].span.start - autumn[0].span.start == .hours(7 * 24 + 1))
        let spring = Make.appointment(
            Make.content("2027-03-12", "15:30", Recurrence(weekdays: [4], end: .count(2)))
        ).occurrences
        #expect(spring[1].span.start - spring[0].span.start == .hours(7 * 24 - 1))
        for visit in autumn + spring {
            #expect(Make.chicago.wall(visit.span.start).time == Make.time("15:30"))
        }
    }

    @Test("One visit moves, the others stay, and it keeps the day it is known by")
    func moving() throws {
        var series = weekly
        let moved = Make.day("2026-10-27")
        let move = Appointment.Move(
            day: Make.day("2026-10-28"),
            at: Make.time("09:00"),
            minutes: 30,
            therapists: [Make.id(9)]
        )
        try series.move(moved, to: move)
        let visits = series.occurrences
        #expect(visits.map(\.day.description) == ["2026-10-20", "2026-10-28", "2026-11-03", "2026-11-10"])
        #expect(visits[1].ruleDay == moved)
        #expect(visits[1].span == Span(Make.at("2026-10-28", "09:00"), minutes: 30))
        #expect(visits[1].therapists == [Make.id(9)])
        #expect(visits[0].therapists == [Make.id(2)])
        // Back where it was: nothing is kept of it.
        let back = Appointment.Move(
            day: moved,
            at: Make.time("15:30"),
            minutes: 45,
            therapists: [Make.id(2)]
        )
        try series.move(moved, to: back)
        #expect(series == weekly)
    }

    @Test("What was cancelled takes no time, and is not moved any more")
    func cancelling() throws {
        var series = weekly
        let day = Make.day("2026-10-27")
        try series.cancel(day, cancellation())
        #expect(series.occurrences.filter(\.takesTime).count == 3)
        #expect(throws: Appointment.Fault.notPlanned) { try series.cancel(day, self.cancellation()) }
        let move = Appointment.Move(day: day, at: Make.time("09:00"), minutes: 45, therapists: [])
        #expect(throws: Appointment.Fault.notPlanned) { try series.move(day, to: move) }
        #expect(throws: Appointment.Fault.noSuchVisit) {
            try series.cancel(Make.day("2026-10-28"), self.cancellation())
        }
        try series.reopen(day)
        #expect(series == weekly)
    }

    @Test("Nobody says how a visit went before it begins")
    func telling() throws {
        var series = weekly
        let day = Make.day("2026-10-20")
        let start = Make.at("2026-10-20", "15:30")
        #expect(throws: Appointment.Fault.stillToCome) {
            try series.attend(day, now: start - .minutes(61), by: Make.stamp)
        }
        try series.attend(day, now: start - .minutes(10), by: Make.stamp)
        #expect(series.occurrence(on: day)?.state == .attended(Make.stamp))
        try series.miss(day, now: start + .hours(1), by: Make.stamp)
        #expect(series.occurrence(on: day)?.state == .noShow(Make.stamp))
    }

    @Test("A series ends before a day, with what was said of the days before it")
    func ending() throws {
        var series = weekly
        try series.cancel(Make.day("2026-10-20"), cancellation())
        try series.cancel(Make.day("2026-11-10"), cancellation())
        let isLeft = series.end(before: Make.day("2026-11-03"))
        #expect(isLeft)
        #expect(series.occurrences.map(\.day.description) == ["2026-10-20", "2026-10-27"])
        #expect(series.changes.count == 1)
        let isNothingLeft = !series.end(before: Make.day("2026-10-20"))
        #expect(isNothingLeft)
    }

    @Test("What cannot be is said at its field")
    func checking() {
        let today = Make.day("2026-10-21")
        func places(_ content: Appointment.Content) -> [String] { content.remarks(today: today).map(\.place) }
        #expect(places(Make.content("2026-10-20", "15:30")) == ["first"])
        #expect(places(Make.content("2028-10-20", "15:30")) == ["first"])
        #expect(places(Make.content("2026-10-22", "15:30", minutes: 5)) == ["minutes"])
        #expect(places(Make.content("2026-10-22", "15:30")).isEmpty)
        let never = Recurrence(everyWeeks: 9, weekdays: [], end: .until(Make.day("2026-10-01")))
        #expect(places(Make.content("2026-10-22", "15:30", never)) == ["every", "until"])
    }

    @Test("A visit together is answered once, and only while it is still to come")
    func joint() throws {
        var joint = JointAppointment(
            id: Make.id(1),
            child: Make.id(5),
            proposing: .init(practice: Make.id(4), therapist: Make.id(2), discipline: .physical),
            asked: .init(practice: Make.id(6), therapist: Make.id(7), discipline: .occupational),
            span: Span(Make.stamp.at + .hours(48), minutes: 45),
            place: .clinic,
            whereabouts: "",
            proposed: Make.stamp
        )
        let late = Stamp(by: Make.stamp.by, at: Make.stamp.at + .hours(49))
        #expect(throws: JointAppointment.Fault.over) { try joint.confirm(by: late) }
        try joint.confirm(by: Make.stamp)
        #expect(throws: JointAppointment.Fault.notWaiting) { try joint.decline(by: Make.stamp) }
        joint.withdraw(by: late)
        #expect(joint.state == .withdrawn(late))
    }
}
