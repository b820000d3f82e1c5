package import TandemCatalog

extension VisitNote.Content {
    /// Minutes between start and stop; `nil` where one is open or they run backward.
    package var length: Int? {
        guard let start, let stop, start < stop else { return nil }
        return stop.minutes - start.minutes
    }

    /// Minutes of one discipline that count toward units.
    package func timedMinutes(_ discipline: Discipline) -> [Int] {
        services.filter { $0.isTimed && $0.discipline == discipline }.compactMap(\.minutes)
    }

    /// Where one service alone has no minutes and the times are known, it has those that are left.
    package var withMinutesLeft: Self {
        var content = self
        let open = services.indices.filter { services[$0].minutes == nil }
        guard let length, open.count == 1, let index = open.first else { return content }
        let used = services.filter { $0.discipline == services[index].discipline }.written
        if used < length { content.services[index].minutes = length - used }
        return content
    }

    /// Tells the same visit. Ids of services do not count: two windows make two for one line.
    package func says(_ other: Self) -> Bool {
        guard services.count == other.services.count else { return false }
        var other = other
        other.services = zip(services, other.services).map { own, theirs in
            VisitService(
                id: own.id,
                discipline: theirs.discipline,
                what: theirs.what,
                minutes: theirs.minutes,
                isTimed: theirs.isTimed
            )
        }
        return self == other
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
        let open = services.filter { $0.minutes == nil }.count
        for (index, service) in services.enumerated() {
            let place = "service \(index + 1)"
            guard let minutes = service.minutes else {
                // One alone waits for the times, which are asked for above.
                if length != nil || open > 1 {
                    remarks.append(.missing(place, mend: "Write the minutes of this service, or take it out."))
                }
                continue
            }
            guard !(0...600).contains(minutes) else { continue }
            remarks.append(
                .outOfOrder(place, message: "These minutes cannot be.", mend: "Write a number from 0 to 600.")
            )
        }
        for discipline in Discipline.allCases {
            let minutes = services.filter { $0.discipline == discipline }.reduce(0) { $0 + max(0, $1.minutes ?? 0) }
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
            let minutes = side.minutes ?? 0
            if minutes < 0 {
                remarks.append(
                    .outOfOrder(
                        "\(discipline.rawValue) minutes",
                        message: "These minutes cannot be.",
                        mend: "Write a number from 0 to 600."
                    )
                )
            } else if minutes == 0 {
                remarks.append(
                    .missing("\(discipline.rawValue) minutes", mend: "Write the minutes of \(discipline.name).")
                )
            } else if minutes > length ?? 600 {
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

extension [VisitService] {
    /// Minutes that were written down, of all together.
    package var written: Int { reduce(0) { $0 + ($1.minutes ?? 0) } }
}
