/// The little Markdown that our articles use: headings, paragraphs, lists, bold, italic, links. Everything is escaped; HTML
/// in an article shows as text.
enum Markdown {
    static func html(_ text: String) -> String {
        var html = ""
        for block in blocks(text) {
            if let heading = heading(block[0]) {
                html += heading
            } else if block.allSatisfy({ $0.hasPrefix("- ") }) {
                html += list(block.map { $0.dropFirst(2) }, "ul")
            } else if block.allSatisfy({ number($0) != nil }) {
                html += list(block.compactMap(number), "ol")
            } else {
                html += "<p>\(inline(block.joined(separator: " ")))</p>\n"
            }
        }
        return html
    }

    /// Runs of lines that belong together: parted by empty lines, around headings, and where a list begins or ends.
    private static func blocks(_ text: String) -> [[Substring]] {
        var blocks: [[Substring]] = []
        var block: [Substring] = []
        func kind(_ line: Substring) -> Int {
            line.hasPrefix("- ") ? 1 : number(line) != nil ? 2 : line.hasPrefix("#") ? 3 : 0
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isBreak = line.allSatisfy(\.isWhitespace)
            if let last = block.last, isBreak || kind(line) != kind(last) || kind(line) == 3 {
                blocks.append(block)
                block = []
            }
            if !isBreak { block.append(line) }
        }
        return block.isEmpty ? blocks : blocks + [block]
    }

    private static func heading(_ line: Substring) -> String? {
        if line.hasPrefix("### ") { return "<h3>\(inline(String(line.dropFirst(4))))</h3>\n" }
        return line.hasPrefix("## ") ? "<h2>\(inline(String(line.dropFirst(3))))</h2>\n" : nil
    }

    /// What follows "1. ".
    private static func number(_ line: Substring) -> Substring? {
        let digits = line.prefix(while: \.isNumber)
        guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return line.dropFirst(digits.count + 2)
    }

    private static func list(_ items: [Substring], _ tag: String) -> String {
        "<\(tag)>\n" + items.map { "<li>\(inline(String($0)))</li>\n" }.joined() + "</\(tag)>\n"
    }

    private static func inline(_ text: String) -> String {
        var html = escape(text)
        html = wrap(html, "**", "strong")
        html = wrap(html, "*", "em")
        return html.replacing(/\[([^\]]+)\]\((https:\/\/[^)\s"]+|\/[^)\s"]*)\)/) { match in
            let isOuter = match.output.2.hasPrefix("https:")
            return "<a href=\"\(match.output.2)\"\(isOuter ? " rel=\"noreferrer\"" : "")>\(match.output.1)</a>"
        }
    }

    private static func wrap(_ text: String, _ mark: String, _ tag: String) -> String {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count > 2 else { return text }
        var html = ""
        for (index, part) in parts.enumerated() {
            if index > 0 {
                html +=
                    index < parts.count - 1 || parts.count % 2 == 1 ? (index % 2 == 1 ? "<\(tag)>" : "</\(tag)>") : mark
            }
            html += part
        }
        return html
    }

    private static func escape(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
