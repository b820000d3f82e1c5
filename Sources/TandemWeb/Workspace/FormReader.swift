import TandemCare
import TandemCatalog

/// Reads the fields of a form and gathers what is wrong with them.
struct FormReader {
    let form: FormBody
    var problems = Problems()

    init(_ form: FormBody) { self.form = form }

    /// A text without spaces around it.
    /// - Parameter missing: what to say where it is empty; `nil` where it may be.
    mutating func text(_ field: Field, missing: String? = nil) -> String {
        let text = (form[field.name] ?? "").split(separator: "\r\n", omittingEmptySubsequences: false)
            .joined(separator: "\n").trimmed
        if text.isEmpty, let missing { problems.add(field.name, missing) }
        if text.count > field.most {
            problems.add(field.name, "Write it a little shorter: \(field.most) characters at most.")
        }
        return text
    }

    /// A date of three fields.
    /// - Parameter missing: what to say where all three are empty; `nil` where they may be.
    mutating func date(_ field: Field, missing: String? = nil) -> CalendarDate? {
        let parts = ["month", "day", "year"].map { (form["\(field.name)_\($0)"] ?? "").trimmed }
        if parts.allSatisfy(\.isEmpty) {
            if let missing { problems.add(field.name, missing) }
            return nil
        }
        guard let month = DateText.month(parts[0]), let day = Int(parts[1]), let year = Int(parts[2]),
            let date = CalendarDate(checkingYear: year, month: month, day: day), year >= 1900
        else {
            problems.add(field.name, "Write a date of the calendar, like 5 / 3 / 2019: month, day and year.")
            return nil
        }
        return date
    }

    /// The version of the record that the form was made from.
    var version: Int { form["version"].flatMap { Int($0) } ?? 0 }
}
