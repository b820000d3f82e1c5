package import TandemCatalog

/// A child, as everybody who may see the child at all sees them.
package struct Child: Sendable, Hashable, Codable {
    package let id: ID<Child>
    package var givenName: String
    package var familyName: String
    /// What the child likes to be called, where that is another name.
    package var preferredName: String?
    package var birthDate: CalendarDate
    /// Language spoken at home, as the family says it: "English", "Spanish".
    package var language: String
    package var needsInterpreter: Bool
    /// What matters to the child and the family, in their own words.
    package var whatMatters: String
    package var archivedAt: Instant?
    /// The record that this one was joined into, after two were found to be of one child.
    package var mergedInto: ID<Child>?

    package init(
        id: ID<Child>,
        givenName: String,
        familyName: String,
        preferredName: String? = nil,
        birthDate: CalendarDate,
        language: String = "English",
        needsInterpreter: Bool = false,
        whatMatters: String = ""
    ) {
        self.id = id
        self.givenName = givenName
        self.familyName = familyName
        self.preferredName = preferredName
        self.birthDate = birthDate
        self.language = language
        self.needsInterpreter = needsInterpreter
        self.whatMatters = whatMatters
    }

    /// Given name, or the name the child likes better.
    package var calledName: String { preferredName.flatMap { $0.isEmpty ? nil : $0 } ?? givenName }

    package var fullName: String { familyName.isEmpty ? givenName : "\(givenName) \(familyName)" }
}
