import Configuration
import Foundation
import Logging

/// Reads the settings and gathers every problem on the way: flags outrank the environment, the environment the file.
struct SettingsReader {
    private let reader: ConfigReader
    private(set) var problems: [SettingProblem] = []

    /// - Parameters:
    ///   - flags: what was given on the command line, by the names of the settings.
    init(flags: [SettingName: String], environment: [String: String]) {
        let flags = Dictionary(uniqueKeysWithValues: flags.map { ($0.key.rawValue, $0.value) })
        let name = SettingName.settings.rawValue
        let path = [flags[name], environment[name]].compactMap { $0 }.first { !$0.isEmpty }
        let file = path.map { SettingsFile(path: $0) } ?? .empty
        reader = ConfigReader(
            providers: [flags, environment, file.values].map { values in
                EnvironmentVariablesProvider(
                    environmentVariables: values.filter { !$0.value.isEmpty },
                    secretsSpecifier: .all
                )
            }
        )
        problems = file.problems
        problems += Set(environment.keys).union(file.values.keys).sorted().compactMap(Self.unknown)
    }

    private static func unknown(_ name: String) -> SettingProblem? {
        guard name.hasPrefix("TANDEM_"), !name.hasPrefix(SettingName.testPrefix), SettingName(rawValue: name) == nil
        else { return nil }
        let near = SettingName.nearest(to: name).map { "Did you mean \($0.rawValue)?" }
        return SettingProblem(place: name, what: "there is no such setting.", mend: near ?? "Remove it.")
    }

    /// The text of a setting; `nil` where it is not set or empty.
    func text(_ name: SettingName) -> String? {
        reader.string(
            forKey: ConfigKey(name.rawValue.lowercased().split(separator: "_").map(String.init)),
            isSecret: true
        )
    }

    mutating func problem(_ name: SettingName, _ what: String, mend: String) {
        problems.append(SettingProblem(place: name.rawValue, what: what, mend: mend))
    }

    /// A setting that has to be read from its text; a problem where it cannot be.
    mutating func value<Value>(
        _ name: SettingName,
        else fallback: Value,
        mend: String,
        _ read: (String) -> Value?
    ) -> Value {
        guard let text = text(name) else { return fallback }
        guard let value = read(text) else {
            problem(name, "cannot read '\(text)'.", mend: mend)
            return fallback
        }
        return value
    }
}
