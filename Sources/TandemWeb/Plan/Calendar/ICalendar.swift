import TandemCare
import TandemCatalog

/// A calendar as programs read it: RFC 5545. Whole-day events, and events in UTC, so that no time zone is needed.
struct ICalendar: Sendable {
    struct Event: Sendable {
        /// Stays the same from fetch to fetch.
        let id: String
        let day: CalendarDate
        /// Of an event with a time; `nil` for a whole day.
        var span: Span?
        let summary: String
        var description = ""
        /// Comes back every week on the same weekday.
        var isWeekly = false
    }

    let name: String
    let events: [Event]
    /// When it was made.
    let stamp: Instant

    var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tandem//Plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(event.id)@tandem", "DTSTAMP:\(Self.moment(stamp))",
                "SUMMARY:\(Self.escaped(event.summary))", "CLASS:PRIVATE",
            ]
            if let span = event.span {
                lines += ["DTSTART:\(Self.moment(span.start))", "DTEND:\(Self.moment(span.end))"]
            } else {
                lines += ["DTSTART;VALUE=DATE:\(Self.compact(event.day))", "TRANSP:TRANSPARENT"]
            }
            if event.isWeekly { lines.append("RRULE:FREQ=WEEKLY") }
            if !event.description.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(event.description))") }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    /// 20261126
    private static func compact(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

    private static func moment(_ instant: Instant) -> String {
        let seconds = instant.microseconds / 1_000_000
        let ofDay = Int(((seconds % 86_400) + 86_400) % 86_400)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return compact(CalendarDate(utc: instant)) + "T" + two(ofDay / 3600) + two(ofDay / 60 % 60) + two(ofDay % 60)
            + "Z"
    }

    /// RFC 5545, 3.3.11.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
    }

    /// Lines of 75 octets at most, never cut inside a character: RFC 5545, 3.1.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let octets = UTF8.width(scalar)
            if length + octets > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += octets
        }
        return folded
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: UnicodeScalar) -> Int { String(scalar).utf8.count }
}
