/// What a change from one value to another means, as far as anybody knows.
package enum Judgement: Sendable, Hashable {
    /// Fewer than two values.
    case notEnough
    /// A level that describes the child; a change of it is no progress.
    case describesOnly
    /// No study of children like this one: the numbers stand for themselves.
    case notStudied
    /// So small that it may be the measuring.
    case withinNoise
    /// Above the noise for some children of the study, not for others.
    case perhapsNoise
    /// More than the measuring; whether it matters is not sure.
    case trueChange(better: Bool)
    case possiblyImportant(better: Bool)
    case important(better: Bool)

    /// In words, for therapists.
    package var words: String {
        switch self {
        case .notEnough: "not enough values yet"
        case .describesOnly: "describes the child; not a measure of progress"
        case .notStudied: "no study of change in children like this one"
        case .withinNoise: "within the noise of measuring"
        case .perhapsNoise: "may be the noise of measuring"
        case .trueChange(let better): "true change for the \(better ? "better" : "worse"), importance not sure"
        case .possiblyImportant(let better): "possibly important change for the \(better ? "better" : "worse")"
        case .important(let better): "important change for the \(better ? "better" : "worse")"
        }
    }
}

extension ChangeBand {
    /// Noise comes first: where the important change is smaller than what can be detected, the detectable one is trusted.
    package func judge(_ difference: Double, better: Bool) -> Judgement {
        let size = difference.magnitude
        if let noise {
            if size <= noise.lowerBound { return .withinNoise }
            if size <= noise.upperBound { return .perhapsNoise }
        }
        guard let important else { return .trueChange(better: better) }
        if size >= important.upperBound { return .important(better: better) }
        if size >= important.lowerBound { return .possiblyImportant(better: better) }
        return noise == nil ? .perhapsNoise : .trueChange(better: better)
    }
}

extension Trend {
    /// What the change from the first value to the last means for this child.
    package func judgement(for child: ChildProfile) -> Judgement {
        guard let direction = measure.direction else { return .describesOnly }
        guard points.count > 1, let first = points.first, let last = points.last else { return .notEnough }
        guard let band = band(for: child) else { return .notStudied }
        let difference = last.value - first.value
        return band.judge(difference, better: difference * direction.sign > 0)
    }
}
