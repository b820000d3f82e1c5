import HTTPTypes
import TandemCare
import TandemStore

/// The pages of visits and their notes.
enum VisitPage: Sendable {
    case all
    /// The next page of the list, after the last note of this one: a day in an address would tell of a visit.
    case older(ID<VisitNote>)
    /// Where a note is begun.
    case new
    case one(ID<VisitNote>, VisitPart)

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "visits"
        case .older(let last): "visits?after=\(last.text)"
        case .new: "visits/new"
        case .one(let id, let part): "visits/\(id.text)\(part.rawValue)"
        }
    }
}

/// What hangs on one note; the raw value is the rest of the address.
enum VisitPart: String, Sendable {
    case page = ""
    case edit = "/edit"
    /// Where a draft saves itself while somebody writes.
    case draft = "/draft"
    case addenda = "/addenda"

    /// As the router takes it.
    var route: String { "/children/{child}/visits/{note}\(rawValue)" }
}

extension Workspace {
    func addVisits(to book: inout RouteBook) {
        book.child(.get, ChildPage.visits.route, .seeNotes) { try await $0.visitsPage() }
        book.child(.post, "/children/{child}/\(VisitPage.new.path)", .writeNote) { try await $0.beginNote() }
        book.child(.get, VisitPart.page.route, .seeNotes) { try await $0.notePage() }
        book.child(.get, VisitPart.edit.route, .writeNote) { try await $0.editNotePage() }
        book.child(.post, VisitPart.edit.route, .writeNote) { try await $0.saveNote() }
        book.child(.post, VisitPart.draft.route, .writeNote) { try await $0.autosaveNote() }
        book.child(.post, VisitPart.addenda.route, .writeNote) { try await $0.addToNote() }
    }
}
