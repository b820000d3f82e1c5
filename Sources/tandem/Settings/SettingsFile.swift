import Foundation

/// A file of `NAME=value` lines, as systemd's EnvironmentFile holds them too.
struct SettingsFile: Sendable {
    private(set) var values: [String: String] = [:]
    private(set) var problems: [SettingProblem] = []

    static let empty = SettingsFile()

    private init() {}

    init(path: String) {
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            problems = [
                SettingProblem(
                    place: SettingName.settings.rawValue,
                    what: "the file '\(path)' cannot be read.",
                    mend: "Name a text file that this user may read."
                )
            ]
            return
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            read(line.trimmingCharacters(in: .whitespaces), place: "\(path), line \(index + 1)")
        }
    }

    private mutating func read(_ line: String, place: String) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        guard let equals = line.firstIndex(of: "=") else {
            // The line itself may hold a password: it is not repeated.
            let mend = "Write NAME=value, or begin the line with #."
            problems.append(SettingProblem(place: place, what: "there is no '='.", mend: mend))
            return
        }
        let name = line[..<equals].trimmingCharacters(in: .whitespaces)
        if values[name] != nil {
            problems.append(SettingProblem(place: place, what: "\(name) stands there twice.", mend: "Remove one."))
        }
        values[name] = Self.unquoted(line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces))
    }

    private static func unquoted(_ value: String) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            return String(value.dropFirst().dropLast())
        }
        return value
    }
}
