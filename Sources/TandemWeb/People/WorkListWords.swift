import TandemStore

/// How work lists are called on pages.
extension WorkList {
    var name: String {
        switch self {
        case .current: "In our care"
        case .mine: "My caseload"
        case .shared: "Shared with us"
        case .hurt: "It hurt"
        case .drafts: "Notes to sign"
        case .dueOver: "Over due"
        case .dueSoon: "Due soon"
        case .questions: "Open questions"
        case .proposedGoals: "Goals waiting for a yes"
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
        case .hurt: "an activity at home hurt and is paused"
        case .drafts: "you began them"
        case .dueOver: "a signature, a report or a review is late"
        case .dueSoon: "within \(WorkList.dueSoonDays) days"
        case .questions: "beside a goal"
        case .proposedGoals: "the family has not said yes yet"
        case .noIntake: "the family has told nothing yet"
        case .noTherapist: "nobody is on the child's team"
        case .notInvited: "nobody of the family can sign in"
        case .invitationWaiting: "sent, not accepted yet"
        case .consentsEnding: "within 30 days"
        case .archived: "put away, not deleted"
        }
    }

    /// Not for therapists only.
    var isForAll: Bool {
        switch self {
        case .mine, .hurt, .drafts, .questions, .proposedGoals: false
        default: true
        }
    }

    /// Something waits to be done.
    var isDue: Bool {
        switch self {
        case .hurt, .drafts, .dueOver, .dueSoon, .questions, .proposedGoals: true
        case .noIntake, .noTherapist, .notInvited, .invitationWaiting, .consentsEnding: true
        case .current, .mine, .shared, .archived: false
        }
    }

    static func words(_ count: Int) -> String {
        count >= mostCounted ? "1,000+" : "\(count)"
    }
}
