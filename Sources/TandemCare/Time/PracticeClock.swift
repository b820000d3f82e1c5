/// What a practice settled about its time: the zone whose clock it goes by.
package struct PracticeClock: Sendable, Hashable, Codable {
    package let practice: ID<Practice>
    /// IANA name: `America/Chicago`.
    package var zone: String

    package init(practice: ID<Practice>, zone: ZoneRules) {
        self.practice = practice
        self.zone = zone.name
    }

    package var rules: ZoneRules? { ZoneRules.named(zone) }
}
