package import TandemCatalog

/// What the family says of one item on one day, in one tap. The last one of a day holds.
package struct Tick: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case done, tried
        case notToday = "not today"
    }

    package enum Feel: String, Sendable, Hashable, Codable, CaseIterable {
        case tooEasy = "too easy"
        case tooHard = "too hard"
        case hurt = "it hurt"
    }

    package let id: ID<Tick>
    package let child: ID<Child>
    package let item: ID<HomeItem>
    package let on: CalendarDate
    package let outcome: Outcome
    package let feel: Feel?
    package let line: String
    package let stamp: Stamp

    package init(
        id: ID<Tick>,
        child: ID<Child>,
        item: ID<HomeItem>,
        on: CalendarDate,
        outcome: Outcome,
        feel: Feel? = nil,
        line: String = "",
        stamp: Stamp
    ) {
        self.id = id
        self.child = child
        self.item = item
        self.on = on
        self.outcome = outcome
        self.feel = feel
        self.line = line
        self.stamp = stamp
    }
}

extension Tick {
    /// What a person can still mend.
    package func remarks(today: CalendarDate) -> [EntryRemark] {
        var remarks = EntryRemark.text("line", line, limit: TextLimit.line)
        if on > today {
            remarks.append(
                .outOfOrder("on", message: "This day is still to come.", mend: "Tick it when the day is here.")
            )
        }
        return remarks
    }
}

extension HomeItem {
    /// Takes in what the family said. "It hurt" pauses the item at once and gives an alert, whatever else was said.
    package mutating func take(_ tick: Tick) throws(Fault) -> HurtAlert? {
        guard tick.item == id, tick.child == child else { throw .otherItem }
        guard tick.feel == .hurt else {
            if case .retired = state { throw .retired }
            return nil
        }
        if isActive { try pause(reason: Self.hurtReason, by: tick.stamp) }
        return HurtAlert(tick, of: self)
    }
}

extension [Tick] {
    /// The last tick of each item and day, oldest day first. Indices are sorted, not ticks: a child's page has thousands.
    package var standing: [Tick] {
        var last: [TickKey: Int] = [:]
        last.reserveCapacity(count)
        for (index, tick) in enumerated() {
            let key = TickKey(item: tick.item, day: tick.on)
            if let other = last[key], self[other].stamp.at > tick.stamp.at { continue }
            last[key] = index
        }
        return last.values.sorted { isBefore($0, $1) }.map { self[$0] }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        if self[left].on != self[right].on { return self[left].on < self[right].on }
        if self[left].stamp.at != self[right].stamp.at { return self[left].stamp.at < self[right].stamp.at }
        return self[left].id.text < self[right].id.text
    }
}

private struct TickKey: Hashable {
    let item: ID<HomeItem>
    let day: CalendarDate
}
