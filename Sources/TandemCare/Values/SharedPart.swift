/// A part of what somebody shares: a heading and its lines, exactly as they were shown before it was sent. A copy, not a link: what
/// changes afterwards in a record does not change what was said.
package struct SharedPart: Sendable, Hashable, Codable {
    /// Says the same part again after a form was sent: `words`, `answer`, `measures`.
    package let key: String
    package let title: String
    package let lines: [String]

    package init(key: String, title: String, lines: [String]) {
        self.key = key
        self.title = title
        self.lines = lines
    }
}
