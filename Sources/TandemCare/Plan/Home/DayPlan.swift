/// The active items in the family's day, routine by routine.
package struct DayPlan: Sendable, Hashable {
    package struct Slot: Sendable, Hashable {
        package let routine: Routine
        package let items: [HomeItem]

        package var minutes: Int { items.reduce(0) { $0 + $1.minutes } }
    }

    /// In order of the day, empty routines left out.
    package let slots: [Slot]

    /// Every active item has one place: its own routine where it names one; otherwise the one that suits its codes, if the family has
    /// it; otherwise the family's routine with the fewest minutes so far.
    ///
    /// - Parameter codes: ICF codes of an item's goal, then of its skill.
    package init(_ program: HomeProgram, table: RoutineTable, codes: (HomeItem) -> [String]) {
        var places: [Routine: [HomeItem]] = [:]
        var open: [HomeItem] = []
        for item in program.active {
            let suited = table.routine(for: codes(item)).flatMap { program.settings.routines.contains($0) ? $0 : nil }
            if let routine = item.routine ?? suited {
                places[routine, default: []].append(item)
            } else {
                open.append(item)
            }
        }
        for item in open {
            let routine = program.settings.routines.min { left, right in
                let (first, second) = (Self.minutes(places[left]), Self.minutes(places[right]))
                return (first, left) < (second, right)
            }
            places[routine ?? .anytime, default: []].append(item)
        }
        slots = places.map { Slot(routine: $0.key, items: $0.value) }.sorted { $0.routine < $1.routine }
    }

    private static func minutes(_ items: [HomeItem]?) -> Int { items?.reduce(0) { $0 + $1.minutes } ?? 0 }
}
