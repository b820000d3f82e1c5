package import TandemCare
import TandemCatalog

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

    package func resume(_ id: ID<HomeItem>, _ permit: Permit) throws {
        try update(id, permit) { item in
            guard permit.mayEdit(item) else { throw StoreFailure.notFound }
            try item.resume()
        }
    }

    package func retire(_ id: ID<HomeItem>, reason: String, _ permit: Permit) throws {
        try update(id, permit) { item in
            guard permit.mayEdit(item) else { throw StoreFailure.notFound }
            try item.retire(reason: reason, by: permit.stamp)
        }
    }

    /// Keeps one of two that train the same skill. Either of the two therapists may say so: what goes stays readable.
    package func keep(_ kept: ID<HomeItem>, insteadOf other: ID<HomeItem>, _ permit: Permit) throws {
        let (kept, current) = (try connection.part(kept, permit), try connection.part(other, permit))
        guard kept.value.id != current.value.id, kept.value.skill != nil, kept.value.skill == current.value.skill,
            permit.mayEdit(kept.value) || permit.mayEdit(current.value)
        else { throw StoreFailure.notFound }
        try update(other) { try $0.retire(reason: "\(kept.value.name) trains the same skill", by: permit.stamp) }
    }

    /// A therapist has taken up that an activity hurt.
    package func take(_ alert: ID<HurtAlert>, _ permit: Permit) throws {
        try update(alert, permit) { if $0.taken == nil { $0.taken = permit.stamp } }
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
    /// commit: none of the three is ever without the others.
    ///
    /// - Parameter letter: says that something waits, and nothing else.
    /// - Returns: the alert, where it hurt.
    @discardableResult
    package func tick(_ tick: Tick, _ permit: Permit, telling letter: Letter) throws -> HurtAlert? {
        let current = try connection.part(tick.item, permit)
        var item = current.value
        let own = Tick(
            id: tick.id,
            child: item.child,
            item: item.id,
            on: tick.on,
            outcome: tick.outcome,
            feel: tick.feel,
            line: tick.line,
            stamp: tick.stamp
        )
        let alert = try item.take(own)
        try insert(own)
        guard let alert else { return nil }
        if item != current.value { try replace(item, version: current.version) }
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
