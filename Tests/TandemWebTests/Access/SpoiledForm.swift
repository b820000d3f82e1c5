/// Forms as nobody fills them in: for every field something it was not made for.
struct SpoiledForm {
    /// Deterministic, so that a failure can be run again.
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    /// What is typed to break out of a page; it must come back escaped or not at all.
    static let markup = "<script>alert(1)</script>"

    private static let values = [
        "", " ", "\(markup)\"'&", "{{name}} {{{person}}}", "'; DROP TABLE child; --", "\u{0}", "\u{7}\u{1b}[31m", "👩‍👧‍👦🐎",
        "\u{202e}right to left", String(repeating: "long ", count: 4000), "-1", "0", "99999999999999999999", "NaN",
        "1e308",
        "2026-02-30", "9999-12-31", "0000-00-00", "../../etc/passwd", "//evil.example", "http://evil.example/",
        "\r\nSet-Cookie: a=b",
        "01900000-0000-7000-8000-000000000001", "a@b", "a@example.org\nBcc: c@example.org", "true", "contact", "PT",
        "ß", "e\u{301}",
    ]

    /// - Parameter names: the fields that the page has.
    mutating func fields(_ names: [String]) -> [(String, String)] {
        var fields: [(String, String)] = []
        for name in names {
            switch next(6) {
            case 0: continue
            case 1: fields += [(name, value()), (name, value())]
            default: fields.append((name, value()))
            }
        }
        if next(4) == 0 { fields.append((value(), value())) }
        return fields
    }

    private mutating func value() -> String { Self.values[next(Self.values.count)] }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
