import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The child's record at a glance: what matters to the child, what is to do, who is around, what has been.
extension ChildVisit {
    func overviewPage(_ overview: ChildOverview) -> Response {
        let site = visit.workspace.site
        let words = OverviewWords(
            overview: overview,
            form: site.intakeForm,
            today: site.today(),
            day: visit.store.effects.day
        )
        return response("child", title: "", overview.child.value, overview.permit, at: nil, words.values)
    }
}

/// The words of the overview.
struct OverviewWords: Sendable {
    let overview: ChildOverview
    let form: IntakeForm
    let today: CalendarDate
    let day: @Sendable (Instant) -> CalendarDate

    private var permit: Permit { overview.permit }
    private var child: Child { overview.child.value }
    private var isFamily: Bool { permit.ground.practice == nil }
    private var consents: [Consent] { overview.permit.facts.consents.filter { $0.isActive(at: permit.now) } }

    var values: Page.Values {
        var values: Page.Values = [
            "todo": todo, "history": history, "team": team, "family": family, "homes": homes, "sees": sees,
            "may_see_contact": permit.may(.seeContact), "has_team": !overview.team.isEmpty,
            "actions": actions,
        ]
        if !child.whatMatters.isEmpty { values["what_matters"] = child.whatMatters }
        if permit.may(.seeIntake) { values["intake"] = intake }
        if permit.may(.giveConsent) { values["share_href"] = href(.newConsent) }
        return values
    }

    private func href(_ page: ChildPage) -> String { Address.childPage(child.id, page).path }

    private func name(_ account: ID<Account>) -> String { overview.people[account] ?? "Somebody" }

    private func practice(_ id: ID<Practice>) -> String { overview.practices[id] ?? "A practice" }

    // MARK: What is to do

    private var todo: [Page.Values] {
        var todo: [(text: String, link: String, page: ChildPage)] = []
        let saved = overview.intake?.value.saved.count ?? 0
        if permit.may(.editIntake), saved < form.sections.count {
            let text =
                saved == 0
                ? "The intake form is still empty."
                : "The intake form: \(saved) of \(form.sections.count) parts are told."
            todo.append((text, saved == 0 ? "Begin the intake form" : "Go on with the intake form", .intake))
        }
        if permit.may(.changeTeam), case .care(let care) = permit.ground, care.therapists.isEmpty {
            todo.append(("Nobody of your practice is on the child's team.", "Choose the team", .team))
        }
        if case .consent = permit.ground, permit.may(.beginCare) {
            todo.append(
                ("The family shares this record with your practice.", "Begin to treat \(child.calledName)", .beginning)
            )
        }
        if permit.may(.inviteFamily), permit.facts.ties.isEmpty {
            todo.append(("Nobody of the family can sign in yet.", "Invite the family", .homes))
        }
        if permit.may(.editHousehold), overview.households.allSatisfy({ $0.value.phone.isEmpty }) {
            todo.append(("There is no phone number yet.", "Add how to reach the family", .homes))
        }
        for consent in consents where consent.until.map({ $0 < permit.now + WorkList.endsSoon }) ?? false {
            guard permit.may(.giveConsent) || consent.practice == permit.ground.practice else { continue }
            let last = consent.lastDay.map(DateText.text) ?? ""
            todo.append(
                ("\(practice(consent.practice)) can see the record until \(last) only.", "Look at sharing", .consents)
            )
        }
        return todo.map { ["text": $0.text, "link": $0.link, "href": href($0.page)] }
    }

    private var intake: Page.Values {
        let saved = overview.intake?.value.saved ?? [:]
        var values: Page.Values = ["href": href(.intake), "is_empty": saved.isEmpty]
        if let at = overview.intake?.value.savedAt { values["when"] = DateText.text(day(at)) }
        values["answers"] = ["loves", "strengths", "worries", "upset", "allergies"].compactMap { key -> Page.Values? in
            guard let answer = overview.intake?.value.answers[key], let question = form.question(key) else {
                return nil
            }
            return ["question": question.text, "answer": Self.beginning(answer)]
        }
        return values
    }

