package import TandemCatalog

extension VisitNote.Content {
    /// Minutes between start and stop; `nil` where one is open or they run backward.
    package var length: Int? {
        guard let start, let stop, start < stop else { return nil }
        return stop.minutes - start.minutes
    }

    /// Minutes of one discipline that count toward units.
    package func timedMinutes(_ discipline: Discipline) -> [Int] {
        services.filter { $0.isTimed && $0.discipline == discipline }.map(\.minutes)
    }

    /// What a person can still mend before signing.
    package func remarks(today: CalendarDate) -> [EntryRemark] {
        timeRemarks(today) + textRemarks + (coTreatment?.remarks(length: length) ?? [])
    }

    private func timeRemarks(_ today: CalendarDate) -> [EntryRemark] {
        var remarks: [EntryRemark] = []
        if on > today {
            remarks.append(
                .outOfOrder("on", message: "This day is still to come.", mend: "Choose the day of the visit.")
            )
        }
        if start == nil { remarks.append(.missing("start", mend: "Write when the visit began, as in 14:05.")) }
        if stop == nil { remarks.append(.missing("stop", mend: "Write when the visit ended, as in 14:50.")) }
        if let start, let stop, start >= stop {
            remarks.append(.outOfOrder("stop", message: "The visit ends before it begins.", mend: "Check both times."))
        }
        for (index, service) in services.enumerated() where !(0...600).contains(service.minutes) {
            remarks.append(
                .outOfOrder(
                    "service \(index + 1)",
                    message: "These minutes cannot be.",
                    mend: "Write a number from 0 to 600."
                )
            )
        }
        for discipline in Discipline.allCases {
            let minutes = services.filter { $0.discipline == discipline }.reduce(0) { $0 + max(0, $1.minutes) }
            guard let length, minutes > length else { continue }
            remarks.append(
                .outOfOrder(
                    "services",
                    message: "\(minutes) minutes of \(discipline.rawValue) do not fit into a visit of \(length).",
                    mend: "Check the minutes, or the start and the end of the visit."
                )
            )
        }
        return remarks
    }

    private var textRemarks: [EntryRemark] {
        var remarks = EntryRemark.text("said", said, limit: TextLimit.note)
        if entries.allSatisfy(\.isEmpty) {
            remarks.append(.missing("entries", mend: "Say for at least one goal what was done."))
        }
        for (index, entry) in entries.enumerated() {
            remarks += EntryRemark.text("did \(index + 1)", entry.did, limit: TextLimit.note)
            remarks += EntryRemark.text("next \(index + 1)", entry.next, limit: TextLimit.note)
        }
        remarks += EntryRemark.text("handoff did", handoff.did, limit: TextLimit.line)
        remarks += EntryRemark.text("handoff works best", handoff.worksBest, limit: TextLimit.line)
        remarks += EntryRemark.text("handoff next asks", handoff.nextAsks, limit: TextLimit.line)
        return remarks
    }
}

extension CoTreatment {
    /// - Parameter length: minutes of the visit, where they are known.
    func remarks(length: Int?) -> [EntryRemark] {
        var remarks = EntryRemark.text(
            "co-treatment reason",
            reason,
            limit: TextLimit.note,
            required: "Say how the child gains from both at once. The schedule is no reason."
        )
        remarks += EntryRemark.text(
            "partner",
            partner,
            limit: TextLimit.line,
            required: "Name the other therapist."
        )
        for discipline in Discipline.allCases {
            let side = side(discipline)
            if side.goals.isEmpty {
                remarks.append(.missing("\(discipline.rawValue) goals", mend: "Name the goals of \(discipline.name)."))
            }
            if side.minutes <= 0 {
                remarks.append(
                    .missing("\(discipline.rawValue) minutes", mend: "Write the minutes of \(discipline.name).")
                )
            } else if let length, side.minutes > length {
                remarks.append(
                    .outOfOrder(
                        "\(discipline.rawValue) minutes",
                        message: "These are more minutes than the visit had.",
                        mend: "Check the minutes, or the start and the end of the visit."
                    )
                )
            }
        }
        return remarks
    }
}
