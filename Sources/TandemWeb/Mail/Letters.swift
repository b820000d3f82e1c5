package import TandemCare
package import TandemStore

/// The letters that Tandem writes, drawn from the templates `mail-*.mustache`: the first line is the subject. None holds health
/// information or a child's name.
package struct Letters: Sendable {
    let templates: Templates
    let publicAddress: String

    /// An invitation to a practice.
    /// - Parameter from: who invites, if it is a person.
    package func invitation(_ token: Token, practice: String, from: String?) -> Letter {
        var values: Page.Values = ["practice": practice, "link": link(.invitation(token))]
        values["from"] = from
        return letter("mail-invitation", values)
    }

    /// An invitation to a child's family.
    package func familyInvitation(_ token: Token, from: String?) -> Letter {
        var values: Page.Values = ["link": link(.invitation(token))]
        values["from"] = from
        return letter("mail-invitation-family", values)
    }

    func newPassword(_ token: Token) -> Letter { letter("mail-password", ["link": link(.newPassword(token))]) }

    func newEmail(_ token: Token) -> Letter { letter("mail-email", ["link": link(.newEmail(token))]) }

    var passwordChanged: Letter { letter("mail-password-changed", ["link": link(.forgottenPassword)]) }
    var emailChanged: Letter { letter("mail-email-changed", [:]) }
    var secondFactorOn: Letter { letter("mail-second-factor-on", ["link": link(.forgottenPassword)]) }
    var secondFactorOff: Letter { letter("mail-second-factor-off", ["link": link(.forgottenPassword)]) }
    var familyJoined: Letter { letter("mail-family-joined", ["link": link(.start)]) }

    /// Somebody new may see a child's record.
    var accessGained: Letter { letter("mail-access-gained", ["link": link(.family)]) }

    /// So many things are due in a practice.
    package func due(_ count: Int, in practice: ID<Practice>) -> Letter {
        let things = count == 1 ? "1 thing is" : "\(count) things are"
        return letter("mail-due", ["things": things, "link": link(.practicePage(practice, .due))])
    }

    /// So many referrals wait in a practice past their day.
    package func referralsDue(_ count: Int, in practice: ID<Practice>) -> Letter {
        let things = count == 1 ? "1 referral waits" : "\(count) referrals wait"
        return letter("mail-referrals-due", ["things": things, "link": link(.practicePage(practice, .referrals))])
    }

    /// The private link of a partner without an account.
    func referralLink(_ token: Token, from practice: String) -> Letter {
        letter("mail-referral-link", ["practice": practice, "link": link(.referralLink(token))])
    }

    /// Any letter whose template names nothing but a page.
    func letter(_ template: String, to address: Address) -> Letter { letter(template, ["link": link(address)]) }

    private func link(_ address: Address) -> String { publicAddress + address.path }

    private func letter(_ template: String, _ values: Page.Values) -> Letter {
        let lines = templates.text(template, values).split(separator: "\n", omittingEmptySubsequences: false)
        return Letter(
            subject: lines.first.map(String.init) ?? "",
            body: lines.dropFirst(2).joined(separator: "\n")
        )
    }
}

extension Workspace {
    /// The letters, with links as a browser sees them.
    package var letters: Letters { Letters(templates: site.templates, publicAddress: settings.publicAddress) }
}
