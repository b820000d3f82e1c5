package import TandemCatalog

extension AttainmentScale {
    /// Everything that keeps the scale from being a good one; empty for a sound scale. Order: levels, then the rest.
    package func remarks(today: CalendarDate) -> [ScaleRemark] {
        levelRemarks + neighborRemarks + outlineRemarks(today)
    }

    private var levelRemarks: [ScaleRemark] {
        var remarks: [ScaleRemark] = []
        for level in Self.levels {
            let found = levels.filter { $0.level == level }
            if found.isEmpty { remarks.append(.missingLevel(level)) }
            if found.count > 1 { remarks.append(.doubledLevel(level)) }
        }
        for level in levels {
            if level.words.isBlank { remarks.append(.noWords(level.level)) }
            if level.words.count > TextLimit.line { remarks.append(.longWords(level.level)) }
            if level.dimension != dimension { remarks.append(.otherDimension(level.level, level.dimension)) }
            if let from = level.from, let to = level.to, from > to { remarks.append(.backward(level.level)) }
        }
        return remarks
    }

    /// Each level against the next better one. A missing level is a gap of its own and said already.
    private var neighborRemarks: [ScaleRemark] {
        (-2...1).compactMap { number in
            guard let worse = level(number), let better = level(number + 1) else { return nil }
            let (low, high) = direction == .higher ? (worse, better) : (better, worse)
            guard let end = low.to, let start = high.from else { return .overlap(number, number + 1) }
            if let lowFrom = low.from, start < lowFrom { return .wrongOrder(number, number + 1) }
            if start <= end { return .overlap(number, number + 1) }
            // A tenth of a grain forgives the last bits of binary fractions.
            return start - end > grain * 1.1 ? .gap(number, number + 1) : nil
        }
    }

    private func outlineRemarks(_ today: CalendarDate) -> [ScaleRemark] {
        var remarks: [ScaleRemark] = []
        if unit.isBlank { remarks.append(.noUnit) }
        if !(grain > 0) { remarks.append(.noGrain) }
        switch by {
        case nil: remarks.append(.noDate)
        case let by? where by <= today: remarks.append(.dateOver)
        default: break
        }
        if let baseline {
            let lies = level(of: baseline)
            if lies != baselineLevel { remarks.append(.baselineElsewhere(said: baselineLevel, lies: lies)) }
        } else {
            remarks.append(.noBaseline)
        }
        if baselineLevel != -2 && baselineLevel != -1 { remarks.append(.baselineLevelUnusual(baselineLevel)) }
        if weight.value == 0 { remarks.append(.weightZero) }
        return remarks
    }
}
