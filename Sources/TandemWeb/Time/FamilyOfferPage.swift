import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// A family's answer to a time that is offered.
extension ChildVisit {
    private struct Asked: Sendable {
        let child: Child
        let permit: Permit
        let offer: SlotOffer
        let practice: String
        let therapist: String
        let minutes: Int
    }

    private func asked() async throws -> Asked {
        let id = try visit.id("offer", of: SlotOffer.self)
        return try await look { connection, permit in
            guard let (offer, invited) = try connection.offer(id, permit) else { throw StoreFailure.notFound }
            let slot = offer.slot
            return Asked(
                child: try connection.child(permit).value,
                permit: permit,
                offer: offer,
                practice: try connection.names(of: [slot.practice])[slot.practice] ?? "",
                therapist: try connection.names(of: [slot.therapist])[slot.therapist] ?? "",
                minutes: invited.minutes
            )
        }
    }

    func familyOfferPage() async throws -> Response { page(try await asked(), Problems()) }

    private func page(_ asked: Asked, _ problems: Problems) -> Response {
        let (offer, now) = (asked.offer, asked.permit.now)
        let slot = offer.slot
        let wall = slot.rules.wall(slot.span.start)
        return response(
            "family-offer",
            title: "A time is free",
            asked.child,
            asked.permit,
            at: .schedule,
            Mark.values([slot.discipline]).merging([
                "day": TimeText.day(wall.day), "time": TimeText.range(wall.time, minutes: asked.minutes),
                "who": asked.therapist, "practice": asked.practice, "place": slot.place.text,
                "until": TimeText.moment(offer.until, in: slot.rules), "is_open": offer.isOpen(at: now),
                "schedule_href": Address.childTime(child, .schedule).path,
                "action": Address.childTime(child, .offer(offer.id)).path,
            ]) { $1 },
            problems: problems
        )
    }

    func acceptOffer() async throws -> Response {
        let asked = try await asked()
        let letter = visit.workspace.letters.letter("mail-time-gone", to: .family)
        guard form["answer"] == "yes" else { return page(asked, Problems("answer", "Press yes to take the time.")) }
        do {
            try await change { try $0.acceptOffer(asked.offer.id, telling: letter, $1) }
        } catch let fault as SlotOffer.Fault {
            return page(try await self.asked(), Problems("answer", fault.message))
        } catch let fault as ScheduleFault {
            return page(try await self.asked(), Problems("answer", fault.message { _ in asked.therapist }))
        }
        return redirect(.schedule, .isYours)
    }
}
