import Foundation

/// What the place that is printed to can show.
struct Terminal {
    /// Columns of text; 80 where nobody knows.
    let width: Int
    let hasColor: Bool

    enum Style: String { case bold = "1", teal = "36", plum = "35", red = "1;31", dim = "2" }

    static var current: Terminal {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let columns = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
        let asked = environment["COLUMNS"].flatMap { Int($0) } ?? 0
        let width = columns > 0 ? columns : asked > 0 ? asked : 80
        return Terminal(
            width: min(max(width, 20), 100),
            hasColor: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        )
    }

    func styled(_ text: String, _ style: Style) -> String {
        hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Breaks a text into lines no wider than the terminal; lines after the first are indented as deep as `indent`.
    func wrapped(_ text: String, indent: String = "", first: String? = nil) -> String {
        var lines: [String] = []
        var line = first ?? indent
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
