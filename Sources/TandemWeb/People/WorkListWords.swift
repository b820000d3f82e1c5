import TandemStore

/// How work lists are called on pages.
extension WorkList {
    var name: String {
        switch self {
        case .current: "In our care"
        case .mine: "My caseload"
        case .shared: "Shared with us"
        case .noIntake: "No intake form yet"
        case .noTherapist: "No therapist yet"
        case .notInvited: "Family not invited yet"
        case .invitationWaiting: "Invitation waiting"
        case .consentsEnding: "Sharing ends soon"
        case .archived: "Archived"
        }
    }

    var note: String {
        switch self {
        case .current: "children that we treat"
        case .mine: "children on your team list"
        case .shared: "by consent of the family"
        case .noIntake: "the family has told nothing yet"
        case .noTherapist: "nobody is on the child's team"
        case .notInvited: "nobody of the family can sign in"
        case .invitationWaiting: "sent, not accepted yet"
        case .consentsEnding: "within 30 days"
        case .archived: "put away, not deleted"
        }
    }

    /// Something waits to be done.
    var isDue: Bool {
        switch self {
        case .noIntake, .noTherapist, .notInvited, .invitationWaiting, .consentsEnding: true
        case .current, .mine, .shared, .archived: false
        }
    }

    static func words(_ count: Int) -> String {
        count >= mostCounted ? "1,000+" : "\(count)"
    }
}
