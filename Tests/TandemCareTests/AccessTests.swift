import TandemCare
import Testing

@Suite("Who may do what with a child's record")
struct AccessTests {
    /// A person, in words, and what they may do with Maya's record. What is not named is refused.
    static let table: [(who: Persona, may: Set<ChildAction>)] = [
        (.mother, guardian), (.father, guardian), (.aunt, family), (.formerStepfather, []),
        (.therapist, clinician.union(careOnly).union(plan).union([.editIntake])), (.frontDesk, desk.union(careOnly)),
        (.administrator, []),
        (.therapistWhoLeft, []), (.strangeTherapist, []), (.strangeParent, []),
        (.partner(.contact), [.seeChild, .seeConsents, .seeContact, .seeSchedule, .beginCare]),
        (.partner(.plan), [.seeChild, .seeConsents, .seeIntake, .seePlan, .ask, .beginCare]),
        (.partner(.notes), [.seeChild, .seeConsents, .seeNotes, .beginCare]),
        (.partnerFrontDesk(.contact), [.seeChild, .seeConsents, .seeContact, .seeSchedule, .beginCare]),
        (.partnerFrontDesk(.notes), [.seeChild, .seeConsents, .beginCare]),
        (.partnerWithdrawn, []), (.partnerEnded, []),
    ]

    static let family: Set<ChildAction> = [
        .seeChild, .seeContact, .seeIntake, .seePlan, .seeNotes, .seeConsents, .seeLooks, .rateGoal,
        .ask, .tick, .keepCalendar, .seeSchedule, .seeReferrals,
    ]
    static let guardian = family.union([
        .editChild, .editHousehold, .editIntake, .giveConsent, .exportRecord, .inviteFamily, .proposeGoal,
        .acceptGoal, .setHomeTime, .answerOffer, .allowReferral,
    ])
    static let clinician: Set<ChildAction> = [
        .seeChild, .seeContact, .seeIntake, .seePlan, .seeNotes, .seeConsents, .seeSchedule,
    ]
    static let desk: Set<ChildAction> = [.seeChild, .seeContact, .seeConsents, .editHousehold, .seeSchedule]
    static let careOnly: Set<ChildAction> = [
        .editChild, .inviteFamily, .changeTeam, .mergeRecords, .archiveChild, .beginCare, .schedule, .seeReferrals,
        .sendReferral,
    ]
    /// What a therapist does with the plan of a child in their care.
    static let plan: Set<ChildAction> = [
        .proposeGoal, .editPlan, .rateGoal, .ask, .recordMeasure, .writeNote, .editHomeProgram, .setHomeTime,
        .writePlanOfCare,
    ]

    @Test("Each may do just what the table says", arguments: table.indices)
    func decides(_ index: Int) throws {
        let (persona, may) = Self.table[index]
        let access = Access(try AccessTable(CareFixture.accessTable))
        for action in ChildAction.allCases {
            let decision = access.decide(action, by: persona.requester, on: CareFixture.facts, at: CareFixture.now)
            let isAllowed = if case .allowed = decision { true } else { false }
            #expect(isAllowed == may.contains(action), "\(persona): \(action.rawValue)")
        }
    }

    @Test("Consent holds until the moment it ends, and not a microsecond longer")
    func untilTheMoment() throws {
        let access = Access(try AccessTable(CareFixture.accessTable))
        let end = try #require(CareFixture.endedConsent.until)
        let before = Instant(microseconds: end.microseconds - 1)
        let who = Persona.partnerEnded.requester
        #expect(
            access.decide(.seePlan, by: who, on: CareFixture.facts, at: before)
                == .allowed(.consent(CareFixture.endedConsent))
        )
        #expect(access.decide(.seePlan, by: who, on: CareFixture.facts, at: end) == .refused(.consentEnded))
    }

    @Test("The strongest ground is named: family before care")
    func ground() throws {
        let access = Access(try AccessTable(CareFixture.accessTable))
        let both = Requester(account: Persona.mother.account, memberships: Persona.therapist.requester.memberships)
        guard case .allowed(.family) = access.decide(.seePlan, by: both, on: CareFixture.facts, at: CareFixture.now)
        else {
            Issue.record("a mother who works at the practice looks as a mother")
            return
        }
    }

    @Test("Only administrators manage people, only clinicians and the front desk find children")
    func practices() throws {
        let access = Access(try AccessTable(CareFixture.accessTable))
        func may(_ action: PracticeAction, _ persona: Persona) -> Bool {
            access.decide(action, by: persona.requester, in: CareFixture.practice, at: CareFixture.now)
        }
        #expect(
            may(.managePeople, .administrator) && !may(.managePeople, .therapist) && !may(.managePeople, .frontDesk)
        )
        #expect(may(.findChildren, .therapist) && may(.findChildren, .frontDesk) && !may(.findChildren, .administrator))
        for action in PracticeAction.allCases {
            #expect(!may(action, .strangeTherapist) && !may(action, .mother) && !may(action, .therapistWhoLeft))
        }
    }

    @Test(
        "A table that cannot be read names the line",
        arguments: [
            ("see child  yes  yes  yes  yes  no", "line 1"),
            ("fly to the moon  yes  yes  yes  yes  no  any", "line 1"),
            ("see child  yes  yes  yes  yes  no  everything", "line 1"),
            ("see child  yes  yes  yes  yes  no  any", "no line for"),
        ]
    )
    func broken(_ text: String, _ reason: String) {
        #expect { try AccessTable(text) } throws: { "\($0)".contains(reason) }
    }
}
