import HTTPTypes
import TandemCare

/// The pages of the home program.
enum HomeProgramPage: Sendable {
    case all
    /// Writing an activity in own words.
    case new
    /// Taking one that the catalog offers.
    case suggestion
    case settings
    case item(ID<HomeItem>, HomeItemPart)
    /// Keeping one of two that train the same skill.
    case keeping
    case alert(ID<HurtAlert>)
    case handout
    case spanishHandout
    /// The family's page.
    case today

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "home-program"
        case .new: "home-program/new"
        case .suggestion: "home-program/suggestion"
        case .settings: "home-program/settings"
        case .item(let id, let part): "home-program/items/\(id.text)\(part.rawValue)"
        case .keeping: "home-program/keeping"
        case .alert(let id): "home-program/alerts/\(id.text)"
        case .handout: "home-program/handout"
        case .spanishHandout: "home-program/handout/es"
        case .today: "today"
        }
    }
}

/// What hangs on one activity; the raw value is the rest of the address.
enum HomeItemPart: String, Sendable {
    case edit = "/edit"
    case state = "/state"

    /// As the router takes it.
    var route: String { "/children/{child}/home-program/items/{item}\(rawValue)" }
}

extension Workspace {
    func addHomeProgram(to book: inout RouteBook) {
        func route(_ page: HomeProgramPage) -> String { "/children/{child}/\(page.path)" }
        book.child(.get, route(.all), .seePlan) { try await $0.homeProgramPage() }
        book.child(.get, route(.new), .editHomeProgram) { try await $0.newItemPage() }
        book.child(.post, route(.new), .editHomeProgram) { try await $0.addItem() }
        book.child(.post, route(.suggestion), .editHomeProgram) { try await $0.addSuggestion() }
        book.child(.post, route(.keeping), .editHomeProgram) { try await $0.keepItem() }
        book.child(.get, route(.settings), .setHomeTime) { try await $0.homeSettingsPage() }
        book.child(.post, route(.settings), .setHomeTime) { try await $0.saveHomeSettings() }
        book.child(.get, HomeItemPart.edit.route, .editHomeProgram) { try await $0.editItemPage() }
        book.child(.post, HomeItemPart.edit.route, .editHomeProgram) { try await $0.editItem() }
        book.child(.post, HomeItemPart.state.route, .editHomeProgram) { try await $0.moveItem() }
        book.child(.post, "/children/{child}/home-program/alerts/{alert}", .editHomeProgram) {
            try await $0.takeAlert()
        }
        book.child(.get, route(.handout), .seePlan) { try await $0.handoutPage(.english) }
        book.child(.get, route(.spanishHandout), .seePlan) { try await $0.handoutPage(.spanish) }
        book.child(.get, route(.today), .seePlan) { try await $0.todayPage() }
        book.child(.post, route(.today), .tick) { try await $0.tick() }
    }
}
