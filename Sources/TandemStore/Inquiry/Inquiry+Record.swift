package import TandemCare
package import TandemDatabase

extension Inquiry: Record {
    package static var kind: String { "inquiry" }
    package static var columnNames: [String] {
        ["practice", "thread", "state", "child", "written_at", "waits_since"]
    }
    package var columnValues: [SQLValue] {
        [
            .text(practice.text), .text(thread.text), .text(state.rawValue), .text(child?.text),
            .integer(writtenAt.microseconds), .instant(waitsSince),
        ]
    }
    package var childID: ID<Child>? { child }
}
