/// A line of a file in `Rules/` that the program cannot use.
package struct RuleFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; 0 for the file as a whole.
    package let line: Int
    package let reason: String

    package init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String { "Rules/\(file), line \(line): \(reason)" }
}

/// One block of a file in `Rules/`: lines of a key and a value, two spaces or more between them. An empty line ends a block, `#`
/// begins a comment.
struct RuleBlock {
    private struct Line {
        let number: Int
        let key: String
        let value: String
    }

    private let file: String
    private var lines: [Line] = []

    private init(file: String) { self.file = file }

    /// Every block of a file.
    static func read(_ text: String, file: String) throws(RuleFault) -> [RuleBlock] {
        var blocks: [RuleBlock] = []
        var block = RuleBlock(file: file)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("#") { continue }
            if line.isBlank {
                if !block.lines.isEmpty { blocks.append(block) }
                block = RuleBlock(file: file)
                continue
            }
            guard let gap = line.firstRange(of: "  "), gap.lowerBound != line.startIndex else {
                throw RuleFault(file: file, line: index + 1, reason: "no key and value in '\(line)'")
            }
            let key = String(line[..<gap.lowerBound])
            let value = String(line[gap.upperBound...].drop(while: \.isWhitespace))
            block.lines.append(Line(number: index + 1, key: key, value: value))
        }
        if !block.lines.isEmpty { blocks.append(block) }
        return blocks
    }

    /// The first line's key, which says what kind of block it is.
    var kind: String { lines.first?.key ?? "" }

    /// Where the block begins.
    var line: Int { lines.first?.number ?? 0 }

    /// The value of a key that stands at most once.
    func value(_ key: String) throws(RuleFault) -> String? {
        let found = lines.filter { $0.key == key }
        if found.count > 1 { throw fault("'\(key)' stands twice", line: found[1].number) }
        return found.first?.value
    }

    /// The value of a key that must stand.
    func required(_ key: String) throws(RuleFault) -> String {
        guard let value = try value(key), !value.isEmpty else { throw fault("'\(key)' is missing") }
        return value
    }

    /// Values of a key that may stand several times, with their lines.
    func values(_ key: String) -> [(line: Int, value: String)] {
        lines.filter { $0.key == key }.map { ($0.number, $0.value) }
    }

    /// A list with commas; empty where the key is missing.
    func list(_ key: String) throws(RuleFault) -> [String] { try value(key).map(Self.list) ?? [] }

    /// `value`, read by `parse`; a fault names the line.
    func parsed<Value>(_ key: String, _ parse: (String) -> Value?) throws(RuleFault) -> Value? {
        guard let line = lines.first(where: { $0.key == key }), let text = try value(key) else { return nil }
        guard let value = parse(text) else { throw fault("cannot read '\(text)' as \(key)", line: line.number) }
        return value
    }

    /// The same for a key that must stand.
    func requiredParsed<Value>(_ key: String, _ parse: (String) -> Value?) throws(RuleFault) -> Value {
        guard let value = try parsed(key, parse) else { throw fault("'\(key)' is missing") }
        return value
    }

    /// - Throws: for a key that the block should not have.
    func allow(_ keys: Set<String>) throws(RuleFault) {
        for line in lines where !keys.contains(line.key) {
            throw fault("nobody knows '\(line.key)'", line: line.number)
        }
    }

    func fault(_ reason: String, line: Int? = nil) -> RuleFault {
        RuleFault(file: file, line: line ?? self.line, reason: reason)
    }

    static func list(_ text: String) -> [String] { split(text, at: ",") }

    static func split(_ text: String, at separator: Character) -> [String] {
        text.split(separator: separator).map { part in
            let front = part.drop(while: \.isWhitespace)
            return String(String(front.reversed().drop(while: \.isWhitespace)).reversed())
        }
    }

    /// `3.66 to 5.83`, or one number for both ends; `nil` where it runs backward.
    static func range(_ text: String) -> ClosedRange<Double>? {
        let ends = text.split(separator: " ").filter { $0 != "to" }.map { Double($0) }
        guard let first = ends.first, let low = first, let last = ends.last, let high = last, ends.count <= 2,
            low.isFinite, high.isFinite, low <= high
        else { return nil }
        return low...high
    }
}
