import HTTPTypes
import Hummingbird
import TandemCare

/// What hangs on one referral, under its practice; the raw value is the rest of the address.
enum ReferralPart: String, Sendable {
    case page = ""
    case moves = "/moves"
    case consent = "/consent"
    case messages = "/messages"
    case contact = "/contact"
    case ending = "/ending"
    case next = "/next"
    case link = "/link"
    case cover = "/cover"

    /// As the router takes it.
    var route: String { "/practices/{practice}/referrals/{referral}\(rawValue)" }
}

extension Workspace {
    func addReferrals(to book: inout RouteBook) {
        book.practice(.get, PracticePage.referrals.route, .seeReferralBoard) { try await $0.referralBoard() }
        book.practice(.get, ReferralPart.page.route, .seeReferralBoard) { try await $0.referralPage() }
        book.practice(.post, ReferralPart.moves.route, .workReferrals) { try await $0.moveReferral() }
        book.practice(.post, ReferralPart.consent.route, .workReferrals) { try await $0.referralConsent() }
        book.practice(.post, ReferralPart.messages.route, .workReferrals) { try await $0.writeReferralMessage() }
        book.practice(.post, ReferralPart.contact.route, .workReferrals) { try await $0.noteReferralContact() }
        book.practice(.post, ReferralPart.ending.route, .workReferrals) { try await $0.endReferral() }
        book.practice(.post, ReferralPart.next.route, .workReferrals) { try await $0.nextReferral() }
        book.practice(.post, ReferralPart.link.route, .workReferrals) { try await $0.renewReferralLink() }
        book.practice(.get, ReferralPart.cover.route, .workReferrals) { try await $0.referralCover() }
        book.practice(.get, PracticePage.referralClock.route, .manageSettings) { try await $0.referralClockPage() }
        book.practice(.post, PracticePage.referralClock.route, .manageSettings) { try await $0.saveReferralClock() }
        book.child(.get, ChildPage.referrals.route, .seeReferrals) { try await $0.referralsPage() }
        book.child(.get, ChildPage.newReferral.route, .sendReferral) { try await $0.newReferralPage() }
        book.child(.post, ChildPage.newReferral.route, .sendReferral) { try await $0.beginReferral() }
        book.child(.get, ChildPage.referrals.route + "/{referral}", .seeReferrals) {
            try await $0.familyReferralPage()
        }
        book.child(.get, ChildPage.referrals.route + "/{referral}/edit", .sendReferral) {
            try await $0.editReferralPage()
        }
        book.child(.post, ChildPage.referrals.route + "/{referral}/edit", .sendReferral) {
            try await $0.editReferral()
        }
        book.child(.post, ChildPage.referrals.route + "/{referral}/answer", .allowReferral) {
            try await $0.answerReferral()
        }
        book.anybody(.get, "/referral-links/{token}") { try await $0.referralLinkPage() }
        book.anybody(.post, "/referral-links/{token}") { try await $0.openReferralLink() }
    }
}
