/// How people talk, as data: words that mean the same, and words that turn a sentence.
package struct Language: Sendable {
    /// What a cue word does to the words around it.
    package enum Cue: String, Sendable, CaseIterable {
        case not, trouble, dislike, limit, well, wish, loss
        /// Trouble said after the thing: "buttons are *a battle*".
        case troubleAfter = "trouble-after"
        /// Doing well said after the thing: "balance *is fine*".
        case wellAfter = "well-after"
        /// How a try ends: "spills", "is just". It tells only of milestones that are named without another cue.
        case failing
        /// Starts a new thought: "but", "although".
        case turn
        /// Not here and now: long ago, over, or only thought of.
        case aside
    }

    /// Wordings per cue; one to four words each.
    package var cues: [Cue: [String]] = [:]
    /// Groups of words that mean the same here; the first names the group.
    package var groups: [[String]] = []
    /// Words that carry no meaning for finding an entry.
    package var small: [String] = []
    /// Names of those who were asked, which say nothing about the child: "physical therapy", "the OT".
    package var ignored: [String] = []
    /// Little words that only matter beside a verb: on, off, up, down.
    package var particles: [String] = []
    /// Irregular forms: `fell` -> `fall`.
    package var irregular: [String: String] = [:]
    /// Common English words that are not to be taken for misspellings, one a line.
    package var dictionary = ""

    package init() {}

    mutating func append(_ other: Language) {
        cues.merge(other.cues, uniquingKeysWith: +)
        groups += other.groups
        small += other.small
        ignored += other.ignored
        particles += other.particles
        irregular.merge(other.irregular, uniquingKeysWith: { $1 })
        dictionary += "\n" + other.dictionary
    }
}
