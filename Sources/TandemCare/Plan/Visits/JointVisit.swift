package import TandemCatalog

/// Two notes of one visit, read together: a co-treatment, or two versions of a draft that were written at the same time. No minute of
/// either is lost.
package struct JointVisit: Sendable, Hashable {
    package let services: [VisitService]
    /// Services that the two tell differently; both tellings stand in `services`.
    package let contested: Set<ID<VisitService>>
    package let entries: [VisitEntry]
    /// Minutes of the visit on the clock, from the earlier start to the later stop; `nil` where nobody wrote them.
    package let length: Int?

    /// A service that both tell alike stands once; one that they tell differently stands twice.
    package init(_ first: VisitNote.Content, _ second: VisitNote.Content) {
        var services = first.services
        var contested = Set<ID<VisitService>>()
        for service in second.services where !first.services.contains(service) {
            if first.services.contains(where: { $0.id == service.id }) { contested.insert(service.id) }
            services.append(service)
        }
        self.services = services
        self.contested = contested
        entries = first.entries + second.entries.filter { !first.entries.contains($0) }
        let starts = [first.start, second.start].compactMap { $0 }
        let stops = [first.stop, second.stop].compactMap { $0 }
        if let start = starts.min(), let stop = stops.max(), start < stop {
            length = stop.minutes - start.minutes
        } else {
            length = nil
        }
    }

    package func minutes(_ discipline: Discipline) -> Int {
        services.filter { $0.discipline == discipline }.written
    }

    package var minutes: Int { services.written }

    /// Minutes that both disciplines write beyond the time on the clock. Payers that follow Medicare do not pay two therapists for the
    /// same minutes: one bills all, or they split. Information, not a claim.
    package var minutesAtOnce: Int { length.map { max(0, minutes - $0) } ?? 0 }
}
