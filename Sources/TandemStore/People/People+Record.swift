package import TandemCare
import TandemCatalog
package import TandemDatabase

extension Practice: Record {
    package static var kind: String { "practice" }
    package static var columnNames: [String] { ["name", "disciplines", "archived_at"] }
    package var columnValues: [SQLValue] {
        [.text(name), .text(disciplines.map(\.rawValue).sorted(by: >).joined(separator: ",")), .instant(archivedAt)]
    }
}

extension Account: Record {
    package static var kind: String { "account" }
    package static var columnNames: [String] { ["email_key", "name", "archived_at"] }
    package var columnValues: [SQLValue] { [.text(Account.key(email: email)), .text(name), .instant(archivedAt)] }
}

extension Membership: Record {
    package static var kind: String { "membership" }
    package static var columnNames: [String] { ["account", "practice", "roles", "ended_at"] }
    package var columnValues: [SQLValue] {
        [
            .text(account.text), .text(practice.text), .text(roles.sorted().map(\.rawValue).joined(separator: ",")),
            .instant(endedAt),
        ]
    }
}

extension Child: Record {
    package static var kind: String { "child" }
    package static var columnNames: [String] { ["archived_at", "merged_into"] }
    package var columnValues: [SQLValue] { [.instant(archivedAt), .text(mergedInto?.text)] }
    package var childID: ID<Child>? { id }
}

extension Household: Record {
    package static var kind: String { "household" }
    package static var columnNames: [String] { ["archived_at"] }
    package var columnValues: [SQLValue] { [.instant(archivedAt)] }
}

extension Residence: Record {
    package static var kind: String { "residence" }
    package static var columnNames: [String] { ["child", "household", "ended_at"] }
    package var columnValues: [SQLValue] { [.text(child.text), .text(household.text), .instant(endedAt)] }
    package var childID: ID<Child>? { child }
}

extension Intake: Record {
    package static var kind: String { "intake" }
    package static var columnNames: [String] { ["child"] }
    package var columnValues: [SQLValue] { [.text(child.text)] }
    package var childID: ID<Child>? { child }
}

extension FamilyTie: Record {
    package static var kind: String { "family_tie" }
    package static var columnNames: [String] { ["child", "household", "account", "ended_at"] }
    package var columnValues: [SQLValue] {
        [.text(child.text), .text(household.text), .text(account.text), .instant(endedAt)]
    }
    package var childID: ID<Child>? { child }
}

extension CareRelationship: Record {
    package static var kind: String { "care_relationship" }
    package static var columnNames: [String] { ["child", "practice", "since", "ended_at"] }
    package var columnValues: [SQLValue] {
        [.text(child.text), .text(practice.text), .integer(since.microseconds), .instant(endedAt)]
    }
    package var childID: ID<Child>? { child }
}

extension Consent: Record {
    package static var kind: String { "consent" }
    package static var columnNames: [String] {
        ["child", "practice", "household", "given_by", "given_at", "ends_at", "withdrawn_at"]
    }
    package var columnValues: [SQLValue] {
        [
            .text(child.text), .text(practice.text), .text(household.text), .text(givenBy.text),
            .integer(givenAt.microseconds),
            .instant(until), .instant(withdrawnAt),
        ]
    }
    package var childID: ID<Child>? { child }
}

extension SQLValue {
    package static func instant(_ instant: Instant?) -> SQLValue { .integer(instant?.microseconds) }
}
