import Hummingbird
import HTTPTypes

/// What those who run the server ask it: does it live, can it work, how much does it do.
package struct Operations: Sendable {
    /// Counts every request.
    package let meter: RequestMeter
    private let metricsToken: String?
    private let trustsProxy: Bool
    private let problems: @Sendable () async -> [String]
    private let gauges: @Sendable () async -> [Gauge]

    /// - Parameters:
    ///   - metricsToken: who sends it may read the metrics from anywhere; others only from this machine.
    ///   - trustsProxy: a proxy stands in front, so that every request seems to come from it.
    ///   - problems: what keeps the server from working now, in words without values; none where it can work.
    ///   - gauges: what else is measured, at the moment of asking.
    package init(
        metricsToken: String?,
        trustsProxy: Bool,
        problems: @escaping @Sendable () async -> [String],
        gauges: @escaping @Sendable () async -> [Gauge]
    ) {
        meter = RequestMeter()
        self.metricsToken = metricsToken
        self.trustsProxy = trustsProxy
        self.problems = problems
        self.gauges = gauges
    }

    func addRoutes(to router: Router<TandemContext>) {
        router.get(RouterPath(Address.ready.path)) { _, _ in await readiness() }
        router.get(RouterPath(Address.metrics.path)) { request, context in
            guard mayReadMetrics(request, context) else { throw Failure.notFound }
            let text = await PrometheusText(requests: meter.totals, gauges: gauges()).text
            return plain(text, type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private func readiness() async -> Response {
        let problems = await problems()
        guard !problems.isEmpty else { return plain("ready\n") }
        return plain(problems.map { "not ready: \($0)\n" }.joined(), status: .serviceUnavailable)
    }

    private func mayReadMetrics(_ request: Request, _ context: TandemContext) -> Bool {
        if let metricsToken, let sent = request.headers[.authorization] {
            return sent.isSame(as: "Bearer \(metricsToken)")
        }
        guard !trustsProxy, Self.proxyFields.allSatisfy({ request.headers[$0] == nil }) else { return false }
        let address = context.remoteAddress?.ipAddress ?? ""
        return address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }

    /// With one of these a request comes through a proxy, whoever sent it.
    private static let proxyFields = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"].compactMap {
        HTTPField.Name($0)
    }

    private func plain(
        _ text: String,
        status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
