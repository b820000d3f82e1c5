package import TandemCatalog

/// What is wrong with a measurement, and how to mend it.
package enum MeasurementRemark: Remark {
    case outOfRange(ClosedRange<Double>, unit: String)
    case notAStep(Double)
    case otherEdition(String)
    case unknownWay([String])
    case unknownPart([String])
    case noSide
    case future
    case beforeBirth
    case noReason
    case unusualAge
    case longWords(Int)

    package var isBlocking: Bool { self != .unusualAge }

    package var place: String {
        switch self {
        case .outOfRange, .notAStep: "value"
        case .otherEdition: "edition"
        case .unknownWay: "way"
        case .unknownPart: "part"
        case .noSide: "side"
        case .future, .beforeBirth, .unusualAge: "on"
        case .noReason: "reason"
        case .longWords: "words"
        }
    }

    package var message: String {
        switch self {
        case .outOfRange(let range, let unit):
            "This is not between \(range.lowerBound.shortText) and \(range.upperBound.shortText) \(unit)."
        case .notAStep(let step): step == 1 ? "This is not a whole number." : "This goes in steps of \(step.shortText)."
        case .otherEdition(let edition): "This is another edition than \(edition)."
        case .unknownWay: "It does not say how it was done."
        case .unknownPart: "It does not say which score this is."
        case .noSide: "It does not say which side."
        case .future: "This day is still to come."
        case .beforeBirth: "This day is before the child was born."
        case .noReason: "There is no value and no reason."
        case .longWords(let length): "This has \(length) characters. There is room for \(TextLimit.note)."
        case .unusualAge: "The child's age is outside the ages this is made for."
        }
    }

    package var mend: String {
        switch self {
        case .outOfRange, .notAStep: "Check the number and its unit."
        case .otherEdition: "Choose the edition that was used; editions are not compared."
        case .unknownWay(let ways): "Choose one: \(ways.joined(separator: ", "))."
        case .unknownPart(let parts): "Choose one: \(parts.joined(separator: ", "))."
        case .noSide: "Choose left or right."
        case .future, .beforeBirth: "Check the date."
        case .noReason: "Type the value, or say why there is none."
        case .longWords: "Say it in fewer words."
        case .unusualAge: "Keep it if you chose it knowing so; it is no comparison with other children."
        }
    }
}

extension Measurement {
    /// What a person can still mend.
    package func remarks(_ measure: Measure, born: CalendarDate, today: CalendarDate) -> [MeasurementRemark] {
        var remarks: [MeasurementRemark] = []
        switch result {
        case .value(let value):
            if !measure.range.contains(value) { remarks.append(.outOfRange(measure.range, unit: measure.unit)) }
            if let step = measure.step, (value / step).rounded() * step != value { remarks.append(.notAStep(step)) }
        case .missing(let reason): if reason.isBlank { remarks.append(.noReason) }
        }
        if words.count > TextLimit.note { remarks.append(.longWords(words.count)) }
        if series.edition != measure.edition { remarks.append(.otherEdition(measure.edition)) }
        if !Self.isNamed(series.way, among: measure.protocols) { remarks.append(.unknownWay(measure.protocols)) }
        if !Self.isNamed(series.part, among: measure.parts) { remarks.append(.unknownPart(measure.parts)) }
        if measure.hasSides && series.side == nil { remarks.append(.noSide) }
        if on > today { remarks.append(.future) }
        if on < born { remarks.append(.beforeBirth) }
        let age = Double(born.wholeMonths(until: on))
        if let ages = measure.ages, on >= born, !ages.contains(age) { remarks.append(.unusualAge) }
        return remarks
    }

    /// Where there is nothing to choose nothing must be said.
    private static func isNamed(_ name: String?, among names: [String]) -> Bool {
        names.isEmpty ? name == nil : name.map(names.contains) ?? false
    }
}
