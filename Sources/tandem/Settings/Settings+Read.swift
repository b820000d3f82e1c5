import Foundation
import Logging
import TandemWeb

extension Settings {
    /// Reads and checks every setting.
    /// - Throws: all problems at once.
    static func read(
        flags: [SettingName: String] = [:],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(SettingsFailure) -> Settings {
        var reader = SettingsReader(flags: flags, environment: environment)
        let settings = Settings(&reader)
        guard reader.problems.isEmpty else { throw SettingsFailure(problems: reader.problems) }
        return settings
    }

    private init(_ reader: inout SettingsReader) {
        database = reader.text(.database) ?? Self.defaultDatabase
        host = reader.text(.host) ?? "127.0.0.1"
        port = reader.value(.port, else: 8080, mend: "Write a number from 0 to 65535; 0 takes any free port.") {
            UInt16($0).map(Int.init)
        }
        publicAddress = reader.publicAddress()
        tls = reader.tls()
        trustsProxy = reader.value(.trustProxy, else: false, mend: "Write yes or no.", Self.yesOrNo)
        mail = reader.mail()
        let zones = "Write a name such as America/Chicago, as in the list of time zones (tzdata)."
        timeZone = reader.value(.timeZone, else: .current, mend: zones) { TimeZone(identifier: $0) }
        let programs = "Name a program by its whole path, such as /usr/bin/chromium or /usr/bin/weasyprint."
        pdf = reader.value(.pdf, else: nil, mend: programs) { PaperPress.Program(path: $0).map(Optional.some) }
        let levels = "Write one of: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))."
        logLevel = reader.value(.logLevel, else: .warning, mend: levels) { Logger.Level(rawValue: $0.lowercased()) }
        metricsToken = reader.text(.metricsToken)
        if let metricsToken, metricsToken.utf8.count < 16 {
            reader.problem(.metricsToken, "it is shorter than 16 characters.", mend: "Make one: openssl rand -hex 24")
        }
        backupPassphrase = reader.text(.backupPassphrase)
    }

    private static func yesOrNo(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "true", "1", "on": true
        case "no", "false", "0", "off": false
        default: nil
        }
    }
}

extension SettingsReader {
    fileprivate mutating func publicAddress() -> String? {
        guard let text = text(.publicAddress) else { return nil }
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let url = URL(string: trimmed), ["http", "https"].contains(url.scheme), let host = url.host(),
            !host.isEmpty,
            url.path().isEmpty, url.query == nil, url.fragment == nil, url.user == nil
        else {
            problem(
                .publicAddress,
                "'\(Settings.withoutPassword(text))' is not an address that pages can stand at.",
                mend: "Write scheme and host only, such as https://tandem.example.org"
            )
            return nil
        }
        return trimmed
    }

    fileprivate mutating func tls() -> Settings.TLSFiles? {
        let (certificate, key) = (text(.certificate), text(.key))
        for (name, path) in [(SettingName.certificate, certificate), (.key, key)] {
            guard let path, !FileManager.default.isReadableFile(atPath: path) else { continue }
            problem(name, "the file '\(path)' cannot be read.", mend: "Name a PEM file that this user may read.")
        }
        switch (certificate, key) {
        case (let certificate?, let key?): return Settings.TLSFiles(certificate: certificate, key: key)
        case (nil, nil): return nil
        case (_?, nil): problem(.key, "it is missing.", mend: "TLS needs the certificate and its key.")
        case (nil, _?): problem(.certificate, "it is missing.", mend: "TLS needs the certificate and its key.")
        }
        return nil
    }
}
