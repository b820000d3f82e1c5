/// The name of a person as a form takes it: any script, accents, apostrophes; one line.
enum PersonName {
    private static let longest = 200

    /// Without spaces around it, and on one line.
    static func tidied(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    }

    /// What is wrong with a tidied name, in words for the person; `nil` if nothing is.
    static func problem(with name: String) -> String? {
        if name.isEmpty { return "Write your name." }
        if name.count > longest { return "Use \(longest) characters or fewer for your name." }
        let hasControl = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return hasControl ? "Your name holds a character that cannot be kept. Type it again." : nil
    }
}
