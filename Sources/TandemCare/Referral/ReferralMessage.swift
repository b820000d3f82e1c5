/// A line between the two sides, beside the referral; the family reads it too.
package struct ReferralMessage: Sendable, Hashable, Codable {
    package let id: ID<ReferralMessage>
    package let child: ID<Child>
    package let referral: ID<Referral>
    package let hand: ReferralHand
    package let text: String
    package let at: Instant

    /// - Throws: `ReferralFault.noRequest` where there is nothing in it.
    package init(
        id: ID<ReferralMessage>,
        child: ID<Child>,
        referral: ID<Referral>,
        hand: ReferralHand,
        text: String,
        at: Instant
    ) throws(ReferralFault) {
        guard !text.isBlank else { throw .noRequest }
        guard text.count <= TextLimit.note else { throw .tooLong }
        self.id = id
        self.child = child
        self.referral = referral
        self.hand = hand
        self.text = text.trimmed
        self.at = at
    }
}
