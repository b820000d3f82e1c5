/// Who did something, and when.
package struct Stamp: Sendable, Hashable, Codable {
    package let by: ID<Account>
    package let at: Instant

    package init(by: ID<Account>, at: Instant) {
        self.by = by
        self.at = at
    }
}
