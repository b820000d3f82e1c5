import TandemCatalog

/// What each kind of record tells the timeline.
extension Goal {
    package var timeline: [TimelineEntry] {
        statuses.map { TimelineEntry(.goal(title: title, $0.status), $0.stamp, goal: id, subject: id.text) }
            + stepTimeline + split.parts.flatMap(timeline)
    }

    private var stepTimeline: [TimelineEntry] {
        split.steps.flatMap { step -> [TimelineEntry] in
            let added = step.added.map { entry(.stepAdded(title: title, step: step.text), $0, nil) }
            let dropped = step.dropped.map {
                entry(.stepDropped(title: title, step: step.text, reason: $0.reason), $0.stamp, nil)
            }
            return [added, dropped].compactMap { $0 }
        }
    }

    private func timeline(_ part: Split.Part) -> [TimelineEntry] {
        part.reassignments.flatMap { one -> [TimelineEntry] in
            let settled = TimelineEvent.leadSettled(title: title, skill: part.name, to: one.to)
            if one.answer == .alone { return [entry(settled, one.proposed, one.by)] }
            let proposed = TimelineEvent.leadProposed(title: title, skill: part.name, to: one.to)
            let first = entry(proposed, one.proposed, one.by)
            switch one.answer {
            case .agreed(let stamp): return [first, entry(settled, stamp, one.by.other)]
            case .disagreed(let reason, let stamp):
                let event = TimelineEvent.leadDisputed(title: title, skill: part.name, reason: reason)
                return [first, entry(event, stamp, one.by.other)]
            case .withdrawn, .alone, nil: return [first]
            }
        }
    }

    private func entry(_ event: TimelineEvent, _ stamp: Stamp, _ discipline: Discipline?) -> TimelineEntry {
        TimelineEntry(event, stamp, discipline: discipline, goal: id, subject: id.text)
    }
}

extension VisitNote {
    /// Drafts are nobody's but their author's.
    package var timeline: [TimelineEntry] {
        guard let signature else { return [] }
        let minutes = content.services.filter { $0.discipline == discipline }.written
        let visit = TimelineEvent.visit(minutes: minutes, withBoth: content.coTreatment != nil)
        return [TimelineEntry(visit, signature.stamp, day: content.on, discipline: discipline, subject: id.text)]
            + addenda.map {
                TimelineEntry(.addendum, $0.stamp, day: content.on, discipline: discipline, subject: id.text)
            }
    }
}

extension HomeItem {
    package var timeline: [TimelineEntry] {
        let added = TimelineEntry(.homeAdded(item: name), made, discipline: discipline, goal: goal, subject: id.text)
        switch state {
        case .active: return [added]
        case .paused(let reason, let stamp):
            return [added, TimelineEntry(.homePaused(item: name, reason: reason), stamp, goal: goal, subject: id.text)]
        case .retired(let reason, let stamp):
            return [
                added, TimelineEntry(.homeRetired(item: name, reason: reason), stamp, goal: goal, subject: id.text),
            ]
        }
    }
}

extension PlanOfCare {
    package var timeline: [TimelineEntry] {
        let signed = signature.map {
            TimelineEntry(.planOfCareSigned, $0.stamp, discipline: discipline, subject: id.text)
        }
        return (signed.map { [$0] } ?? [])
            + papers.map {
                TimelineEntry(.paper($0.kind), $0.stamp, day: $0.on, discipline: discipline, subject: id.text)
            }
    }
}

extension ReturnToSport {
    package var timeline: [TimelineEntry] {
        passages.map { passage in
            let phase = program.phases[min(max(passage.to, 0), program.phases.count - 1)]
            let event = TimelineEvent.sport(phase: phase.name, isBack: passage.to < passage.from)
            return TimelineEntry(event, passage.stamp, subject: id.text)
        }
    }
}

extension Referral {
    /// From the sending on; a draft tells nothing.
    ///
    /// - Parameters:
    ///   - sender, recipient: the names of the two practices.
    package func timeline(from sender: String, to recipient: String) -> [TimelineEntry] {
        func event(_ happening: ReferralHappening) -> TimelineEvent {
            .referral(happening, id, discipline, from: sender, to: recipient)
        }
        var entries = steps.compactMap { step in
            step.happening.map { happening in
                TimelineEntry(
                    event(happening),
                    at: step.at,
                    by: step.hand.account,
                    day: happening == .seen ? step.visit : nil,
                    discipline: step.hand.side == .recipient ? discipline : nil,
                    subject: id.text
                )
            }
        }
        if let ended, !isPutAway { entries.append(TimelineEntry(event(.letGo), ended.stamp, subject: id.text)) }
        return entries
    }
}

extension ReferralStep {
    fileprivate var happening: ReferralHappening? {
        switch event {
        case .send: .sent
        case .accept: .accepted
        case .decline: .declined(reason)
        case .interimNote, .interimUntold: .seen
        case .outcome: .reported
        case .confirmCancel: .canceled
        case .askToCancel, .schedule, .scheduleUntold, .reschedule, .noShow, .visitCancelled: nil
        }
    }
}

extension Measurement {
    package func timeline(_ registry: MeasureRegistry) -> [TimelineEntry] {
        guard let measure = registry.measure(series.measure) else { return [] }
        let event = TimelineEvent.measured(name: measure.name, result, unit: measure.unit)
        return [TimelineEntry(event, stamp, day: on, discipline: discipline, goal: goal, subject: id.text)]
    }
}

extension Rating {
    package func timeline(of goal: Goal) -> [TimelineEntry] {
        let event = TimelineEvent.rated(title: goal.title, level: level)
        return [TimelineEntry(event, stamp, day: on, discipline: discipline, goal: goal.id, subject: id.text)]
    }
}

extension [Tick] {
    /// One entry a day and person for what was practiced, and one for each thing that hurt.
    package func timeline(_ items: [HomeItem]) -> [TimelineEntry] {
        let names = Dictionary(items.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var entries: [TimelineEntry] = []
        for (day, ticks) in Dictionary(grouping: standing, by: \.on) {
            for tick in ticks where tick.feel == .hurt {
                let event = TimelineEvent.hurt(item: names[tick.item] ?? "")
                entries.append(TimelineEntry(event, tick.stamp, day: day, subject: tick.id.text))
            }
            for (_, own) in Dictionary(grouping: ticks.filter { $0.outcome != .notToday }, by: \.stamp.by) {
                guard let last = own.max(by: { $0.stamp.at < $1.stamp.at }) else { continue }
                let done = own.count { $0.outcome == .done }
                let event = TimelineEvent.practiced(done: done, tried: own.count - done)
                entries.append(TimelineEntry(event, last.stamp, day: day, subject: last.id.text))
            }
        }
        return entries.sorted()
    }
}
