import Foundation
import TandemAssets
import TandemCatalog
import TandemGuide

/// Times the engine in this process on texts from standard input, one a line, and prints figures as JSON: answers a second on
/// one core (by the clock and by processor time), latency, and a bare pass over the same bytes in the same run to hold them against.
@main
struct Bench {
    static func main() async throws {
        let started = ContinuousClock.now
        let guide = Guide(
            try await Catalog.loadConcurrently(
                Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }
            )
        )
        let loaded = ContinuousClock.now - started
        var texts: [String] = []
        while let line = readLine() { texts.append(line) }
        let today = CalendarDate(year: 2026, month: 11, day: 23)
        let questions = texts.map { GuideQuestion(text: $0, today: today) }
        for question in questions { _ = try? guide.answer(question) }

        var times: [Double] = []
        let begin = ContinuousClock.now
        let used = processorSeconds
        while ContinuousClock.now - begin < .seconds(5) {
            for question in questions {
                let start = ContinuousClock.now
                _ = try? guide.answer(question)
                times.append((ContinuousClock.now - start).microseconds)
            }
        }
        let seconds = (ContinuousClock.now - begin).microseconds / 1e6
        let worked = processorSeconds - used
        times.sort()
        let bare = barePass(texts)
        let figures: [String: Double] = [
            "answers_per_second": Double(times.count) / seconds,
            "answers_per_processor_second": Double(times.count) / worked,
            "p50_microseconds": times[times.count / 2],
            "p99_microseconds": times[times.count * 99 / 100],
            "bare_pass_microseconds": bare,
            "ratio_to_bare_pass": (seconds * 1e6 / Double(times.count)) / bare,
            "load_milliseconds": loaded.microseconds / 1000,
            "texts": Double(texts.count),
        ]
        print(
            String(decoding: try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys]), as: UTF8.self)
        )
    }

    /// Time that this process has spent on a processor: what it needs, whatever else the machine is busy with.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Splitting a text into lower-case words and counting them in a dictionary: the least that any reader of text does.
    private static func barePass(_ texts: [String]) -> Double {
        var total = 0
        let begin = ContinuousClock.now
        var rounds = 0
        while ContinuousClock.now - begin < .seconds(1) {
            for text in texts {
                var counts: [Substring: Int] = [:]
                for word in text.split(separator: " ") { counts[word, default: 0] += 1 }
                total &+= counts.count
            }
            rounds += texts.count
        }
        return total == 0 ? 0 : (ContinuousClock.now - begin).microseconds / Double(rounds)
    }
}

extension Duration {
    fileprivate var microseconds: Double { Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12 }
}
