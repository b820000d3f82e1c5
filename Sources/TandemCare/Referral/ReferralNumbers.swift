package import TandemCatalog

/// One referral as numbers count it: when what first happened, and nothing of whom it is about.
package struct ReferralFigure: Sendable, Hashable {
    package let discipline: Discipline
    /// The other side, as the practice calls it.
    package let other: String
    /// Whom it went to.
    package let recipient: ReferralRecipient
    package let moments: ReferralMoments
    package let lost: LostReason?

    package init(
        discipline: Discipline,
        other: String,
        recipient: ReferralRecipient,
        moments: ReferralMoments,
        lost: LostReason?
    ) {
        self.discipline = discipline
        self.other = other
        self.recipient = recipient
        self.moments = moments
        self.lost = lost
    }
}

/// What became of a practice's referrals, from the sending to the report back.
package struct ReferralNumbers: Sendable, Hashable {
    /// The steps of the way, in order. A later step that happened counts for the earlier ones: who was seen had been reached.
    package enum Stage: String, Sendable, Hashable, CaseIterable {
        case sent, contacted, scheduled, attended, reported
    }

    /// How many came so far.
    package let counts: [Stage: Int]
    /// The middle of the days from the sending to each step, of those that came so far; no entry where nobody did.
    package let days: [Stage: Double]
    /// Closed without a report back, by reason, most frequent first.
    package let lost: [(reason: LostReason, count: Int)]
    /// Still under way.
    package let open: Int

    package init(_ figures: [ReferralFigure]) {
        let sent = figures.filter { $0.moments.sent != nil }
        var counts: [Stage: Int] = [:]
        var days: [Stage: Double] = [:]
        for stage in Stage.allCases {
            let reached = sent.filter { $0.moments.has(stage) }
            counts[stage] = reached.count
            days[stage] = reached.compactMap { $0.moments.days(until: stage) }.middle
        }
        self.counts = counts
        self.days = days
        let reasons = Dictionary(grouping: sent.compactMap(\.lost), by: \.self).mapValues(\.count)
        lost = reasons.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
            .map { (reason: $0.0, count: $0.1) }
        open = sent.filter { $0.moments.closed == nil }.count
    }

    /// 0 to 1: of what was sent, how much came so far; 0 where nothing was sent.
    package func share(_ stage: Stage) -> Double {
        let sent = counts[.sent] ?? 0
        return sent == 0 ? 0 : Double(counts[stage] ?? 0) / Double(sent)
    }

    package static func == (left: ReferralNumbers, right: ReferralNumbers) -> Bool {
        left.counts == right.counts && left.days == right.days && left.open == right.open
            && left.lost.elementsEqual(right.lost, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(counts)
        hasher.combine(open)
    }
}

extension ReferralMoments {
    /// When a step happened.
    package func moment(_ stage: ReferralNumbers.Stage) -> Instant? {
        switch stage {
        case .sent: sent
        case .contacted: contacted
        case .scheduled: scheduled
        case .attended: attended
        case .reported: reported
        }
    }

    fileprivate func has(_ stage: ReferralNumbers.Stage) -> Bool {
        let stages = ReferralNumbers.Stage.allCases
        guard let place = stages.firstIndex(of: stage) else { return false }
        return stages[place...].contains { moment($0) != nil }
    }

    /// Days from the sending, with fractions; `nil` where one of the two did not happen.
    fileprivate func days(until stage: ReferralNumbers.Stage) -> Double? {
        guard let sent, let moment = moment(stage) else { return nil }
        return Double((moment - sent).components.seconds) / 86_400
    }
}

extension [Double] {
    /// The median; `nil` of nothing.
    var middle: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let half = count / 2
        return count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }
}
