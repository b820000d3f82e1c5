import TandemCare
import TandemCatalog

/// A therapist's hours as a form: two blocks a day, and days off one a line.
enum HoursForm {
    /// Blocks of one day that the form offers.
    static let blocks = 2
    static let off = Field(
        name: "off",
        label: "Days off",
        kind: .text,
        hint: "One a line, as month/day/year: 12/24/2026, or 12/24/2026 to 1/2/2027.",
        isOptional: true,
        most: 2000
    )

    static func filled(_ hours: WorkingHours?, version: Int) -> FormBody {
        var fields = [("version", "\(version)")]
        for weekday in 0...6 {
            let all = (hours?.blocks ?? []).filter { $0.weekday == weekday }
            for (index, block) in all.prefix(blocks).enumerated() {
                fields += [
                    (name("from", weekday, index), block.from.description),
                    (name("to", weekday, index), block.to.description),
                ]
            }
        }
        let off = (hours?.daysOff ?? []).map { days in
            let from = plain(days.from)
            return days.from == days.through ? from : "\(from) to \(plain(days.through))"
        }
        return FormBody(fields: fields + [("off", off.joined(separator: "\n"))])
    }

    static func values(_ typed: FormBody, _ problems: Problems) -> [Page.Values] {
        (0...6).map { weekday in
            var values: Page.Values = [
                "day": TimeText.weekday(weekday), "id": "day_\(weekday)",
                "blocks": (0..<blocks).map { index in
                    [
                        "from_name": name("from", weekday, index), "to_name": name("to", weekday, index),
                        "from": typed[name("from", weekday, index)] ?? "",
                        "to": typed[name("to", weekday, index)] ?? "",
                        "label": "\(TimeText.weekday(weekday)), \(index == 0 ? "first" : "second") block",
                    ] as Page.Values
                },
            ]
            values["error"] = problems["day_\(weekday)"]
            return values
        }
    }

    static func read(_ reader: inout FormReader) -> (blocks: [WorkingHours.Block], off: [WorkingHours.DaysOff]) {
        var found: [WorkingHours.Block] = []
        for weekday in 0...6 {
            for index in 0..<blocks {
                let from = (reader.form[name("from", weekday, index)] ?? "").trimmed
                let to = (reader.form[name("to", weekday, index)] ?? "").trimmed
                guard !from.isEmpty || !to.isEmpty else { continue }
                guard let start = TimeOfDay(String(from.prefix(5))), let end = TimeOfDay(String(to.prefix(5))) else {
                    reader.problems.add("day_\(weekday)", "Write both times, like 08:00 and 12:00.")
                    continue
                }
                found.append(.init(weekday: weekday, from: start, to: end))
            }
        }
        return (found, daysOff(&reader))
    }

    private static func daysOff(_ reader: inout FormReader) -> [WorkingHours.DaysOff] {
        let lines = reader.text(off).split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        if lines.count > WorkingHours.mostDaysOff {
            reader.problems.add("off", "There is room for \(WorkingHours.mostDaysOff) lines. Take out old ones.")
        }
        return lines.compactMap { line in
            let ends = line.split(separator: "to").map { String($0).trimmed }.compactMap(day)
            guard let from = ends.first, let through = ends.last,
                ends.count == line.split(separator: "to").count, ends.count <= 2
            else {
                reader.problems.add("off", "Write each line as 12/24/2026, or 12/24/2026 to 1/2/2027.")
                return nil
            }
            return .init(from: from, through: through)
        }
    }

    private static func day(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "/").compactMap { Int($0.trimmed) }
        guard parts.count == 3, parts[2] >= 2000 else { return nil }
        return CalendarDate(checkingYear: parts[2], month: parts[0], day: parts[1])
    }

    private static func plain(_ day: CalendarDate) -> String { "\(day.month)/\(day.day)/\(day.year)" }

    private static func name(_ end: String, _ weekday: Int, _ index: Int) -> String { "\(end)_\(weekday)_\(index)" }
}
