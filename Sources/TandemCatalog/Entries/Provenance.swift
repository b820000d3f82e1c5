/// Where an entry stands in its file, where its facts come from, and whether a clinician has signed it off.
package struct Provenance: Sendable, Hashable {
    /// Path below `Catalog/`, for messages: `activities/dressing-preschool.yaml`.
    package let file: String
    /// Line of the entry's first field, counted from 1.
    package let line: Int
    /// The area the file is about ("Dressing"); groups entries in the library.
    package let area: String
    /// Codes of `sources.yaml`; empty means unsourced: general knowledge in our own words.
    package let sources: [String]
    /// Name and date of the clinician who signed the entry off; `nil` means nobody has.
    package let reviewedBy: String?
}
