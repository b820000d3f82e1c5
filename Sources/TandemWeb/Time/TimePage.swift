import HTTPTypes
import TandemCare
import TandemCatalog
import TandemStore

/// The pages of a practice's time.
enum PracticeTimePage: Sendable {
    /// The week that a day is in; this week without one.
    case week(CalendarDate?, therapist: ID<Account>?)
    /// The private address of one's own week.
    case weekAddress
    case free
    case hours
    case hoursOf(ID<Membership>)
    case waiting
    case waitingEntry(ID<WaitingEntry>)
    /// Offering a time that came free. A visit is named by its number: a day in an address would tell of it.
    case freed(ID<Appointment>, visit: Int)
    case offer(ID<SlotOffer>, OfferPart)

    /// Under the practice's address.
    var path: String {
        switch self {
        case .week(let day, let therapist):
            "week"
                + Self.query([day.map { "of=\($0)" }, therapist.map { "therapist=\($0.text)" }])
        case .weekAddress: "week/address"
        case .free: "free"
        case .hours: "hours"
        case .hoursOf(let member): "hours/\(member.text)"
        case .waiting: "waiting"
        case .waitingEntry(let id): "waiting/\(id.text)"
        case .freed(let id, let visit): "freed/\(id.text)/\(visit)"
        case .offer(let id, let part): "offers/\(id.text)\(part.rawValue)"
        }
    }

    private static func query(_ parts: [String?]) -> String {
        let parts = parts.compactMap(\.self)
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}

/// What hangs on one offer; the raw value is the rest of the address.
enum OfferPart: String, Sendable {
    case page = ""
    case yes = "/yes"
    case withdrawal = "/withdrawal"

    /// As the router takes it.
    var route: String { "/practices/{practice}/offers/{offer}\(rawValue)" }
}

/// The pages of a child's time.
enum ChildTimePage: Sendable {
    case schedule
    case new
    case visit(ID<Appointment>, visit: Int, VisitTimePart)
    /// Times with another practice.
    case joint
    case jointAnswer(ID<JointAppointment>)
    case waiting
    case offer(ID<SlotOffer>)

    /// Under the child's address.
    var path: String {
        switch self {
        case .schedule: "schedule"
        case .new: "appointments/new"
        case .visit(let id, let visit, let part): "appointments/\(id.text)/\(visit)\(part.rawValue)"
        case .joint: "joint"
        case .jointAnswer(let id): "joint/\(id.text)"
        case .waiting: "waiting"
        case .offer(let id): "schedule/offers/\(id.text)"
        }
    }
}

/// What hangs on one planned visit; the raw value is the rest of the address.
enum VisitTimePart: String, Sendable {
    case page = ""
    /// How it went.
    case outcome = "/outcome"
    case cancellation = "/cancellation"
    /// Another time for this one.
    case time = "/time"
    /// This one and all later ones.
    case series = "/series"

    /// As the router takes it.
    var route: String { "/children/{child}/appointments/{appointment}/{visit}\(rawValue)" }
}

extension Workspace {
    func addTime(to book: inout RouteBook) {
        addPracticeTime(to: &book)
        addChildTime(to: &book)
    }

    private func addPracticeTime(to book: inout RouteBook) {
        func route(_ page: PracticeTimePage) -> String { "/practices/{practice}/\(page.path)" }
        book.practice(.get, route(.week(nil, therapist: nil)), .seeWeek) { try await $0.weekPage() }
        book.practice(.get, route(.weekAddress), .seeWeek) { try await $0.weekAddressPage() }
        book.practice(.post, route(.weekAddress), .seeWeek) { try await $0.changeWeekAddress() }
        book.practice(.get, route(.free), .seeWeek) { try await $0.freePage() }
        book.practice(.get, route(.hours), .setHours) { try await $0.hoursPage() }
        book.practice(.post, route(.hours), .setHours) { try await $0.saveZone() }
        book.practice(.get, route(.hours) + "/{member}", .setHours) { try await $0.memberHoursPage() }
        book.practice(.post, route(.hours) + "/{member}", .setHours) { try await $0.saveHours() }
        book.practice(.get, route(.waiting), .keepWaitingList) { try await $0.waitingPage() }
        book.practice(.post, route(.waiting), .keepWaitingList) { try await $0.addWaiting() }
        book.practice(.get, route(.waiting) + "/{entry}", .keepWaitingList) { try await $0.waitingEntryPage() }
        book.practice(.post, route(.waiting) + "/{entry}", .keepWaitingList) { try await $0.saveWaitingEntry() }
        let freed = "/practices/{practice}/freed/{appointment}/{visit}"
        book.practice(.get, freed, .keepWaitingList) { try await $0.freedPage() }
        book.practice(.post, freed, .keepWaitingList) { try await $0.offerFreed() }
        book.practice(.get, OfferPart.page.route, .keepWaitingList) { try await $0.offerPage() }
        book.practice(.post, OfferPart.yes.route, .keepWaitingList) { try await $0.acceptByPhone() }
        book.practice(.post, OfferPart.withdrawal.route, .keepWaitingList) { try await $0.withdrawOffer() }
    }

    private func addChildTime(to book: inout RouteBook) {
        func route(_ page: ChildTimePage) -> String { "/children/{child}/\(page.path)" }
        book.child(.get, ChildPage.schedule.route, .seeSchedule) { try await $0.schedulePage() }
        book.child(.get, route(.new), .schedule) { try await $0.newAppointmentPage() }
        book.child(.post, route(.new), .schedule) { try await $0.bookAppointment() }
        book.child(.get, VisitTimePart.page.route, .schedule) { try await $0.plannedVisitPage() }
        book.child(.post, VisitTimePart.outcome.route, .schedule) { try await $0.tellOutcome() }
        book.child(.post, VisitTimePart.cancellation.route, .schedule) { try await $0.cancelVisit() }
        book.child(.post, VisitTimePart.time.route, .schedule) { try await $0.moveVisit() }
        book.child(.get, VisitTimePart.series.route, .schedule) { try await $0.seriesPage() }
        book.child(.post, VisitTimePart.series.route, .schedule) { try await $0.changeSeries() }
        book.child(.get, route(.joint), .schedule) { try await $0.jointPage() }
        book.child(.post, route(.joint), .schedule) { try await $0.askJoint() }
        book.child(.post, route(.joint) + "/{joint}", .schedule) { try await $0.answerJoint() }
        book.child(.get, route(.waiting), .schedule) { try await $0.childWaitingPage() }
        book.child(.post, route(.waiting), .schedule) { try await $0.putOnWaitingList() }
        book.child(.get, route(.schedule) + "/offers/{offer}", .answerOffer) { try await $0.familyOfferPage() }
        book.child(.post, route(.schedule) + "/offers/{offer}", .answerOffer) { try await $0.acceptOffer() }
    }
}
