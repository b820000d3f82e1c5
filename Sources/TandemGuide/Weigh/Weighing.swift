import TandemCatalog

/// What the words amount to. The boundary between *weigh* and *explain*.
struct Weighing: Sendable {
    var age: ChildAge?
    /// An age that the text hints at ("toddler"); see `Reading.hintedAge`.
    var hintedAge: Double?
    /// Strongest first.
    var evidence: [Evidence] = []
    /// Things the child does well.
    var strengths: [Mention] = []
    var flags: [FiredFlag] = []
    /// What of the red flags is said, whether it sets one off or not.
    var said = SaidFindings()
    var milestones: [MilestoneFinding] = []
    var shares = Shares()
    /// No phrase was found; `shares` rest on single words.
    var isHunch = false

    /// What a milestone past its referral age asks for.
    var milestoneUrgency = Urgency.none

    var urgency: Urgency { max(flags.first?.urgency ?? .none, milestoneUrgency) }

    /// The disciplines worth recommending, best first.
    var disciplines: [Discipline] {
        guard shares.therapy > 0, shares.therapy >= shares.elsewhere * Self.therapyBesideElsewhere else { return [] }
        let order: [Discipline] =
            shares.physical >= shares.occupational ? Discipline.allCases : Discipline.allCases.reversed()
        return order.filter { shares[$0] / shares.therapy >= Self.smallestShare }
    }

    /// A discipline with less of the therapy evidence than this is not recommended.
    static let smallestShare = 0.3
    /// Therapy is named beside speech or others if it has at least this much of their evidence.
    static let therapyBesideElsewhere = 0.9
}
