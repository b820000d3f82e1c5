import TandemCare
import TandemCatalog
import TandemStore

/// Every address of the site. Nobody types a path twice.
enum Address: Sendable {
    case home
    case guide
    case guidePick
    case guideLetter
    case activities
    case activity(Slug<Activity>)
    case skills
    case skill(Slug<Skill>)
    case search
    case articles
    case article(String)
    case privacy
    case directory
    case openings
    case listing(NPI)
    case health
    case ready
    case metrics
    // The workspace
    case signIn
    case signInCode
    case signOut
    case forgottenPassword
    case newPassword(Token)
    case invitation(Token)
    case newEmail(Token)
    case account
    case accountName
    case accountEmail
    case accountPassword
    case accountSessions
    case secondFactor
    case secondFactorOff
    case recoveryCodes
    /// Letters that wait, where Tandem is tried out.
    case mail
    /// Leads on to where somebody begins.
    case start
    case family
    case practice(ID<Practice>)
    case practicePage(ID<Practice>, PracticePage)
    case inquiry(ID<Practice>, ID<Inquiry>, InquiryPage)
    case workList(ID<Practice>, WorkList)
    case member(ID<Practice>, ID<Membership>)
    case ownListing(ID<Practice>, ID<ListingClaim>)
    case child(ID<Child>)
    case childPage(ID<Child>, ChildPage)
    case intakeSection(ID<Child>, String)
    case withdrawal(ID<Child>, ID<Consent>)
    case household(ID<Child>, ID<Household>)
    case mergeWith(ID<Child>, ID<Child>)
    case olderLooks(ID<Child>, Instant)
    case olderTimeline(ID<Child>, Instant)
    // The plan, area by area
    case goals(ID<Child>, GoalPage)
    case homeProgram(ID<Child>, HomeProgramPage)
    case visits(ID<Child>, VisitPage)
    case measures(ID<Child>, MeasurePage)
    case papers(ID<Child>, PaperPage)
    // Time
    case practiceTime(ID<Practice>, PracticeTimePage)
    case childTime(ID<Child>, ChildTimePage)
    case partner(ID<Practice>, ID<Partner>, PartnerPage)
    /// With what the directory knows of somebody.
    case newPartner(ID<Practice>, NPI)
    /// What became of referrals; `isCSV` as a file.
    case numbers(ID<Practice>, isCSV: Bool, ReferralSide, months: Int)
    /// The waiting list as a file.
    case waitingNumbers(ID<Practice>, months: Int)
    /// A family writes to a practice, from the guide's answer.
    case newInquiry
    case sentInquiries
    case ownInquiry(Token, OwnInquiryPage)
    // Referrals
    case receivedReferrals(ID<Practice>)
    case referral(ID<Practice>, ID<Referral>, ReferralPart)
    case childReferral(ID<Child>, ID<Referral>)
    case childReferralAnswer(ID<Child>, ID<Referral>)
    case childReferralEdit(ID<Child>, ID<Referral>)
    /// The one page of a partner without an account.
    case referralLink(Token)
    /// A private calendar, open to whoever has the address.
    case calendar(Token)

