/// Something in a catalog file that a person can mend: where it is and what does not fit.
package struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { "\(file):\(line): \(message)" }
}

/// A catalog that cannot be used: every problem found, in order of files and lines.
package struct BrokenCatalog: Error, CustomStringConvertible {
    package let diagnostics: [Diagnostic]

    package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
