import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Who has looked at a child's record and who has changed it, in plain words, day by day.
extension ChildVisit {
    func looksPage() async throws -> Response {
        let before = visit.query["before"].flatMap { Int64($0) }.map { Instant(microseconds: $0) }
        let day = visit.store.effects.day
        let (child, permit, looks) = try await look { connection, permit in
            (
                try connection.child(permit).value, permit,
                try connection.looks(at: permit.child, before: before, date: day)
            )
        }
        let words = LookWords(looks: looks, reader: visit.who.account)
        var values: Page.Values = ["days": words.days, "nobody": looks.diary.days.isEmpty]
        if let older = looks.older { values["older_href"] = Address.olderLooks(self.child, older).path }
        return response("looks", title: "Who has looked", child, permit, at: .looks, values)
    }
}

/// "Dana Reyes, PT at Bright Steps, looked at the plan 3 times."
struct LookWords: Sendable {
    let looks: Looks
    /// Who reads it: "you".
    let reader: ID<Account>?

    var days: [Page.Values] {
        looks.diary.days.map { day in
            ["date": DateText.text(day.date), "entries": sentences(day)]
        }
    }

    /// One sentence for all that reads the same: a look at the overview to read it, and one to change it.
    private func sentences(_ day: LookDiary.Day) -> [String] {
        var deeds: [String] = []
        var times: [String: Int] = [:]
        for entry in day.entries {
            let deed = "\(who(entry)) \(Self.deed(entry.verb, entry.kind))"
            if times[deed] == nil { deeds.append(deed) }
            times[deed, default: 0] += entry.times
        }
        return deeds.map { deed in
            let count = times[deed] ?? 1
            return deed + (count == 1 ? "." : count == 2 ? " twice." : " \(count) times.")
        }
    }

    private func who(_ entry: LookDiary.Entry) -> String {
        guard let account = entry.account else {
            return entry.ground == "link" ? "The partner you agreed to, by a private link," : "Tandem"
        }
        if account == reader, entry.practice == nil { return "You" }
        let name = looks.people[account] ?? "Somebody"
        guard let practice = entry.practice.flatMap({ looks.practices[$0] }) else {
            return entry.ground == "family" ? "\(name), family," : name
        }
        let roles = (looks.roles[account] ?? []).sorted().filter {
            $0 != .administrator || looks.roles[account]?.count == 1
        }
        let role = roles.map(\.rawValue).joined(separator: " and ")
        return role.isEmpty ? "\(name) at \(practice)" : "\(name), \(role) at \(practice),"
    }

    /// What was done, in the past: "looked at the plan".
    private static func deed(_ verb: AuditLine.Verb, _ kind: String) -> String {
        switch verb {
        case .looked: "looked at \(ChildAction(rawValue: kind)?.thing ?? lookedAt[kind] ?? "the record")"
        case .created: "\(made[kind] ?? "added to the record")"
        case .changed: "\(changed[kind] ?? "changed the record")"
        case .exported: "took a copy of the whole record"
        default: "did something with the record"
        }
    }

    /// What is looked at beside the actions of `Rules/access.txt`.
    private static let lookedAt = [
        "inquiry": "the letter that the family wrote", "referral": "a referral and what was sent with it",
    ]

    private static let made = [
        "child": "made the record", "care_relationship": "began to treat the child",
        "consent": "shared the record", "family_tie": "joined the family", "intake": "began the intake form",
        "residence": "added a home", "household": "added a home", "invitation": "invited somebody of the family",
        "goal": "proposed a goal", "attainment_scale": "said how a goal is measured", "rating": "rated a goal",
        "goal_question": "asked a question", "measurement": "wrote down a measure",
        "return_to_sport": "began the way back to sport", "visit_note": "wrote a note of a visit",
        "home_item": "added to the home program", "home_settings": "chose the time for practice at home",
        "tick": "ticked what was done at home", "hurt_alert": "said that an activity hurt",
        "plan_of_care": "began a plan of care", "appointment": "planned visits",
        "joint_appointment": "proposed a visit together", "waiting_entry": "put the child on the waiting list",
        "referral": "wrote a referral",
        "referral_message": "wrote beside a referral", "referral_link": "made a private link for a referral",
    ]

    private static let changed = [
        "child": "changed who the child is or what matters", "care_relationship": "changed the team",
        "consent": "took sharing back", "family_tie": "changed who belongs to the family",
        "intake": "changed the intake form", "residence": "changed where the child lives",
        "household": "changed how to reach the family", "invitation": "took an invitation back",
        "goal": "changed a goal", "attainment_scale": "changed how a goal is measured",
        "goal_question": "answered a question", "return_to_sport": "worked on the way back to sport",
        "visit_note": "changed a note of a visit", "home_item": "changed the home program",
        "home_settings": "changed the time for practice at home", "hurt_alert": "took up that an activity hurt",
        "plan_of_care": "changed a plan of care", "appointment": "changed visits",
        "joint_appointment": "answered about a visit together", "waiting_entry": "changed the waiting list",
        "inquiry": "took the child on from a letter", "referral": "moved a referral on",
        "referral_link": "ended a private link of a referral",
    ]
}

extension ChildAction {
    /// What is looked at.
    var thing: String {
        switch self {
        case .seeChild, .editChild, .archiveChild, .mergeRecords: "the overview"
        case .seeContact, .editHousehold, .inviteFamily: "how to reach the family"
        case .seeIntake, .editIntake: "the intake form"
        case .seePlan, .proposeGoal, .acceptGoal, .editPlan, .rateGoal, .ask, .recordMeasure: "the plan"
        case .editHomeProgram, .setHomeTime, .tick: "the home program"
        case .writePlanOfCare: "the plan of care"
        case .keepCalendar: "the calendar"
        case .seeSchedule, .schedule: "the planned visits"
        case .answerOffer: "a time that was offered"
        case .seeNotes, .writeNote: "the notes of visits"
        case .seeConsents, .giveConsent: "who may see the record"
        case .seeLooks: "who has looked"
        case .exportRecord: "how to take a copy"
        case .changeTeam, .beginCare: "the team"
        case .seeReferrals, .sendReferral, .allowReferral: "the referrals"
        }
    }
}
