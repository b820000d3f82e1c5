import TandemCare
import TandemCatalog

/// What can become of an activity, each with a line of words. The fields carry the activity's id: many stand on one page.
enum HomeMove: String, Sendable {
    case pause, resume, retire

    /// - Parameter hasAlert: it hurt, and nobody has taken that up yet.
    func field(_ item: HomeItem, hasAlert: Bool) -> Field {
        let name = "\(rawValue)-\(item.id.text)"
        switch self {
        case .pause: return Field(name: name, label: "Why? The family reads it.", most: TextLimit.line)
        case .resume:
            return Field(
                name: name,
                label: "What did you change? The family reads it.",
                isOptional: !hasAlert,
                most: TextLimit.line
            )
        case .retire:
            return Field(name: name, label: "Why? The family reads it.", isOptional: true, most: TextLimit.line)
        }
    }

    /// What to say where the field is empty and may not be.
    func missing(_ field: Field) -> String? {
        guard !field.isOptional else { return nil }
        return self == .resume
            ? "It hurt. Write what you changed before it goes on, or that you looked and nothing had to change."
            : "Write why, in plain words: the family reads it."
    }
}
