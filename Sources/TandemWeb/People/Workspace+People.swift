import HTTPTypes
import TandemCare
import TandemStore

/// The routes of practices and of children's records, and whom each is for.
extension Workspace {
    func addPractices(to book: inout RouteBook) {
        book.practice(.get, "/practices/{practice}", .seePractice) { try await $0.home() }
        book.practice(.get, PracticePage.children.route, .findChildren) { try await $0.workList() }
        book.practice(.post, PracticePage.children.route, .findChildren) { try await $0.search() }
        book.practice(.get, PracticePage.newChild.route, .addChild) { $0.newChildPage() }
        book.practice(.post, PracticePage.newChild.route, .addChild) { try await $0.addChild() }
        book.practice(.get, PracticePage.due.route, .findChildren) { try await $0.duePage() }
        book.practice(.get, PracticePage.people.route, .seePeople) { try await $0.peoplePage() }
        book.practice(.get, PracticePage.invitation.route, .managePeople) { $0.invitationPage() }
        book.practice(.post, PracticePage.invitation.route, .managePeople) { try await $0.invite() }
        book.practice(.post, PracticePage.invitationWithdrawal.route, .managePeople) {
            try await $0.withdrawInvitation()
        }
        book.practice(.get, PracticePage.people.route + "/{member}", .managePeople) { try await $0.memberPage() }
        book.practice(.post, PracticePage.people.route + "/{member}", .managePeople) { try await $0.changeMember() }
        book.practice(.get, PracticePage.settings.route, .manageSettings) { try await $0.settingsPage() }
        book.practice(.post, PracticePage.settings.route, .manageSettings) { try await $0.saveSettings() }
    }

    func addChildren(to book: inout RouteBook) {
        book.signedIn(.get, Address.family.path) { try await $0.familyHome() }
        book.page("/children/{child}", .seeChild, reading: { try $0.overview($1) }) { $0.overviewPage($1) }
        book.child(.get, ChildPage.edit.route, .editChild) { try await $0.editPage() }
        book.child(.post, ChildPage.edit.route, .editChild) { try await $0.edit() }
        book.child(.get, ChildPage.looks.route, .seeLooks) { try await $0.looksPage() }
        book.child(.get, ChildPage.export.route, .exportRecord) { try await $0.exportPage() }
        book.child(.post, ChildPage.export.route, .exportRecord) { try await $0.export() }
        addIntake(to: &book)
        addSharing(to: &book)
        addHomes(to: &book)
        addCare(to: &book)
    }

    private func addIntake(to book: inout RouteBook) {
        book.child(.get, ChildPage.intake.route, .seeIntake) { try await $0.intakePage() }
        book.child(.get, ChildPage.intakePrint.route, .seeIntake) { try await $0.intakePrintPage() }
        book.child(.get, ChildPage.intake.route + "/{section}", .editIntake) { try await $0.intakeSectionPage() }
        book.child(.post, ChildPage.intake.route + "/{section}", .editIntake) { try await $0.saveIntakeSection() }
    }

    private func addSharing(to book: inout RouteBook) {
        book.child(.get, ChildPage.consents.route, .seeConsents) { try await $0.consentsPage() }
        book.child(.get, ChildPage.newConsent.route, .giveConsent) { try await $0.newConsentPage() }
        book.child(.post, ChildPage.newConsent.route, .giveConsent) { try await $0.giveConsent() }
        book.child(.post, ChildPage.consents.route + "/{consent}/withdrawal", .giveConsent) {
            try await $0.withdrawConsent()
        }
    }

    private func addHomes(to book: inout RouteBook) {
        book.child(.get, ChildPage.homes.route, .seeContact) { try await $0.homesPage() }
        book.child(.get, ChildPage.newHome.route, .editHousehold) { try await $0.newHomePage() }
        book.child(.post, ChildPage.newHome.route, .editHousehold) { try await $0.addHome() }
        book.child(.get, ChildPage.homes.route + "/{household}", .editHousehold) { try await $0.homePage() }
        book.child(.post, ChildPage.homes.route + "/{household}", .editHousehold) { try await $0.editHome() }
        book.child(.get, ChildPage.invitation.route, .inviteFamily) { try await $0.invitationPage() }
        book.child(.post, ChildPage.invitation.route, .inviteFamily) { try await $0.inviteFamily() }
        book.child(.post, ChildPage.invitationWithdrawal.route, .inviteFamily) { try await $0.withdrawInvitation() }
    }

    private func addCare(to book: inout RouteBook) {
        book.child(.get, ChildPage.team.route, .changeTeam) { try await $0.teamPage() }
        book.child(.post, ChildPage.team.route, .changeTeam) { try await $0.setTeam() }
        book.child(.get, ChildPage.beginning.route, .beginCare) { try await $0.beginningPage() }
        book.child(.post, ChildPage.beginning.route, .beginCare) { try await $0.beginCare() }
        book.child(.get, ChildPage.leaving.route, .changeTeam) { try await $0.leavingPage() }
        book.child(.post, ChildPage.leaving.route, .changeTeam) { try await $0.endCare() }
        book.child(.get, ChildPage.merge.route, .mergeRecords) { try await $0.mergePage() }
        book.child(.post, ChildPage.merge.route, .mergeRecords) { try await $0.searchOther() }
        book.child(.get, ChildPage.merge.route + "/{other}", .mergeRecords) { try await $0.comparePage() }
        book.child(.post, ChildPage.merge.route + "/{other}", .mergeRecords) { try await $0.merge() }
        book.child(.get, ChildPage.archive.route, .archiveChild) { try await $0.archivePage() }
        book.child(.post, ChildPage.archive.route, .archiveChild) { try await $0.archive() }
    }
}
