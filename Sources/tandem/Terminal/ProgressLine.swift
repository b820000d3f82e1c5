import Foundation

/// The words of a progress bar: `[#####.....] 50%  500 of 1000 rows, 100 a second, 5 s left`.
struct ProgressLine {
    private static let cells = 20

    let unit: String
    let done: Int64
    let total: Int64
    /// How much of `done` was done in the time that `took` says.
    let counted: Int64
    let took: Duration

    /// - Parameter width: columns; one is left free, so that the line does not wrap.
    func text(width: Int) -> String {
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let full = Int(share * Double(Self.cells))
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: Self.cells - full)
        let parts = ["\(done) of \(max(total, done)) \(unit)", rate, left].compactMap(\.self)
        return String("[\(bar)] \(Int(share * 100))%  \(parts.joined(separator: ", "))".prefix(max(0, width - 1)))
    }

    /// What is done in a second; `nil` as long as that is a guess.
    private var perSecond: Double? {
        let seconds = took / .seconds(1)
        return seconds >= 0.2 && counted > 0 ? Double(counted) / seconds : nil
    }

    private var rate: String? { perSecond.map { "\(Int64($0.rounded())) a second" } }

    private var left: String? {
        guard let perSecond, total > done else { return nil }
        let seconds = (Double(total - done) / perSecond).rounded(.up)
        return seconds < 100 ? "\(Int(seconds)) s left" : "\(Int((seconds / 60).rounded(.up))) min left"
    }
}
