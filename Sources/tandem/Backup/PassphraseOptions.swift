import ArgumentParser
import Foundation

/// Where the passphrase of a backup comes from: a file, the setting, or whoever sits at the terminal. Never an argument: every user
/// of the machine could read it.
struct PassphraseOptions: ParsableArguments {
    private static let shortest = 12

    @Option(help: "A file whose first line is the passphrase; else TANDEM_BACKUP_PASSPHRASE, else you are asked.")
    var passphraseFile: String?

    /// For a backup that is made now.
    func new(_ settings: Settings) throws -> String {
        let passphrase = try given(settings) ?? ask("Passphrase for the backup: ")
        guard passphrase.count >= Self.shortest else {
            throw ValidationError(
                "The passphrase needs \(Self.shortest) characters or more; five words in a row are good."
            )
        }
        if try given(settings) == nil, try ask("The same again: ") != passphrase {
            throw ValidationError("The two passphrases differ. Nothing was written.")
        }
        return passphrase
    }

    /// For a backup that is there.
    func known(_ settings: Settings) throws -> String { try given(settings) ?? ask("Passphrase of the backup: ") }

    private func given(_ settings: Settings) throws -> String? {
        guard let passphraseFile else { return settings.backupPassphrase }
        guard let text = try? String(contentsOfFile: passphraseFile, encoding: .utf8) else {
            throw FileFailure(path: passphraseFile, doing: "read")
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).first.map {
            $0.trimmingCharacters(in: ["\r"])
        }
    }

    private func ask(_ prompt: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1, let answer = getpass(prompt) else {
            throw ValidationError("There is no passphrase. Set TANDEM_BACKUP_PASSPHRASE or give --passphrase-file.")
        }
        return String(cString: answer)
    }
}
