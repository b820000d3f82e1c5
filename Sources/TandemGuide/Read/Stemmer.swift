/// Folds the forms of an English word into one stem: puts, putting, put -> put; wobbles, wobbled -> wobbl.
///
/// A light stemmer, weaker than Porter's on purpose: it leaves `walker` apart from `walk`. The stem need not be a word; it
/// only has to be the same for a word's forms, because phrases and texts pass through the same rules.
enum Stemmer {
    /// Shortens lower-case ASCII bytes in place.
    static func stem(_ word: inout ContiguousArray<UInt8>) {
        foldEnding(&word)
        if word.count >= 4, word.last == e { word.removeLast() }
        if word.count >= 3, word.last == i { word[word.count - 1] = y }
    }

    static func stem(_ word: String) -> String {
        var bytes = ContiguousArray(word.utf8)
        stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func foldEnding(_ word: inout ContiguousArray<UInt8>) {
        if word.count > 6, word.ends("ness") { word.removeLast(4) }
        foldPlural(&word)
        if word.count >= 5, word.ends("ing"), word.hasVowel(before: word.count - 3) {
            word.removeLast(3)
            undouble(&word)
        } else if word.count >= 5, word.ends("ied") {
            word.removeLast(2)
        } else if word.count >= 5, word.ends("ed"), word.hasVowel(before: word.count - 2) {
            word.removeLast(2)
            undouble(&word)
        }
        if word.count >= 6, word.ends("ly") { word.removeLast(2) }
    }

    private static func foldPlural(_ word: inout ContiguousArray<UInt8>) {
        guard word.count >= 4, word.last == s else { return }
        if word.ends("ies") {
            word.removeLast(2)
        } else if word.ends("sses") || word.ends("xes") || word.ends("ches") || word.ends("shes") || word.ends("zzes") {
            word.removeLast(2)
        } else if !word.ends("ss") && !word.ends("us") && !word.ends("is") {
            word.removeLast()
        }
    }

    /// `runn` -> `run`, but `fall`, `press`, `buzz` stay.
    private static func undouble(_ word: inout ContiguousArray<UInt8>) {
        guard word.count >= 3, let last = word.last, last == word[word.count - 2] else { return }
        if "bdgmnprt".utf8.contains(last) { word.removeLast() }
    }

    private static let e = UInt8(ascii: "e")
    private static let i = UInt8(ascii: "i")
    private static let s = UInt8(ascii: "s")
    private static let y = UInt8(ascii: "y")
}

extension ContiguousArray<UInt8> {
    fileprivate func ends(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard count >= length else { return false }
        let start = count - length
        for offset in 0..<length where self[start + offset] != suffix.utf8Start[offset] { return false }
        return true
    }

    fileprivate func hasVowel(before end: Int) -> Bool {
        self[..<end].contains { byte in
            switch byte {
            case 97, 101, 105, 111, 117, 121: true
            default: false
            }
        }
    }
}
