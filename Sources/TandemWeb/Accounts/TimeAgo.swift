/// How long ago something was, in round words.
enum TimeAgo {
    static func text(_ duration: Duration) -> String {
        let minutes = max(0, duration.components.seconds) / 60
        if minutes < 1 { return "just now" }
        if minutes < 60 { return count(minutes, "minute") }
        if minutes < 48 * 60 { return count(minutes / 60, "hour") }
        return count(minutes / 60 / 24, "day")
    }

    private static func count(_ number: Int64, _ unit: String) -> String {
        "\(number) \(unit)\(number == 1 ? "" : "s") ago"
    }
}
