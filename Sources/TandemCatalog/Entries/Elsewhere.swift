/// Somebody other than PT and OT who could help.
package struct Elsewhere: Sendable {
    package enum Label: String, Sendable { case speech = "SLP", other }

    package let id: Slug<Elsewhere>
    package let name: String
    /// "speech-language pathologist"
    package let who: String
    package let label: Label
    package let meaning: String
    /// How a family reaches them.
    package let action: String
    package let phrasings: [Phrasing]
    package let provenance: Provenance
}
