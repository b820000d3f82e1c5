import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A time that came free, offered to those who wait.
extension PracticeVisit {
    private var stamp: Stamp { Stamp(by: visit.who.account, at: visit.store.effects.now()) }
    private var gone: Letter { visit.workspace.letters.letter("mail-time-gone", to: .family) }

    private struct Freed: Sendable {
        let appointment: ID<Appointment>
        let number: Int
        let slot: OpenSlot
        let therapist: String
        /// Those whom it suits, in order of waiting.
        let fitting: [WaitingChild]
    }

    private func freed() async throws -> Freed {
        let (practice, id) = (practice, try visit.id("appointment", of: Appointment.self))
        let number = visit.open.parameters.get("visit").flatMap { Int($0) } ?? 0
        return try await look { connection in
            guard let appointment = try connection.record(id)?.value, appointment.practice == practice,
                let day = appointment.ruleDay(number), let one = appointment.occurrence(on: day), !one.takesTime,
                let therapist = one.therapists.first
            else { throw StoreFailure.notFound }
            let slot = OpenSlot(
                practice: practice,
                therapist: therapist,
                discipline: appointment.content.discipline,
                zone: appointment.rules,
                span: one.span,
                place: appointment.content.place == .clinic ? .clinic : .telehealth,
                whereabouts: appointment.content.place == .clinic ? appointment.content.whereabouts : ""
            )
            let list = try connection.waitingList(of: practice)
            let order = list.map(\.entry.value).fitting(slot).map(\.id)
            return Freed(
                appointment: id,
                number: number,
                slot: slot,
                therapist: try connection.names(of: [therapist])[therapist] ?? "",
                fitting: order.compactMap { id in list.first { $0.entry.value.id == id } }
            )
        }
    }

    func freedPage() async throws -> Response {
        let freed = try await freed()
        let first = freed.fitting.filter { $0.child != nil }.prefix(3).map { ("entry", $0.entry.value.id.text) }
        return freedPage(freed, FormBody(fields: first + [("hold", "2")]), Problems())
    }

    private func freedPage(_ freed: Freed, _ typed: FormBody, _ problems: Problems) -> Response {
        let known = freed.fitting.filter { $0.child != nil }
        let fields = [
            Field(
                name: "entry",
                label: "Ask these families",
                kind: .checks(
                    known.map { waiting in
                        .init(
                            value: waiting.entry.value.id.text,
                            text: waiting.name,
                            note: "waits since \(DateText.short(waiting.entry.value.since))"
                        )
                    }
                ),
                hint: "The first yes gets the time; the others are told that it is gone."
            ),
            Field(
                name: "hold",
                label: "The offer holds for",
                kind: .select(
                    [("1", "1 hour"), ("2", "2 hours"), ("4", "4 hours"), ("24", "1 day")].map {
                        .init(value: $0.0, text: $0.1)
                    }
                ),
                hint: "Nobody else can be booked into the time while it holds."
            ),
        ]
        return response(
            "freed",
            title: "Offer a free time",
            at: .waiting,
            [
                "when": TimeText.span(freed.slot.span, in: freed.slot.rules), "who": freed.therapist,
                "fields": fields.values(typed, problems), "has_any": !known.isEmpty,
                "unknown": freed.fitting.filter { $0.child == nil }.map { waiting in
                    ["name": waiting.name, "reach": waiting.entry.value.content.reach] as Page.Values
                },
                "add_href": Address.practicePage(practice, .newChild).path,
                "list_href": Address.practiceTime(practice, .waiting).path,
                "action": Address.practiceTime(practice, .freed(freed.appointment, visit: freed.number)).path,
            ],
            problems: problems
        )
    }