    /// Whole where it is short, else its first words.
    private static func beginning(_ answer: String) -> String {
        guard answer.count > mostOfAnAnswer else { return answer }
        let words = answer.prefix(mostOfAnAnswer)
        let end = words.lastIndex(where: \.isWhitespace) ?? words.endIndex
        return String(words[..<end]) + "…"
    }

    private static let mostOfAnAnswer = 280

    // MARK: Who is around

    private var team: [Page.Values] {
        permit.facts.care.map { care in
            [
                "practice": practice(care.practice),
                "members": overview.team.filter { $0.practice == care.practice }.map { member in
                    ["letter": member.letters, "name": member.name] as Page.Values
                },
            ]
        }
    }

    private var family: [Page.Values] {
        permit.facts.ties.map { tie in
            [
                "name": name(tie.account), "relation": tie.relation, "decides": tie.mayConsent,
                "is_you": tie.account == permit.who.account,
            ]
        }
    }

    private var homes: [Page.Values] { overview.households.map { $0.value.values } }

    private var sees: [Page.Values] {
        consents.map { consent in
            [
                "practice": practice(consent.practice), "scope": consent.scope.words(forFamily: isFamily),
                "until": consent.lastDay.map { "until \(DateText.text($0))" } ?? "until it is taken back",
            ]
        }
    }

    // MARK: What has been

    private var history: [Page.Values] {
        var events: [(at: Instant, text: String)] = []
        for care in permit.facts.care {
            events.append((care.since, "\(practice(care.practice)) began to treat \(child.calledName)."))
        }
        for tie in permit.facts.ties { events.append((tie.since, "\(name(tie.account)) joined as family.")) }
        for consent in permit.facts.consents {
            events.append(
                (consent.givenAt, "\(name(consent.givenBy)) shared the record with \(practice(consent.practice)).")
            )
            if let at = consent.withdrawnAt {
                events.append((at, "Sharing with \(practice(consent.practice)) was taken back."))
            }
        }
        if let mark = overview.intake?.value.saved.values.max(by: { $0.at < $1.at }) {
            events.append((mark.at, "The intake form was saved."))
        }
        return events.sorted { $0.at > $1.at }.prefix(8).map { ["when": DateText.text(day($0.at)), "text": $0.text] }
    }

    private var actions: [Page.Values] {
        let all: [(name: String, page: ChildPage, action: ChildAction)] = [
            ("Change name, birth date, language", .edit, .editChild),
            ("Join with a second record", .merge, .mergeRecords),
            (child.archivedAt == nil ? "Archive this record" : "Bring this record back", .archive, .archiveChild),
            ("End our care", .leaving, .changeTeam),
        ]
        return all.filter { permit.may($0.action) }.map { ["name": $0.name, "href": href($0.page)] }
    }
}

extension Household {
    var values: Page.Values {
        var values: Page.Values = ["name": name]
        if !contact.isEmpty { values["contact"] = contact }
        if !phone.isEmpty { values["phone"] = phone }
        if !email.isEmpty { values["email"] = email }
        if !address.isEmpty { values["address"] = address }
        return values
    }
}

extension Set<Consent.Scope> {
    /// "contact, intake form and plan, notes of visits", to a practice; to the family as the family calls it.
    func words(forFamily isFamily: Bool) -> String {
        let names = sorted().map { isFamily ? $0.familyName : $0.practiceName }
        return names.joined(separator: ", ")
    }
}

extension Consent.Scope {
    fileprivate var familyName: String {
        switch self {
        case .contact: "how to reach you"
        case .plan: "intake form, plan"
        case .notes: "notes of visits"
        }
    }

    fileprivate var practiceName: String { self == .contact ? "contact" : familyName }
}
