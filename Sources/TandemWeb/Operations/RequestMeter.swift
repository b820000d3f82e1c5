import Synchronization

/// Counts requests and how long they took, by route as it is written in the program: never by what somebody asked for.
package final class RequestMeter: Sendable {
    /// What is counted apart.
    struct Kind: Hashable, Comparable, Sendable {
        let method: String
        let route: String
        /// `2xx` ...
        let status: String

        static func < (left: Kind, right: Kind) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    /// A histogram: requests by upper bound, with all above the last bound at the end.
    struct Total: Sendable {
        var counts = [Int](repeating: 0, count: RequestMeter.bounds.count + 1)
        var seconds = 0.0

        var count: Int { counts.reduce(0, +) }
    }

    /// Upper bounds, in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private let state = Mutex<[Kind: Total]>([:])

    package init() {}

    var totals: [(kind: Kind, total: Total)] {
        state.withLock { $0.map { (kind: $0.key, total: $0.value) } }.sorted { $0.kind < $1.kind }
    }

    func count(method: String, route: String, status: Int, took: Duration) {
        let seconds = took / .seconds(1)
        let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        let kind = Kind(method: method, route: route, status: "\(status / 100)xx")
        state.withLock { totals in
            totals[kind, default: Total()].counts[place] += 1
            totals[kind, default: Total()].seconds += seconds
        }
    }
}
