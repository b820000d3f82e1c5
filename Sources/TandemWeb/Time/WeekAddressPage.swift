import Hummingbird
import NIOCore
import TandemCare
import TandemCatalog
import TandemStore

/// A therapist's private calendar address: made, shown once, taken back.
extension PracticeVisit {
    func weekAddressPage() async throws -> Response { try await weekAddressPage(nil) }

    private func weekAddressPage(_ token: Token?) async throws -> Response {
        let (practice, account) = (practice, visit.who.account)
        let address = try await look { try $0.weekAddress(of: account, in: practice) }
        var values: Page.Values = [
            "action": Address.practiceTime(practice, .weekAddress).path, "has_address": address != nil,
            "shows_initials": address?.showsInitials ?? false,
            "week_href": Address.practicePage(practice, .week).path,
        ]
        if let address { values["since"] = DateText.text(visit.store.effects.day(address.createdAt)) }
        if let token { values["address"] = visit.workspace.settings.publicAddress + Address.calendar(token).path }
        return response("week-address", title: "My calendar", at: .week, values)
    }

    func changeWeekAddress() async throws -> Response {
        let (practice, account) = (practice, visit.who.account)
        if form["change"] == "revoke" {
            try await change { try $0.revokeWeekAddress(of: account, in: practice) }
            return visit.redirect(.practiceTime(practice, .weekAddress), .saved)
        }
        let showsInitials = form["names"] == "yes"
        let token = try await change {
            try $0.makeWeekAddress(of: account, in: practice, showsInitials: showsInitials)
        }
        return try await weekAddressPage(token)
    }
}

extension OpenVisit {
    /// A therapist's own visits, for a program that fetches them; nothing of any child but, where the therapist chose so, initials.
    func weekCalendar(_ address: WeekAddress) async throws -> Response {
        let own = try await store.visits(of: address)
        return calendarResponse(
            own.map { planned in
                VisitEvent(planned).event(address.showsInitials ? planned.child.initials : "Visit")
            }
        )
    }

    func calendarResponse(_ events: [ICalendar.Event]) -> Response {
        let calendar = ICalendar(name: "Tandem", events: events, stamp: store.effects.now())
        return Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: calendar.text))
        )
    }
}

/// A planned visit as an event: in UTC, one event a visit, so that no program has to know our rules of time or recurrence.
struct VisitEvent: Sendable {
    let planned: PlannedVisit

    init(_ planned: PlannedVisit) { self.planned = planned }

    func event(_ summary: String, description: String = "") -> ICalendar.Event {
        ICalendar.Event(
            id: "visit-\(planned.visit.ruleDay)-\(planned.appointment.id.text)",
            day: planned.visit.day,
            span: planned.visit.span,
            summary: summary,
            description: description
        )
    }
}

extension Child {
    /// "M. N."
    fileprivate var initials: String {
        [calledName, familyName].compactMap(\.first).map { "\($0)." }.joined(separator: " ")
    }
}
