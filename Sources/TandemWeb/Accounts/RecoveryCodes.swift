import TandemCare

/// Ten codes for the day the telephone is lost; each works once. 60 bits each, in letters that are not taken for another.
enum RecoveryCodes {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func make(_ effects: Effects) -> [String] {
        (0..<10).map { _ in
            let letters = effects.random(12).map { alphabet[Int($0 & 31)] }
            return [0, 4, 8].map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
        }
    }

    /// As it was shown, however it was typed: case, spaces and dashes do not count, O is 0, I and L are 1.
    static func normalized(_ typed: String) -> String {
        let letters = typed.uppercased().compactMap { character -> Character? in
            switch character {
            case "O": "0"
            case "I", "L": "1"
            default: alphabet.contains(character) ? character : nil
            }
        }
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }
}
