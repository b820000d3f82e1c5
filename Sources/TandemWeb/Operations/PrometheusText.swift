/// The figures in the text format that Prometheus reads (version 0.0.4).
struct PrometheusText: Sendable {
    let requests: [(kind: RequestMeter.Kind, total: RequestMeter.Total)]
    let gauges: [Gauge]

    var text: String { (gaugeLines + requestLines).map { $0 + "\n" }.joined() }

    private var gaugeLines: [String] {
        var lines: [String] = []
        var last = ""
        for gauge in gauges {
            if gauge.name != last { lines += head(gauge.name, gauge.help, gauge.kind.rawValue) }
            last = gauge.name
            lines.append("\(gauge.name)\(labels(gauge.labels.sorted { $0.key < $1.key })) \(number(gauge.value))")
        }
        return lines
    }

    private var requestLines: [String] {
        let name = "tandem_http_request_duration_seconds"
        var lines = head(name, "How long requests took, by route and class of status.", "histogram")
        for (kind, total) in requests {
            let own = [("method", kind.method), ("route", kind.route), ("status", kind.status)]
            var sum = 0
            for (bound, count) in zip(RequestMeter.bounds.map(number) + ["+Inf"], total.counts) {
                sum += count
                lines.append("\(name)_bucket\(labels(own + [("le", bound)])) \(sum)")
            }
            lines.append("\(name)_sum\(labels(own)) \(number(total.seconds))")
            lines.append("\(name)_count\(labels(own)) \(total.count)")
        }
        return lines
    }

    private func head(_ name: String, _ help: String, _ type: String) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
    }

    private func labels(_ labels: [(key: String, value: String)]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.key)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private func number(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
