/// How names are found: without accents, case, apostrophes and order. "Núñez-O'Brien" is found by "obri" and by "nunez".
package enum NameKey {
    /// The words of a name, folded.
    package static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark || isApostrophe(scalar) { continue }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            word += folded(scalar)
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Lower case, and for Latin letters the letter under the accent: Unicode names "ñ" LATIN SMALL LETTER N WITH TILDE.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        if let spelled = spelledOut[scalar] { return spelled }
        let name = scalar.properties.name ?? ""
        for prefix in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(prefix) {
            let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
            if letter.count <= 2 { return letter.lowercased() }
        }
        return scalar.properties.lowercaseMapping
    }

    /// Letters that are written with others where they are missing from a keyboard.
    private static let spelledOut: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ı": "i", "ŋ": "ng", "Ŋ": "ng",
    ]

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "`"
    }
}
