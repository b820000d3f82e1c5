import Yams

/// One mapping of a YAML file, read field by field. A field that is missing, misspelled or of the wrong shape becomes a
/// diagnostic with its line and an empty value, so that one pass finds every problem of a file.
final class Record {
    let file: String
    let line: Int
    private let fields: [String: Node]
    private var unread: Set<String>
    private let report: (Diagnostic) -> Void

    init(_ node: Node, file: String, report: @escaping (Diagnostic) -> Void) {
        self.file = file
        self.line = node.mark?.line ?? 1
        self.report = report
        var fields: [String: Node] = [:]
        if case .mapping(let mapping) = node {
            for (key, value) in mapping {
                guard let name = key.string else { continue }
                if fields.updateValue(value, forKey: name) != nil {
                    report(Diagnostic(file: file, line: key.mark?.line ?? line, message: "'\(name)' stands twice"))
                }
            }
        } else {
            report(Diagnostic(file: file, line: line, message: "expected fields (name: value) here"))
        }
        self.fields = fields
        self.unread = Set(fields.keys)
    }

    func fail(_ message: String, at node: Node? = nil) {
        report(Diagnostic(file: file, line: node?.mark?.line ?? line, message: message))
    }

    /// Reports fields that nothing asked for: most often a misspelled name.
    func finish() {
        for name in unread.sorted() { fail("unknown field '\(name)'", at: fields[name]) }
    }

    func has(_ name: String) -> Bool { fields[name] != nil }

    func text(_ name: String) -> String {
        guard let value = optionalText(name) else {
            if fields[name] == nil { fail("'\(name)' is missing") }
            return ""
        }
        if value.trimmed.isEmpty { fail("'\(name)' is empty", at: fields[name]) }
        return value.trimmed
    }

    func optionalText(_ name: String) -> String? {
        guard let node = take(name) else { return nil }
        guard case .scalar(let scalar) = node else {
            fail("'\(name)' should be one text", at: node)
            return nil
        }
        return scalar.string
    }

    func number(_ name: String) -> Double? {
        guard let text = optionalText(name) else { return nil }
        guard let value = Double(text.trimmed) else {
            fail("'\(name)' should be a number, not '\(text)'", at: fields[name])
            return nil
        }
        return value
    }

    /// A list of texts; one text alone counts as a list of one; a missing field is an empty list.
    func texts(_ name: String) -> [(text: String, line: Int)] {
        guard let node = take(name) else { return [] }
        return texts(of: node, name)
    }

    func textLists(_ name: String) -> [[(text: String, line: Int)]] {
        guard let node = take(name) else { return [] }
        guard case .sequence(let items) = node else {
            fail("'\(name)' should be a list of lists", at: node)
            return []
        }
        return items.map { texts(of: $0, name) }
    }

    func records(_ name: String) -> [Record] {
        guard let node = take(name) else { return [] }
        guard case .sequence(let items) = node else {
            fail("'\(name)' should be a list", at: node)
            return []
        }
        return items.map { Record($0, file: file, report: report) }
    }

    func record(_ name: String) -> Record? {
        take(name).map { Record($0, file: file, report: report) }
    }

    /// The names of all fields, in order of the alphabet.
    var names: [String] { fields.keys.sorted() }

    private func take(_ name: String) -> Node? {
        unread.remove(name)
        return fields[name]
    }

    private func texts(of node: Node, _ name: String) -> [(text: String, line: Int)] {
        switch node {
        case .scalar(let scalar):
            return scalar.string.isEmpty ? [] : [(scalar.string.trimmed, scalar.mark?.line ?? line)]
        case .sequence(let items):
            return items.compactMap { item in
                if case .scalar(let scalar) = item {
                    let text = scalar.string.trimmed
                    if !text.isEmpty { return (text, scalar.mark?.line ?? line) }
                }
                fail("'\(name)' should list texts", at: item)
                return nil
            }
        default:
            fail("'\(name)' should be a list of texts", at: node)
            return []
        }
    }
}
