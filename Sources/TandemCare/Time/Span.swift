/// A stretch of time, its end not in it.
package struct Span: Sendable, Hashable, Codable, Comparable {
    package let start: Instant
    package let end: Instant

    package init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = max(start, end)
    }

    package init(_ start: Instant, minutes: Int) { self.init(start, start + .minutes(minutes)) }

    package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    package func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Whole minutes.
    package var minutes: Int { Int((end - start).components.seconds / 60) }

    package static func < (left: Span, right: Span) -> Bool { (left.start, left.end) < (right.start, right.end) }
}

/// Time that is free: stretches in order that do not touch.
package struct FreeTime: Sendable, Hashable {
    package let spans: [Span]

    /// The stretches may overlap and come in any order.
    package init(_ spans: [Span]) {
        var joined: [Span] = []
        for span in spans.sorted() where span.start < span.end {
            if let last = joined.last, span.start <= last.end {
                joined[joined.count - 1] = Span(last.start, max(last.end, span.end))
            } else {
                joined.append(span)
            }
        }
        self.spans = joined
    }

    /// What is left where others are taken.
    package func subtracting(_ taken: [Span]) -> FreeTime {
        let taken = FreeTime(taken).spans
        var left: [Span] = []
        var next = 0
        for span in spans {
            var start = span.start
            while next < taken.count, taken[next].end <= start { next += 1 }
            var index = next
            while index < taken.count, taken[index].start < span.end {
                if start < taken[index].start { left.append(Span(start, taken[index].start)) }
                start = max(start, taken[index].end)
                index += 1
            }
            if start < span.end { left.append(Span(start, span.end)) }
        }
        return FreeTime(left)
    }

    /// What is free in both.
    package func intersection(_ other: FreeTime) -> FreeTime {
        var common: [Span] = []
        var (mine, theirs) = (0, 0)
        while mine < spans.count, theirs < other.spans.count {
            let (left, right) = (spans[mine], other.spans[theirs])
            if left.overlaps(right) { common.append(Span(max(left.start, right.start), min(left.end, right.end))) }
            if left.end < right.end { mine += 1 } else { theirs += 1 }
        }
        return FreeTime(common)
    }

    package func contains(_ span: Span) -> Bool { spans.contains { $0.contains(span) } }

    /// When something of so many minutes can begin, in steps from full hours on.
    /// - Parameter step: minutes; a divisor of 60.
    package func starts(minutes: Int, step: Int = Self.step) -> [Instant] {
        let width = Int64(step) * 60_000_000
        return spans.flatMap { span -> [Instant] in
            let first = (span.start.microseconds + width - 1) / width * width
            return stride(from: first, through: span.end.microseconds - Int64(minutes) * 60_000_000, by: Int(width))
                .map(Instant.init(microseconds:))
        }
    }

    /// Minutes between two times that are offered.
    package static let step = 15
}
