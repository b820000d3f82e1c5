package import TandemCare

extension AuditLine {
    /// The line as `RecordJSON` writes it, by hand: a line is written for every look, and an encoder takes ten times as long.
    package func json() throws -> String {
        var text = "{"
        func add(_ name: String, _ value: String?) {
            guard let value else { return }
            text += text.utf8.count == 1 ? "\"" : ",\""
            text += name
            text += "\":\""
            text += value
            text += "\""
        }
        add("account", account?.text)
        text += text.utf8.count == 1 ? "\"at\":" : ",\"at\":"
        text += String(at.microseconds)
        add("child", child?.text)
        for (name, value) in [("ground", ground), ("kind", kind)] {
            guard value.isPlain else { return try RecordJSON.encode(self) }
            add(name, value)
        }
        add("practice", practice?.text)
        guard subject.isPlain else { return try RecordJSON.encode(self) }
        add("subject", subject)
        add("verb", verb.rawValue)
        text += "}"
        return text
    }
}

extension String {
    /// Stands in JSON as it is: ASCII without quotes, backslashes and control characters.
    fileprivate var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c } }
}
