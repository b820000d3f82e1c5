import HTTPTypes
import Hummingbird
import TandemCare

/// The pages of a practice about one inquiry; the raw value is the rest of the address.
enum InquiryPage: String, Sendable {
    case page = ""
    case answer = "/answer"
    case takingOn = "/taking-on"
    case passing = "/passing"
    case word = "/word"
    case closing = "/closing"

    /// As the router takes it.
    var route: String { "\(PracticePage.inquiries.route)/{inquiry}\(rawValue)" }
}

/// What a family does by its private link; the raw value is the rest of the address.
enum OwnInquiryPage: String, Sendable {
    case page = ""
    case reply = "/reply"
    case word = "/word"
    case end = "/end"

    /// As the router takes it.
    var route: String { "/inquiries/{token}\(rawValue)" }
}

extension Workspace {
    func addInquiries(to book: inout RouteBook) {
        book.anybody(.post, Address.newInquiry.path) { try await $0.writeInquiryPage() }
        book.anybody(.get, Address.newInquiry.path) { _ in .redirect(to: Address.home.path, type: .normal) }
        book.anybody(.post, Address.sentInquiries.path) { try await $0.sendInquiry() }
        book.anybody(.get, OwnInquiryPage.page.route) { try await $0.ownInquiryPage() }
        book.anybody(.post, OwnInquiryPage.reply.route) { try await $0.replyToInquiry() }
        book.anybody(.post, OwnInquiryPage.word.route) { try await $0.decideInquiry() }
        book.anybody(.post, OwnInquiryPage.end.route) { try await $0.endInquiry() }
        book.practice(.get, PracticePage.inquiries.route, .seeInquiries) { try await $0.inquiriesPage() }
        book.practice(.get, InquiryPage.page.route, .seeInquiries) { try await $0.inquiryPage() }
        book.practice(.post, InquiryPage.answer.route, .answerInquiries) { try await $0.answerInquiry() }
        book.practice(.get, InquiryPage.takingOn.route, .answerInquiries) { try await $0.takingOnPage() }
        book.practice(.post, InquiryPage.takingOn.route, .answerInquiries) { try await $0.takeOnInquiry() }
        book.practice(.post, InquiryPage.passing.route, .answerInquiries) { try await $0.askToPassInquiry() }
        book.practice(.post, InquiryPage.word.route, .answerInquiries) { try await $0.recordWord() }
        book.practice(.post, InquiryPage.closing.route, .answerInquiries) { try await $0.closeInquiry() }
    }
}
