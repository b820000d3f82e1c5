package import TandemCare
import TandemCatalog
package import TandemDatabase

extension PracticeClock: Record {
    package static var kind: String { "practice_clock" }
    package static var columnNames: [String] { [] }
    package var columnValues: [SQLValue] { [] }
    package var id: ID<PracticeClock> { practice.of() }
}

extension Appointment: PlanRecord {
    package static var kind: String { "appointment" }
    package static var columnNames: [String] { ["child", "practice", "joint"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(practice.text), .text(joint?.text)] }
}

extension JointAppointment: PlanRecord {
    package static var kind: String { "joint_appointment" }
    package static var columnNames: [String] { ["child", "proposing", "asked", "starts_at", "state"] }
    package var columnValues: [SQLValue] {
        [
            .text(child.text), .text(proposing.practice.text), .text(asked.practice.text),
            .integer(span.start.microseconds), .text(state.word),
        ]
    }
}

extension WorkingHours: Record {
    package static var kind: String { "working_hours" }
    package static var columnNames: [String] { ["practice", "therapist"] }
    package var columnValues: [SQLValue] { [.text(practice.text), .text(therapist.text)] }
}

extension WaitingEntry: Record {
    package static var kind: String { "waiting_entry" }
    package static var columnNames: [String] { ["practice", "child", "since", "waiting"] }
    package var columnValues: [SQLValue] {
        [.text(practice.text), .text(child?.text), .day(since), .flag(isWaiting)]
    }
    package var childID: ID<Child>? { child }
}

extension SlotOffer: Record {
    package static var kind: String { "slot_offer" }
    package static var columnNames: [String] { ["practice", "therapist", "starts_at", "ends_at", "until_at", "state"] }
    package var columnValues: [SQLValue] {
        [
            .text(slot.practice.text), .text(slot.therapist.text), .integer(slot.span.start.microseconds),
            .integer(slot.span.end.microseconds), .integer(until.microseconds), .text(state.word),
        ]
    }
}
