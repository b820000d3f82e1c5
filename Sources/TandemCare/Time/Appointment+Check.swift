package import TandemCatalog

extension Appointment.Content {
    /// Minutes that a visit may take.
    package static let lengths = 10...240

    /// What does not fit.
    /// - Parameter today: where the practice is.
    package func remarks(today: CalendarDate) -> [EntryRemark] {
        var remarks: [EntryRemark] = []
        if therapists.isEmpty { remarks.append(.missing("therapists", mend: "Choose who treats the child.")) }
        if first < today {
            remarks.append(
                .outOfOrder("first", message: "This day is over.", mend: "Choose today or a day to come.")
            )
        }
        if first > today.adding(days: Recurrence.longestDays) {
            remarks.append(
                .outOfOrder("first", message: "This is more than a year away.", mend: "Choose a nearer day.")
            )
        }
        if !Self.lengths.contains(minutes) {
            remarks.append(
                .outOfOrder(
                    "minutes",
                    message: "A visit takes \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) minutes.",
                    mend: "Write how many minutes it takes."
                )
            )
        }
        remarks += EntryRemark.text("where", whereabouts, limit: TextLimit.line)
        remarks += EntryRemark.text("note", note, limit: TextLimit.line)
        return remarks + (recurrence?.remarks(first: first) ?? [])
    }
}

extension Recurrence {
    fileprivate func remarks(first: CalendarDate) -> [EntryRemark] {
        var remarks: [EntryRemark] = []
        if !(1...Self.mostWeeks).contains(everyWeeks) {
            remarks.append(
                .outOfOrder("every", message: "This is no number of weeks.", mend: "Write 1 to \(Self.mostWeeks).")
            )
        }
        switch end {
        case .until(let day) where day < first:
            remarks.append(
                .outOfOrder("until", message: "The last day is before the first.", mend: "Choose a later day.")
            )
        case .until(let day) where day > first.adding(days: Self.longestDays):
            remarks.append(
                .outOfOrder("until", message: "A series runs for a year at most.", mend: "Choose a nearer day.")
            )
        case .count(let count) where !(1...Self.longestDays).contains(count):
            remarks.append(
                .outOfOrder("count", message: "This is no number of visits.", mend: "Write how many visits there are.")
            )
        default: break
        }
        return remarks
    }
}
