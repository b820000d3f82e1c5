/// Cuts a text into words, sentences and clauses.
///
/// Works on UTF-8: letters of ASCII and accented Latin letters make words (é counts as e), digits make numbers, everything
/// else separates. Nothing in a text can make it fail.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var tokens: [Token] = []
    private var word = ContiguousArray<UInt8>()
    private var sentence: Int32 = 0
    private var clause: Int32 = 0
    private var followsComma = false
    private var wordsInSentence = 0

    static func tokens(of text: String, _ lexicon: Lexicon) -> [Token] {
        var text = text
        return text.withUTF8 { bytes in
            var tokenizer = Tokenizer(bytes: bytes)
            tokenizer.run(lexicon)
            return tokenizer.tokens
        }
    }

    /// The words alone, lower-case, without apostrophes and without the s of "Maya's".
    static func eachWord(of text: String, _ body: (ContiguousArray<UInt8>) -> Void) {
        var text = text
        var word = ContiguousArray<UInt8>()
        text.withUTF8 { bytes in
            var position = 0
            while position < bytes.count {
                word.removeAll(keepingCapacity: true)
                while position < bytes.count, isWordByte(bytes[position]) {
                    if bytes[position] != UInt8(ascii: "'") { word.append(bytes[position] | 0x20) }
                    position += 1
                }
                let isOwner = word.last == UInt8(ascii: "s") && bytes[..<position].suffix(2).elementsEqual("'s".utf8)
                if isOwner { word.removeLast() }
                if !word.isEmpty { body(word) }
                position += 1
            }
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte == UInt8(ascii: "'")
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        tokens.reserveCapacity(bytes.count / 4 + 4)
    }

    private mutating func run(_ lexicon: Lexicon) {
        var position = 0
        while position < bytes.count {
            if Self.isDigit(bytes[position]) {
                position = number(from: position, lexicon)
            } else if letter(at: position) != nil {
                position = word(from: position, lexicon)
            } else {
                position = separator(at: position)
            }
        }
    }

    private mutating func number(from start: Int, _ lexicon: Lexicon) -> Int {
        var end = start
        var value = 0.0
        while end < bytes.count, Self.isDigit(bytes[end]) {
            value = min(value * 10 + Double(bytes[end] - 48), 1e9)
            end += 1
        }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), Self.isDigit(bytes[end + 1]) {
            var scale = 0.1
            end += 1
            while end < bytes.count, Self.isDigit(bytes[end]) {
                value += Double(bytes[end] - 48) * scale
                scale /= 10
                end += 1
            }
        }
        // "10 seconds" is "ten seconds".
        append(lexicon.number(NumberWords.name(of: value)), start, end, number: value)
        return end + ordinalEnding(at: end)
    }

    /// The length of the "th" of "4th"; no word of its own.
    private func ordinalEnding(at start: Int) -> Int {
        guard start + 1 < bytes.count, start + 2 == bytes.count || letter(at: start + 2) == nil else { return 0 }
        let ending = bytes[start..<start + 2].lazy.map { $0 | 0x20 }
        return Self.ordinalEndings.contains { ending.elementsEqual($0.utf8) } ? 2 : 0
    }

    private static let ordinalEndings = ["st", "nd", "rd", "th"]

    /// Reads a word and its hash in one go: only a word that the catalog does not spell this way is looked at letter by letter.
    private mutating func word(from start: Int, _ lexicon: Lexicon) -> Int {
        var hash = WordHash.fnvBasis
        var end = start
        while end < bytes.count {
            if let letter = letter(at: end) {
                hash.add(letter.byte)
                end += letter.length
            } else if let length = apostrophe(at: end), end + length < bytes.count, self.letter(at: end + length) != nil
            {
                end += length
                if let tail = contraction(after: end) {
                    append(look(up: hash, start..<end, lexicon), start, end + tail)
                    return end + tail
                }
            } else {
                break
            }
        }
        append(look(up: hash, start..<end, lexicon), start, end)
        return end
    }

    private mutating func look(up hash: WordHash, _ range: Range<Int>, _ lexicon: Lexicon) -> Lexicon.Word {
        if let found = lexicon.settled(hash) { return found }
        word.removeAll(keepingCapacity: true)
        var position = range.lowerBound
        while position < range.upperBound {
            let letter = letter(at: position)
            if let letter { word.append(letter.byte) }
            position += letter?.length ?? 1
        }
        let isCapital = bytes[range.lowerBound] >= 65 && bytes[range.lowerBound] <= 90
        let mayBeName = isCapital && wordsInSentence > 0
        return lexicon.look(up: &word, mayCorrect: !mayBeName)
    }

    /// The length of what follows an apostrophe and says nothing: "she's", "Maya's", "he'd", "they'll", "I've". The `t` of
    /// "can't" belongs to its word.
    private func contraction(after position: Int) -> Int? {
        var end = position
        while end < bytes.count, letter(at: end) != nil, end - position < 3 { end += 1 }
        let tail = bytes[position..<end].lazy.map { $0 | 0x20 }
        return Self.tails.contains { tail.elementsEqual($0.utf8) } ? end - position : nil
    }

    private static let tails = ["s", "d", "m", "ll", "ve", "re"]

    private mutating func append(_ word: Lexicon.Word, _ start: Int, _ end: Int, number: Double? = nil) {
        tokens.append(
            Token(
                start: Int32(start),
                end: Int32(end),
                kind: word.kind,
                stem: word.stem,
                atom: word.atom,
                compound: nil,
                opens: word.opens,
                isKnown: word.isKnown,
                sentence: sentence,
                clause: clause,
                followsComma: followsComma,
                number: number ?? word.number
            )
        )
        followsComma = false
        wordsInSentence += 1
    }

    private mutating func separator(at position: Int) -> Int {
        switch bytes[position] {
        case UInt8(ascii: "?") where wordsInSentence <= 3 && wordsInSentence > 0:
            // "Socks? I put them on her": what follows is about the thing asked in a word or two.
            followsComma = true
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 10, 13:
            sentence += 1
            clause += 1
            wordsInSentence = 0
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
            clause += 1
        case UInt8(ascii: ","):
            followsComma = true
        case 0xE2 where isDash(at: position):
            clause += 1
        case UInt8(ascii: "-") where isSpacedDash(at: position):
            clause += 1
        default:
            break
        }
        return position + Self.length(of: bytes[position])
    }

    private func isDash(at position: Int) -> Bool {
        position + 2 < bytes.count && bytes[position + 1] == 0x80
            && (bytes[position + 2] == 0x93 || bytes[position + 2] == 0x94)
    }

    private func isSpacedDash(at position: Int) -> Bool {
        position > 0 && position + 1 < bytes.count && bytes[position - 1] == 32 && bytes[position + 1] != 32
            ? false : position > 0 && bytes[position - 1] == 32
    }

    /// The lower-case ASCII letter at a position, accents folded, and its length in bytes.
    private func letter(at position: Int) -> (byte: UInt8, length: Int)? {
        let byte = bytes[position]
        if byte >= 97 && byte <= 122 { return (byte, 1) }
        if byte >= 65 && byte <= 90 { return (byte | 0x20, 1) }
        guard byte == 0xC3, position + 1 < bytes.count else { return nil }
        return Self.folded(bytes[position + 1]).map { ($0, 2) }
    }

    /// U+00C0 to U+00FF by their second byte: à -> a, É -> e.
    private static func folded(_ second: UInt8) -> UInt8? {
        let table: StaticString = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
        guard second >= 0x80, second <= 0xBF else { return nil }
        let letter = table.utf8Start[Int(second - 0x80)]
        return letter == UInt8(ascii: "-") ? nil : letter
    }

    private func apostrophe(at position: Int) -> Int? {
        if bytes[position] == UInt8(ascii: "'") || bytes[position] == UInt8(ascii: "`") { return 1 }
        guard position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80 else { return nil }
        return bytes[position + 2] == 0x99 || bytes[position + 2] == 0x98 ? 3 : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func length(of lead: UInt8) -> Int {
        switch lead {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF7: 4
        default: 1
        }
    }
}
