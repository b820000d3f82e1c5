/// What can be done with one child's record. `Rules/access.txt` says by whom.
package enum ChildAction: String, Sendable, Hashable, CaseIterable {
    case seeChild = "see child"
    case seeContact = "see contact"
    case seeIntake = "see intake"
    case seePlan = "see plan"
    case seeNotes = "see notes"
    case seeConsents = "see consents"
    case seeLooks = "see looks"
    case editChild = "edit child"
    case editHousehold = "edit household"
    case editIntake = "edit intake"
    case giveConsent = "give consent"
    case exportRecord = "export record"
    case inviteFamily = "invite family"
    case changeTeam = "change team"
    case mergeRecords = "merge records"
    case archiveChild = "archive child"
}

/// What can be done in a practice, apart from any one child.
package enum PracticeAction: String, Sendable, Hashable, CaseIterable {
    case seePractice = "see practice"
    case findChildren = "find children"
    case addChild = "add child"
    case seePeople = "see people"
    case managePeople = "manage people"
    case manageSettings = "manage settings"
}
