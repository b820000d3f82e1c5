import TandemCatalog
import TandemGuide

/// The family's own words cut into pieces, those that led somewhere marked with where to.
struct Quote {
    private struct Piece {
        let range: Range<Int>
        let key: String
        let title: String
    }

    private let bytes: [UInt8]
    private let pieces: [Piece]

    init(text: String, found: Recommendation) {
        bytes = Array(text.utf8)
        let flags = found.flags.flatMap { flag in
            flag.spans.map { Piece(range: $0, key: "flag", title: "A doctor first") }
        }
        let reasons = found.reasons.filter { !$0.lead.isEmpty }.map { reason in
            let key = reason.lead.count > 1 ? "both" : reason.lead[0] == .physical ? "pt" : "ot"
            return Piece(range: reason.span, key: key, title: "Leads to \(Mark.letter(reason.lead))")
        }
        // Red flags first, then the strongest reasons; a piece that overlaps an earlier one is left out.
        var kept: [Piece] = []
        for piece in flags + reasons
        where !piece.range.isEmpty && !kept.contains(where: { $0.range.overlaps(piece.range) }) {
            kept.append(piece)
        }
        pieces = kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    var values: [Page.Values] {
        var values: [Page.Values] = []
        var position = 0
        func plain(to end: Int) {
            if position < end { values.append(["text": text(position..<end)]) }
        }
        for piece in pieces {
            plain(to: piece.range.lowerBound)
            values.append(["text": text(piece.range), "mark": true, piece.key: true, "title": piece.title])
            position = piece.range.upperBound
        }
        plain(to: bytes.count)
        return values
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
