package import TandemCare
package import TandemCatalog

/// The one home program: what therapists write into it, what the family says of it.
extension Transaction {
    /// - Throws: `StoreFailure.notFound` for a goal of another child, and where the person does not practice the discipline.
    package func add(_ item: HomeItem, _ permit: Permit) throws {
        guard permit.mayEdit(item) else { throw StoreFailure.notFound }
        if let goal = item.goal { _ = try connection.part(goal, permit) }
        try insert(item)
    }

    /// Changes an item of one's own practice and discipline.
    ///
    /// - Parameter version: the version that the writer read.
    package func edit(
        _ id: ID<HomeItem>,
        version: Int,
        _ permit: Permit,
        _ change: (inout HomeItem) -> Void
    ) throws {
        let current = try connection.part(id, permit)
        guard permit.mayEdit(current.value) else { throw StoreFailure.notFound }
        var item = current.value
        change(&item)
        guard item != current.value else { return }
        try replace(item, version: version)
    }

    /// Any therapist of the team may pause an item; letting it go on, and taking it out, is for those whose item it is.
    ///
    /// - Throws: `HomeItem.Fault` where the item does not go there from where it is.
    package func pause(_ id: ID<HomeItem>, reason: String, _ permit: Permit) throws {
        try update(id, permit) { try $0.pause(reason: reason, by: permit.stamp) }
    }

    ///
    /// - Parameter change: what was changed before it goes on, where it had hurt; an alert that nobody has taken up is taken up by it.
    /// - Returns: whether an alert was taken up.
    @discardableResult
    package func resume(_ id: ID<HomeItem>, change: String = "", _ permit: Permit) throws -> Bool {
        var hadHurt = false
        try update(id, permit) { item in
            guard permit.mayEdit(item) else { throw StoreFailure.notFound }
            hadHurt = item.isPausedForHurt
            try item.resume()
        }
        let taken = try takeAlerts(of: id, change: change, permit)
        if !taken, hadHurt, !change.isEmpty, let last = try connection.alerts(of: id, permit).last {
            try update(last.value.id, permit) { $0.take(by: permit.stamp, change: change) }
        }
        return taken
    }

    /// An alert about it that nobody has taken up is taken up by it.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    package func retire(_ id: ID<HomeItem>, reason: String, _ permit: Permit) throws -> Bool {
        try update(id, permit) { item in
            guard permit.mayEdit(item) else { throw StoreFailure.notFound }
            try item.retire(reason: reason, by: permit.stamp)
        }
        return try takeAlerts(of: id, change: HurtAlert.takenOut, permit)
    }

    private func takeAlerts(of item: ID<HomeItem>, change: String, _ permit: Permit) throws -> Bool {
        let open = try connection.alerts(of: item, permit).filter { $0.value.taken == nil }
        for alert in open { try update(alert.value.id, permit) { $0.take(by: permit.stamp, change: change) } }
        return !open.isEmpty
    }

    /// Keeps one of two that train the same skill. Either of the two therapists may say so: what goes stays readable.
    package func keep(_ kept: ID<HomeItem>, insteadOf other: ID<HomeItem>, _ permit: Permit) throws {
        let (kept, current) = (try connection.part(kept, permit), try connection.part(other, permit))
        guard kept.value.id != current.value.id, kept.value.skill != nil, kept.value.skill == current.value.skill,
            permit.mayEdit(kept.value) || permit.mayEdit(current.value)
        else { throw StoreFailure.notFound }
        try update(other) { try $0.retire(reason: "\(kept.value.name) trains the same skill", by: permit.stamp) }
        _ = try takeAlerts(of: other, change: HurtAlert.takenOut, permit)
    }

    /// A therapist has taken up that an activity hurt.
    package func take(_ alert: ID<HurtAlert>, _ permit: Permit) throws {
        try update(alert, permit) { $0.take(by: permit.stamp) }
    }

    /// How much of the family's day it may take.
    package func save(_ settings: HomeProgram.Settings, version: Int, _ permit: Permit) throws {
        if let current = try connection.parts(HomeProgram.Settings.self, permit).first {
            guard current.value != settings else { return }
            try replace(settings, version: version)
        } else {
            try insert(settings)
        }
    }

    /// What the family says of one item on one day. "It hurt" pauses the item and tells every therapist of the team, all in one
    /// commit: none of the three is ever without the others. Said twice on a day, while nobody has taken it up, it is one alert and
    /// one letter each.
    ///
    /// - Parameter letter: says that something waits, and nothing else.
    /// - Returns: the alert, where it hurt.
    @discardableResult
    package func tick(
        _ id: ID<HomeItem>,
        _ word: Tick.Word,
        on day: CalendarDate,
        _ permit: Permit,
        telling letter: Letter
    ) throws -> HurtAlert? {
        let item = try connection.part(id, permit).value.id
        let before = try connection.ticks(of: item, on: day, permit).standing.last
        let new: ID<Tick> = effects.id()
        guard word.saysHurt else {
            var current = try connection.part(item, permit).value
            let (tick, _) = try current.take(word, as: new, on: day, after: before, by: permit.stamp)
            if before.map(tick.repeats) != true { try insert(tick) }
            return nil
        }
        // The item first: of two who say it at one moment, the second sees the first one's alert.
        var said: (tick: Tick, alert: HurtAlert?)?
        try update(item, permit) { said = try $0.take(word, as: new, on: day, after: before, by: permit.stamp) }
        guard let said, let alert = said.alert else { return nil }
        if let open = try connection.alerts(of: item, permit).first(where: {
            $0.value.on == day && $0.value.taken == nil
        }) {
            if before.map(said.tick.repeats) != true { try insert(said.tick) }
            var told = open.value
            told.hear(said.tick)
            if told != open.value { try replace(told, version: open.version) }
            return told
        }
        try insert(said.tick)
        try insert(alert)
        let team = try connection.plan(permit).team.members.filter { !$0.disciplines.isEmpty }
        for account in Set(team.map(\.account)).sorted() { try tell(account, letter) }
        return alert
    }
}

extension Permit {
    /// An item belongs to the discipline and practice that wrote it.
    package func mayEdit(_ item: HomeItem) -> Bool {
        ground.practice == item.practice && disciplines.contains(item.discipline)
    }
}
