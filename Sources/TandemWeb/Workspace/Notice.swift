/// What was done, said once above the page that follows. Its name stands in the address, so it names no person.
enum Notice: String, Sendable {
    case added, saved, shared, withdrawn, archived
    case broughtBack = "brought-back"
    case merged, invited
    case invitationWithdrawn = "invitation-withdrawn"
    case ended, begun, signed, ticked
    /// Its name in the address says nothing of health.
    case hurt = "told"
    case takenUp = "taken-up"
    case goesOn = "goes-on"
    case takenOut = "taken-out"
    case noChange = "no-change"
    case nameChanged = "name-changed"
    case passwordChanged = "password-changed"
    case signedOutElsewhere = "signed-out-elsewhere"
    case secondFactorOff = "second-factor-off"
    case goalProposed = "goal-proposed"
    case goalBegun = "goal-begun"
    case planned, proposed, offered
    case isYours = "yours"
    case waits

    var text: String {
        switch self {
        case .added: "The child is added."
        case .saved: "Saved."
        case .shared:
            "Done. They can see it from now on, and everybody who decides for your child gets a letter about it."
        case .withdrawn: "Taken back. They see nothing of it any more."
        case .archived: "The record is archived. Nothing was deleted."
        case .broughtBack: "The record is back."
        case .merged: "The two records are one now."
        case .invited: "The invitation is on its way."
        case .invitationWithdrawn: "The invitation is taken back. Its link no longer works."
        case .begun: "Your practice treats this child from now on. The family gets a letter about it."
        case .signed: "Signed. It cannot be changed any more; you can add to it."
        case .ticked: "Written down. Every bit helps."
        case .hurt:
            "We paused this activity, and your therapists are told. Let your child rest. If the pain is strong, comes back, or does not go away, call your doctor."
        case .takenUp: "You have taken it up. The activity stays paused until somebody lets it go on."
        case .goesOn: "It goes on. That it hurt is taken up in your name, with what you wrote."
        case .takenOut: "It is out of the program. That it hurt is taken up in your name."
        case .ended: "Ended, from this moment on."
        case .noChange: "Nothing was changed."
        case .nameChanged: "Your name is changed."
        case .passwordChanged: "Your password is changed. You are signed out everywhere else."
        case .signedOutElsewhere: "You are signed out everywhere else."
        case .secondFactorOff: "The second step at sign-in is off."
        case .goalProposed: "Proposed. Work on it begins when the family and a therapist have both said yes."
        case .goalBegun: "Work on this goal begins."
        case .planned: "Planned."
        case .proposed: "Proposed. The other practice is told, and the time is held in your calendar."
        case .offered: "Offered. The families are told that there is something to read, and the time is held."
        case .isYours: "The time is yours. It stands in the schedule."
        case .waits: "On the waiting list."
        }
    }
}
