import Foundation
import TandemCare
import TandemStore

/// A report on the trail in plain words.
struct AuditReportText {
    let report: AuditReport

    var text: String { (verdict + damage + gaps + noted).joined(separator: "\n") }

    private var verdict: [String] {
        let counted = "\(count(report.lines, "line")) in \(count(Int64(report.chains), "chain"))"
        let verdict = report.damage.isEmpty ? "The audit trail is sound" : "The audit trail is DAMAGED"
        return ["\(verdict): \(counted)."] + (report.head.isEmpty ? [] : ["Newest hash: \(report.head)"])
    }

    private var damage: [String] {
        report.damage.map { damage in
            let place =
                switch damage.lines {
                case nil: "chain \(damage.chain)"
                case let lines? where lines.count == 1: "chain \(damage.chain), line \(lines.lowerBound)"
                case let lines?: "chain \(damage.chain), lines \(lines.lowerBound) to \(lines.upperBound)"
                }
            return "  damage  \(place): \(damage.kind.rawValue)"
        }
    }

    private var gaps: [String] {
        report.gaps.map { gap in
            let date = Date(timeIntervalSince1970: gap.seenAt.seconds).formatted(.iso8601)
            let marked = gap.isMarked ? "marked" : "not marked yet: a server marks it when it runs"
            return "  gap     chain \(gap.chain): its program ended without a word after \(date) (\(marked))"
        }
    }

    private var noted: [String] {
        switch report.hasNotedHash {
        case nil: []
        case true?: ["The noted hash is there: nothing up to it was written anew."]
        case false?:
            ["  damage  the noted hash is NOT in the trail: what was written before it was taken away or written anew."]
        }
    }

    private func count(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
}