    func offerFreed() async throws -> Response {
        let freed = try await freed()
        let entries = form.all("entry").compactMap { ID<WaitingEntry>($0) }
        let hold = form["hold"].flatMap { Int($0) }.map(Duration.hours).flatMap {
            SlotOffer.holds.contains($0) ? $0 : nil
        }
        let known = Set(freed.fitting.filter { $0.child != nil }.map(\.entry.value.id))
        guard !entries.isEmpty, Set(entries).isSubset(of: known), Set(entries).count == entries.count, let hold else {
            return freedPage(freed, form, Problems("entry", "Choose who is asked, and how long the offer holds."))
        }
        let (slot, stamp, letter) = (freed.slot, stamp, visit.workspace.letters.letter("mail-time-free", to: .family))
        guard slot.span.start > stamp.at else {
            return freedPage(freed, form, Problems("entry", "This time is over."))
        }
        do {
            let offer = try await change {
                try $0.offer(slot, to: entries, for: hold, by: stamp, telling: letter)
            }
            return visit.redirect(.practiceTime(practice, .offer(offer.id, .page)), .offered)
        } catch let fault as ScheduleFault {
            return freedPage(freed, form, Problems("entry", fault.message { _ in freed.therapist }))
        }
    }

    // MARK: One offer

    func offerPage() async throws -> Response { try await offerPage(Problems()) }

    private func offerPage(_ problems: Problems) async throws -> Response {
        let (practice, id) = (practice, try visit.id("offer", of: SlotOffer.self))
        let now = visit.store.effects.now()
        let (offer, names, children) = try await look { connection in
            let offer = try connection.offer(id, in: practice).value
            return (
                offer, try connection.names(of: [offer.slot.therapist]),
                try connection.waitingNames(offer, in: practice)
            )
        }
        var values: Page.Values = [
            "when": TimeText.span(offer.slot.span, in: offer.slot.rules), "who": names[offer.slot.therapist] ?? "",
            "state": Self.state(offer, at: now), "is_open": offer.isOpen(at: now),
            "list_href": Address.practiceTime(practice, .waiting).path,
            "yes_action": Address.practiceTime(practice, .offer(id, .yes)).path,
            "withdrawal_action": Address.practiceTime(practice, .offer(id, .withdrawal)).path,
        ]
        var taker: ID<WaitingEntry>?
        if case .taken(let entry, _) = offer.state { taker = entry }
        values["families"] = offer.to.map { one in
            [
                "entry": one.entry.text, "name": children[one.child] ?? "A child no longer in your care",
                "is_taker": one.entry == taker, "is_open": offer.isOpen(at: now),
                "href": Address.childPage(one.child, .homes).path,
            ] as Page.Values
        }
        return response("offer", title: "Offered time", at: .waiting, values, problems: problems)
    }

    /// A yes that came by phone.
    func acceptByPhone() async throws -> Response {
        let (practice, id, stamp, gone) = (practice, try visit.id("offer", of: SlotOffer.self), stamp, gone)
        guard let entry = form["entry"].flatMap({ ID<WaitingEntry>($0) }) else {
            return try await offerPage(Problems("entry", "Choose who said yes."))
        }
        do {
            try await change { try $0.acceptOffer(id, for: entry, in: practice, by: stamp, telling: gone) }
        } catch let fault as SlotOffer.Fault {
            return try await offerPage(Problems("entry", fault.message))
        } catch let fault as ScheduleFault {
            return try await offerPage(Problems("entry", fault.message { _ in "The therapist" }))
        }
        return visit.redirect(.practiceTime(practice, .offer(id, .page)), .saved)
    }

    func withdrawOffer() async throws -> Response {
        let (practice, id, stamp) = (practice, try visit.id("offer", of: SlotOffer.self), stamp)
        do {
            try await change { try $0.withdrawOffer(id, in: practice, by: stamp) }
        } catch let fault as SlotOffer.Fault {
            return try await offerPage(Problems("entry", fault.message))
        }
        return visit.redirect(.practiceTime(practice, .waiting), .saved)
    }
}

extension SlotOffer.Fault {
    var message: String {
        switch self {
        case .gone: "This time is gone: somebody said yes first, or the practice took it back."
        case .over: "The time to answer is over."
        }
    }
}
