package import TandemCare

/// What `AuditVerifier` has found.
package struct AuditReport: Sendable {
    package var chains = 0
    package var lines: Int64 = 0
    /// Empty where nobody has touched the trail.
    package var damage: [Damage] = []
    /// Chains of processes that ended without closing them, such as by a power cut: their last second of looks may be missing.
    package var gaps: [Gap] = []
    /// Hash of the newest line of the newest chain. Whoever notes it elsewhere can later prove that nothing before was rewritten.
    package var head = ""
    /// Whether the hash that somebody noted earlier is still there; `nil` where none was asked for.
    package var hasNotedHash: Bool?

    /// One place where the trail is not what was written.
    package struct Damage: Sendable, Hashable {
        package let chain: String
        /// Numbers of the lines, where it is about lines.
        package let lines: ClosedRange<Int64>?
        package let kind: Kind

        package init(chain: String, lines: ClosedRange<Int64>?, kind: Kind) {
            self.chain = chain
            self.lines = lines
            self.kind = kind
        }

        package enum Kind: String, Sendable, Hashable {
            case changed = "does not fit its hash: it, or the line before it, was changed or inserted"
            case columns = "what it is searched by differs from what it says"
            case missing = "is missing"
            case surplus = "stands behind the end of its chain: it was inserted"
            case head = "the end of the chain is not where its head says: lines were removed or the head was changed"
            case start = "does not follow from the chain before it: one of the two was changed"
            case chainMissing = "a whole chain is missing in front of this one"
            case chainless = "lines without a chain: its row was removed"
            case ending = "is marked as closed, but its last line is missing"
        }
    }

    /// A chain without its last line.
    package struct Gap: Sendable, Hashable {
        package let chain: String
        /// When its process was last seen.
        package let seenAt: Instant
        /// Another process has marked the gap.
        package let isMarked: Bool
    }
}
