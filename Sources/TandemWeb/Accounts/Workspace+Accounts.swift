import HTTPTypes
import TandemCare
import TandemStore

/// The routes of signing in, and of one's own account.
extension Workspace {
    func addSigningIn(to book: inout RouteBook) {
        book.anybody(.get, Address.signIn.path) { try await $0.signInPage() }
        book.anybody(.post, Address.signIn.path) { try await $0.signIn() }
        book.started(.get, Address.signInCode.path) { $0.codePage() }
        book.started(.post, Address.signInCode.path) { try await $0.checkCode() }
        book.started(.post, Address.signOut.path) { try await $0.signOut() }
        book.anybody(.get, Address.forgottenPassword.path) { $0.forgottenPage() }
        book.anybody(.post, Address.forgottenPassword.path) { try await $0.sendPasswordLink() }
        book.anybody(.get, "/passwords/{token}") { try await $0.newPasswordPage() }
        book.anybody(.post, "/passwords/{token}") { try await $0.setNewPassword() }
        book.anybody(.get, "/invitations/{token}") { try await $0.invitationPage() }
        book.anybody(.post, "/invitations/{token}") { try await $0.acceptInvitation() }
        book.anybody(.get, "/emails/{token}") { try await $0.newEmailPage() }
        book.anybody(.post, "/emails/{token}") { try await $0.confirmNewEmail() }
        if settings.showsMail { book.anybody(.get, Address.mail.path) { try await $0.mailPage() } }
    }

    func addAccount(to book: inout RouteBook) {
        book.signedIn(.get, Address.account.path) { try await $0.accountPage() }
        book.signedIn(.get, Address.accountName.path) { $0.namePage() }
        book.signedIn(.post, Address.accountName.path) { try await $0.setName() }
        book.signedIn(.get, Address.accountEmail.path) { $0.emailPage() }
        book.signedIn(.post, Address.accountEmail.path) { try await $0.sendEmailLink() }
        book.signedIn(.get, Address.accountPassword.path) { $0.passwordPage() }
        book.signedIn(.post, Address.accountPassword.path) { try await $0.changePassword() }
        book.signedIn(.get, Address.accountSessions.path) { try await $0.sessionsPage() }
        book.signedIn(.post, Address.accountSessions.path) { try await $0.endOtherSessions() }
        book.started(.get, Address.secondFactor.path) { try await $0.secondFactorPage() }
        book.started(.post, Address.secondFactor.path) { try await $0.turnOnSecondFactor() }
        book.signedIn(.get, Address.secondFactorOff.path) { $0.secondFactorOffPage() }
        book.signedIn(.post, Address.secondFactorOff.path) { try await $0.turnOffSecondFactor() }
        book.signedIn(.get, Address.recoveryCodes.path) { $0.recoveryCodesPage() }
        book.signedIn(.post, Address.recoveryCodes.path) { try await $0.makeRecoveryCodes() }
    }
}

/// How often something may be tried. The same words and the same limits hold whether or not an account is there.
extension Throttle {
    static let signInByAccount = Throttle("sign-in by account", most: 10, within: .minutes(15))
    static let signInByAddress = Throttle("sign-in by address", most: 60, within: .minutes(15))
    static let codeByAccount = Throttle("code by account", most: 6, within: .minutes(15))
    static let linkByAccount = Throttle("link by account", most: 5, within: .hours(1))
    static let linkByAddress = Throttle("link by address", most: 30, within: .hours(1))
}