    var path: String {
        switch self {
        case .home: "/"
        case .guide: "/guide"
        case .guidePick: "/guide/pick"
        case .guideLetter: "/guide/letter"
        case .activities: "/activities"
        case .activity(let id): "/activities/\(id)"
        case .skills: "/skills"
        case .skill(let id): "/skills/\(id)"
        case .search: "/search"
        case .articles: "/articles"
        case .article(let name): "/articles/\(name)"
        case .privacy: "/privacy"
        case .directory: "/directory"
        case .openings: "/directory/openings"
        case .listing(let npi): "/directory/\(npi)"
        case .health: "/healthz"
        case .ready: "/readyz"
        case .metrics: "/metrics"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .signOut: "/sign-out"
        case .forgottenPassword: "/sign-in/forgotten"
        case .newPassword(let token): "/passwords/\(token.text)"
        case .invitation(let token): "/invitations/\(token.text)"
        case .newEmail(let token): "/emails/\(token.text)"
        case .account: "/account"
        case .accountName: "/account/name"
        case .accountEmail: "/account/email"
        case .accountPassword: "/account/password"
        case .accountSessions: "/account/sessions"
        case .secondFactor: "/account/second-factor"
        case .secondFactorOff: "/account/second-factor/off"
        case .recoveryCodes: "/account/recovery-codes"
        case .mail: "/mail"
        case .start: "/start"
        case .family: "/family"
        case .practice(let id): "/practices/\(id.text)"
        case .practicePage(let id, let page): "/practices/\(id.text)/\(page.rawValue)"
        case .inquiry(let id, let inquiry, let page):
            "/practices/\(id.text)/\(PracticePage.inquiries.rawValue)/\(inquiry.text)\(page.rawValue)"
        case .workList(let id, let list):
            "/practices/\(id.text)/\(PracticePage.children.rawValue)?list=\(list.rawValue)"
        case .member(let id, let member): "/practices/\(id.text)/\(PracticePage.people.rawValue)/\(member.text)"
        case .ownListing(let id, let claim):
            "/practices/\(id.text)/\(PracticePage.listings.rawValue)/\(claim.text)"
        case .child(let id): "/children/\(id.text)"
        case .childPage(let id, let page): "/children/\(id.text)/\(page.rawValue)"
        case .intakeSection(let id, let key): "/children/\(id.text)/\(ChildPage.intake.rawValue)/\(key)"
        case .withdrawal(let id, let consent):
            "/children/\(id.text)/\(ChildPage.consents.rawValue)/\(consent.text)/withdrawal"
        case .household(let id, let household):
            "/children/\(id.text)/\(ChildPage.homes.rawValue)/\(household.text)"
        case .mergeWith(let id, let other): "/children/\(id.text)/\(ChildPage.merge.rawValue)/\(other.text)"
        case .olderLooks(let id, let before):
            "/children/\(id.text)/\(ChildPage.looks.rawValue)?before=\(before.microseconds)"
        case .olderTimeline(let id, let before):
            "/children/\(id.text)/\(ChildPage.timeline.rawValue)?before=\(before.microseconds)"
        case .goals(let id, let page): "/children/\(id.text)/\(page.path)"
        case .homeProgram(let id, let page): "/children/\(id.text)/\(page.path)"
        case .visits(let id, let page): "/children/\(id.text)/\(page.path)"
        case .measures(let id, let page): "/children/\(id.text)/\(page.path)"
        case .newPartner(let id, let npi):
            "/practices/\(id.text)/\(PracticePage.newPartner.rawValue)?npi=\(npi)"
        case .partner(let id, let partner, let page):
            "/practices/\(id.text)/\(PracticePage.partners.rawValue)/\(partner.text)\(page.rawValue)"
        case .numbers(let id, let isCSV, let side, let months):
            "/practices/\(id.text)/\((isCSV ? PracticePage.numbersFile : .numbers).rawValue)?side=\(side.rawValue)&months=\(months)"
        case .waitingNumbers(let id, let months):
            "/practices/\(id.text)/\(PracticePage.waitingNumbersFile.rawValue)?months=\(months)"
        case .newInquiry: "/guide/inquiry"
        case .sentInquiries: "/inquiries"
        case .ownInquiry(let token, let page): "/inquiries/\(token.text)\(page.rawValue)"
        case .receivedReferrals(let id):
            "/practices/\(id.text)/\(PracticePage.referrals.rawValue)?side=recipient"
        case .referral(let id, let referral, let part):
            "/practices/\(id.text)/\(PracticePage.referrals.rawValue)/\(referral.text)\(part.rawValue)"
        case .childReferral(let id, let referral):
            "/children/\(id.text)/\(ChildPage.referrals.rawValue)/\(referral.text)"
        case .childReferralAnswer(let id, let referral):
            "/children/\(id.text)/\(ChildPage.referrals.rawValue)/\(referral.text)/answer"
        case .childReferralEdit(let id, let referral):
            "/children/\(id.text)/\(ChildPage.referrals.rawValue)/\(referral.text)/edit"
        case .referralLink(let token): "/referral-links/\(token.text)"
        case .calendar(let token): "/calendars/\(token.text).ics"
        case .papers(let id, let page): "/children/\(id.text)/\(page.path)"
        case .practiceTime(let id, let page): "/practices/\(id.text)/\(page.path)"
        case .childTime(let id, let page): "/children/\(id.text)/\(page.path)"
        }
    }
}

/// The pages of a practice beside its home; the raw value is the rest of the address.
enum PracticePage: String, Sendable {
    case children
    case newChild = "children/new"
    case due
    case inquiries
    case partners
    case newPartner = "partners/new"
    case findPartner = "partners/find"
    case numbers
    case numbersFile = "numbers.csv"
    case waitingNumbersFile = "numbers/waiting.csv"
    case people
    case invitation
    case invitationWithdrawal = "invitation/withdrawal"
    case listings
    case settings
    case week
    case waiting
    case referrals
    case referralClock = "settings/referrals"

    /// As the router takes it.
    var route: String { "/practices/{practice}/\(rawValue)" }
}

/// The pages of a child's record beside the overview; the raw value is the rest of the address.
enum ChildPage: String, Sendable {
    case edit
    case intake
    case intakePrint = "intake/all"
    case consents
    case newConsent = "consents/new"
    case looks
    case export
    case team
    case homes
    case newHome = "homes/new"
    case invitation
    case invitationWithdrawal = "invitation/withdrawal"
    case merge
    case archive
    case leaving
    case beginning
    case plan
    case homeProgram = "home-program"
    case visits
    case measures
    case papers
    case timeline
    case calendar
    case schedule
    case referrals
    case newReferral = "referrals/new"

    /// As the router takes it.
    var route: String { "/children/{child}/\(rawValue)" }
}
