import TandemCatalog

/// The fields of a posted form, in order; a name may come more than once.
struct FormBody: Sendable {
    let fields: [(name: String, value: String)]

    /// Reads `application/x-www-form-urlencoded`. What is not valid UTF-8 or not a valid escape is repaired, never refused.
    init(_ text: String) {
        fields = text.split(separator: "&").prefix(Self.mostFields).map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    init(fields: [(name: String, value: String)]) { self.fields = fields }

    /// A day as a field of the kind `date` holds it: month, day, year.
    static func day(_ name: String, _ date: CalendarDate) -> [(String, String)] {
        [("\(name)_month", "\(date.month)"), ("\(name)_day", "\(date.day)"), ("\(name)_year", "\(date.year)")]
    }

    private static let mostFields = 2000

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    private static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(32)
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        // U+0000 means nothing to a person, and PostgreSQL cannot keep it.
        return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    }
}
