/// How long each step of a referral may take before somebody is told: a practice's own, for what it sends.
///
/// The days to start with: connect.md's aim of a first contact within two working days and a visit within seven, and an alarm
/// on silence after 3, 7 and 14 days, from what is known of how referrals are lost
/// (https://publications.aap.org/pediatrics/article/144/6/e20190545/37947/Unscheduled-Referrals-and-Unattended-Appointments).
package struct ReferralClock: Sendable, Hashable, Codable {
    package let practice: ID<Practice>
    package var days: [Kind: Days]

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable, CodingKeyRepresentable {
        /// Until somebody answers, calls, confirms.
        case answer
        /// From the day of a visit until it is told whether the child came.
        case visit
        /// While the child is seen, until the report back.
        case report
    }

    /// Days after which the owner is reminded, both sides are alarmed, and the referral counts as silent.
    package struct Days: Sendable, Hashable, Codable {
        package var remind: Int
        package var alarm: Int
        package var silent: Int

        package init(remind: Int, alarm: Int, silent: Int) {
            self.remind = remind
            self.alarm = alarm
            self.silent = silent
        }

        /// At least a day each, each longer than the one before, half a year at most.
        package var isSound: Bool { 1 <= remind && remind < alarm && alarm < silent && silent <= 183 }
    }

    package init(practice: ID<Practice>) {
        self.practice = practice
        days = [:]
    }

    package func days(_ kind: Kind) -> Days { days[kind] ?? Self.standard(kind) }

    package static func standard(_ kind: Kind) -> Days {
        switch kind {
        case .answer, .visit: Days(remind: 3, alarm: 7, silent: 14)
        // Seen is not silent: treatment takes weeks before there is much to tell.
        case .report: Days(remind: 28, alarm: 42, silent: 56)
        }
    }
}
