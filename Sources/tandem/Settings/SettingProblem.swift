/// One setting that does not fit, and how to mend it.
struct SettingProblem: Sendable, Hashable, CustomStringConvertible {
    /// The variable, or the line of the file.
    let place: String
    let what: String
    let mend: String

    var description: String { "\(place): \(what) \(mend)" }
}

/// All the settings that do not fit: somebody mends them in one go.
struct SettingsFailure: Error, Sendable, CustomStringConvertible {
    let problems: [SettingProblem]

    var description: String {
        let count = problems.count == 1 ? "One setting does" : "\(problems.count) settings do"
        return "\(count) not fit. docs/settings.md explains each.\n"
            + problems.map { "  - \($0)" }.joined(separator: "\n")
    }
}
