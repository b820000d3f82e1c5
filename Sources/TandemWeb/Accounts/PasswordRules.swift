import TandemCare

/// Which passwords are good enough (NIST SP 800-63B): long, not among the ones that are guessed first, not one's own name. Any
/// character will do, and no mixture is asked for.
struct PasswordRules: Sendable {
    static let shortest = 10
    static let longest = 256
    /// What must be left of a password besides the person's own name and email.
    private static let mostlyOwn = 6

    private let common: Set<String>

    /// - Parameter common: one a line, lower case; lines with # are comments.
    init(common: String) {
        self.common = Set(common.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
    }

    /// What is wrong with a password, in words for the person; `nil` if nothing is.
    func problem(with password: String, email: String, name: String) -> String? {
        let text = Passwords.normalized(password)
        let count = text.unicodeScalars.count
        if count == 0 { return "Choose a password." }
        if count < Self.shortest {
            return "Use \(Self.shortest) characters or more. Three or four words in a row work well."
        }
        if count > Self.longest { return "Use \(Self.longest) characters or fewer." }
        let folded = text.lowercased()
        if isCommon(folded) || isPattern(folded) {
            return "Many people use this password, so it is guessed first. Choose another one."
        }
        if isOwn(folded, email: email, name: name) {
            return "This is too close to your name or email. Choose another one."
        }
        return nil
    }

    /// On the list, alone or with up to four digits and marks behind it.
    private func isCommon(_ text: String) -> Bool {
        var rest = text[...]
        for _ in 0...4 {
            if common.contains(String(rest)) { return true }
            guard let last = rest.last, !last.isLetter else { return false }
            rest.removeLast()
        }
        return false
    }

    /// One short piece again and again, or a run such as 12345 or abcde all the way.
    private func isPattern(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.map(\.value))
        for length in 1...4 where zip(scalars, scalars.dropFirst(length)).allSatisfy({ $0 == $1 }) { return true }
        let steps = zip(scalars, scalars.dropFirst()).map { Int64($1) - Int64($0) }
        return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
    }

    private func isOwn(_ text: String, email: String, name: String) -> Bool {
        let own = ([Account.key(email: email)] + NameKey.words(email) + NameKey.words(name) + ["tandem"])
            .filter { $0.count >= 3 }.sorted { $0.count > $1.count }
        let rest = own.reduce(text) { $0.replacing($1, with: "") }
        return rest.count < text.count && rest.count < Self.mostlyOwn
    }
}
