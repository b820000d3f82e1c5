import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A practice's waiting list, and the short-notice times that are offered to it.
extension PracticeVisit {
    private var stamp: Stamp { Stamp(by: visit.who.account, at: visit.store.effects.now()) }
    private var today: CalendarDate { visit.workspace.site.today() }

    func waitingPage() async throws -> Response {
        try await waitingPage(FormBody("minutes=45"), Problems())
    }

    private func waitingPage(_ typed: FormBody, _ problems: Problems) async throws -> Response {
        let (practice, now) = (practice, visit.store.effects.now())
        let (list, offers, names) = try await look { connection in
            let offers = try connection.offers(of: practice, at: now)
            return (
                try connection.waitingList(of: practice), offers,
                try connection.names(of: Set(offers.map(\.value.slot.therapist)))
            )
        }
        let today = today
        return response(
            "waiting",
            title: "Waiting list",
            at: .waiting,
            [
                "list": list.map { line($0, today) }, "count": list.count,
                "offers": offers.map { offer in
                    let slot = offer.value.slot
                    return [
                        "when": TimeText.span(slot.span, in: slot.rules), "who": names[slot.therapist] ?? "",
                        "state": Self.state(offer.value, at: now),
                        "href": Address.practiceTime(practice, .offer(offer.value.id, .page)).path,
                    ] as Page.Values
                },
                "fields": WaitingForm.fields(named: true).values(typed, problems),
                "is_open": !problems.isEmpty,
                "action": Address.practiceTime(practice, .waiting).path,
                "children_href": Address.practicePage(practice, .children).path,
                "week_href": Address.practicePage(practice, .week).path,
            ],
            problems: problems
        )
    }

    static func state(_ offer: SlotOffer, at now: Instant) -> String {
        switch offer.state {
        case .open where offer.until <= now: "nobody answered in time"
        case .open: "holds until \(TimeText.moment(offer.until, in: offer.slot.rules))"
        case .taken: "taken"
        case .withdrawn: "taken back"
        }
    }

    private func line(_ waiting: WaitingChild, _ today: CalendarDate) -> Page.Values {
        let entry = waiting.entry.value
        let days = entry.since.days(until: today)
        var values = Mark.values([entry.content.discipline]).merging([
            "name": waiting.name, "since": DateText.short(entry.since),
            "waited": days == 1 ? "1 day" : "\(max(0, days)) days", "wishes": entry.content.wishes.text,
            "minutes": entry.content.minutes, "short": entry.content.shortNotice, "reach": entry.content.reach,
            "note": entry.content.note, "is_known": waiting.child != nil,
            "edit_href": Address.practiceTime(practice, .waitingEntry(entry.id)).path,
            "add_href": Address.practicePage(practice, .newChild).path,
        ]) { $1 }
        if let child = waiting.child {
            values["href"] = Address.childTime(child.id, .schedule).path
            values["plan_href"] = Address.childTime(child.id, .new).path
        }
        return values
    }

    func addWaiting() async throws -> Response {
        var reader = FormReader(form)
        let content = WaitingForm.read(&reader, named: true)
        let entry = WaitingEntry(
            id: visit.store.effects.id(),
            practice: practice,
            child: nil,
            content: content ?? .init(discipline: .physical),
            since: today,
            made: stamp
        )
        reader.problems.add(entry.remarks(today: today))
        guard reader.problems.isEmpty else { return try await waitingPage(form, reader.problems) }
        try await change { try $0.wait(entry) }
        return visit.redirect(.practiceTime(practice, .waiting), .waits)
    }

    // MARK: One entry

    private func entry() async throws -> WaitingChild {
        let (practice, id) = (practice, try visit.id("entry", of: WaitingEntry.self))
        return try await look { connection in
            guard let found = try connection.waitingList(of: practice).first(where: { $0.entry.value.id == id }) else {
                throw StoreFailure.notFound
            }
            return found
        }
    }

    func waitingEntryPage() async throws -> Response {
        let found = try await entry()
        return entryPage(found, WaitingForm.filled(found.entry.value.content, version: found.entry.version), Problems())
    }

    private func entryPage(_ waiting: WaitingChild, _ typed: FormBody, _ problems: Problems) -> Response {
        response(
            "waiting-entry",
            title: "Waiting list",
            at: .waiting,
            [
                "name": waiting.name, "version": typed["version"] ?? "",
                "fields": WaitingForm.fields(named: waiting.child == nil).values(typed, problems),
                "action": Address.practiceTime(practice, .waitingEntry(waiting.entry.value.id)).path,
                "list_href": Address.practiceTime(practice, .waiting).path,
            ],
            problems: problems
        )
    }

    func saveWaitingEntry() async throws -> Response {
        let found = try await entry()
        let (practice, id, stamp) = (practice, found.entry.value.id, stamp)
        if form["change"] == "off" {
            try await change { try $0.takeOff(id, in: practice, by: stamp) }
            return visit.redirect(.practiceTime(practice, .waiting), .saved)
        }
        var reader = FormReader(form)
        var changed = found.entry.value
        if let content = WaitingForm.read(&reader, named: found.child == nil) { changed.content = content }
        reader.problems.add(changed.remarks(today: today))
        guard reader.problems.isEmpty else { return entryPage(found, form, reader.problems) }
        let (content, version) = (changed.content, reader.version)
        do {
            try await change { try $0.edit(id, content, version: version, in: practice) }
        } catch StoreFailure.conflict(_, _, let current) {
            reader.problems.add("note", "Somebody else saved this meanwhile. Check it, then save it again.")
            let kept = form.fields.filter { $0.name != "version" }.map { ($0.name, $0.value) }
            return entryPage(found, FormBody(fields: kept + [("version", "\(current)")]), reader.problems)
        }
        return visit.redirect(.practiceTime(practice, .waiting), .saved)
    }
}

/// Putting a child with a record on the list.
extension ChildVisit {
    func childWaitingPage() async throws -> Response {
        try await childWaitingPage(FormBody("minutes=45&short=yes"), Problems())
    }

    private func childWaitingPage(_ typed: FormBody, _ problems: Problems) async throws -> Response {
        let (child, permit) = try await look { ((try $0.child($1)).value, $1) }
        return response(
            "child-waiting",
            title: "Waiting list",
            child,
            permit,
            at: .schedule,
            [
                "fields": WaitingForm.fields(named: false).values(typed, problems),
                "action": Address.childTime(self.child, .waiting).path,
                "schedule_href": Address.childTime(self.child, .schedule).path,
            ],
            problems: problems
        )
    }

    func putOnWaitingList() async throws -> Response {
        var reader = FormReader(form)
        let read = WaitingForm.read(&reader, named: false)
        let (child, today, id) = (child, today, visit.store.effects.id(WaitingEntry.self))
        let permit = try await look { $1 }
        guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
        let made = WaitingEntry(
            id: id,
            practice: practice,
            child: child,
            content: read ?? .init(discipline: .physical),
            since: today,
            made: permit.stamp
        )
        reader.problems.add(made.remarks(today: today))
        guard reader.problems.isEmpty else { return try await childWaitingPage(form, reader.problems) }
        try await change { transaction, _ in try transaction.wait(made) }
        return redirect(.schedule, .waits)
    }
}
