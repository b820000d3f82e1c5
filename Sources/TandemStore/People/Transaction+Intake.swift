package import TandemCare
package import TandemDatabase

extension Connection {
    /// What the family told, if anything yet.
    package func intake(of child: ID<Child>) throws -> Versioned<Intake>? {
        try records(Intake.self, where: "child = $1", [.text(child.text)]).first
    }
}

/// What came of saving a section of the intake form.
package enum IntakeSaved: Sendable {
    case saved
    /// Somebody else has changed the same section since it was read; nothing was written. Theirs, by key, and the version now.
    case conflict(theirs: [String: String], version: Int)
}

extension Transaction {
    /// Saves one section. Two people may fill different sections at the same time: only the same section conflicts.
    ///
    /// - Parameter version: the version of the whole form that the writer read; 0 where there was none.
    package func saveIntake(
        _ section: IntakeForm.Section,
        _ typed: [String: String],
        version: Int,
        _ permit: Permit
    ) throws -> IntakeSaved {
        // Of two programs that save at the same time, the second is to see what the first has saved.
        try connection.lock("intake of \(permit.child.text)")
        let current = try connection.intake(of: permit.child)
        if let current, current.version != version {
            let theirs = current.value.answers(in: section)
            let read = try intake(current.value.id, version: version)?.answers(in: section) ?? [:]
            if theirs != read, theirs != typed.filter({ !$0.value.trimmed.isEmpty }) {
                return .conflict(theirs: theirs, version: current.version)
            }
        }
        var intake = current?.value ?? Intake(id: effects.id(), child: permit.child)
        intake.save(section, typed, by: permit.who.account, at: now)
        if let current { try replace(intake, version: current.version) } else { try insert(intake) }
        if section.questions.contains(where: { $0.key == IntakeForm.whatMatters }) {
            let matters = intake.answers[IntakeForm.whatMatters] ?? ""
            if try connection.record(permit.child)?.value.whatMatters != matters {
                try update(permit.child) { $0.whatMatters = matters }
            }
        }
        return .saved
    }

    private func intake(_ id: ID<Intake>, version: Int) throws -> Intake? {
        try connection.row(
            "SELECT body FROM history WHERE kind = 'intake' AND id = $1 AND version = $2",
            [.text(id.text), .integer(Int64(version))]
        ).map { try RecordJSON.decode(Intake.self, from: $0.text("body")) }
    }
}
