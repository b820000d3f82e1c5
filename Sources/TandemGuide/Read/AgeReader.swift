import TandemCatalog

/// Finds what a text says about age: "my 18 month old", "he's four and a half", "turns 3 in May", "first grade",
/// "born at 32 weeks".
struct AgeReader {
    private(set) var age: StatedAge?
    private(set) var weeksEarly: Double?
    private(set) var hint: Double?
    /// The age is counted from the due date already.
    private(set) var isCorrected = false
    private var bestRank = 0
    private let tokens: [Token]
    private let today: CalendarDate

    init(tokens: [Token], today: CalendarDate) {
        self.tokens = tokens
        self.today = today
        for position in tokens.indices {
            if tokens[position].number != nil { readNumber(at: position) }
            readHint(at: position)
        }
    }

    // MARK: Numbers

    private mutating func readNumber(at start: Int) {
        guard let quantity = quantity(at: start) else { return }
        if let unit = unit(at: quantity.end) {
            readMeasured(start, quantity.value, unit, end: quantity.end + 1)
        } else if isWord(quantity.end, Words.weeker) {
            weeksEarly = weeksEarly ?? max(0, 40 - quantity.value)
        } else if isBareAge(start, quantity.end, quantity.value) {
            offer(months(turning: quantity.value, start, quantity.end), start..<quantity.end, rank: 2)
        }
    }

    /// "4", "4.5", "four and a half", "4 1/2", "2 and a half".
    private func quantity(at start: Int) -> (value: Double, end: Int)? {
        guard var value = tokens[start].number else { return nil }
        if start > 0, tokens[start - 1].number != nil, tokens[start - 1].end + 1 >= tokens[start].start { return nil }
        var end = start + 1
        if number(end) == 1, number(end + 1) == 2, tokens[end].end + 1 == tokens[end + 1].start {
            value += 0.5
            end += 2
        } else if isWord(end, Words.and), isWord(end + 1, Words.a), isWord(end + 2, Words.half) {
            value += 0.5
            end += 3
        } else if isWord(end, Words.half) {
            value += 0.5
            end += 1
        }
        return (value, end)
    }

    private enum Unit: Double {
        case years = 12
        case months = 1
        case weeks = 0.229_976  // 7 / 30.4375
        case days = 0.032_854
    }

    private func unit(at position: Int) -> Unit? {
        guard position < tokens.count else { return nil }
        switch tokens[position].stem {
        case Words.year, Words.yr, Words.yo, Words.y: return .years
        case Words.month, Words.mo, Words.mth: return .months
        case Words.m where tokens[position].start == tokens[position - 1].end: return .months
        case Words.week, Words.wk: return .weeks
        case Words.day where isWord(position + 1, Words.old): return .days
        default: return nil
        }
    }

    private mutating func readMeasured(_ start: Int, _ value: Double, _ unit: Unit, end: Int) {
        var end = end
        var months = value * unit.rawValue
        if unit == .years, isWord(end, Words.and), isWord(end + 1, Words.a), isWord(end + 2, Words.half) {
            months += 6
            end += 3
        } else if unit == .years {
            let next = isWord(end, Words.and) ? end + 1 : end
            if let more = number(next), self.unit(at: next + 1) == .months, more < 12 {
                months += more
                end = next + 2
            }
        }
        if isPrematurity(start, end, value, unit) { return }
        guard months <= GuideQuestion.oldestInMonths, !isDuration(start, end) else { return }
        let isOld = isWord(end, Words.old) || tokens[end - 1].stem == Words.yo || isWord(end, Words.o)
        var rank = isOld ? 4 : isAgeLead(start) ? 3 : 1
        if start > 0, tokens[max(0, start - 3)..<start].contains(where: { $0.stem == Words.now }) { rank += 2 }
        offer(months, start..<end, rank: rank)
        let around = max(0, start - 2)..<min(tokens.count, end + 2)
        if around.contains(where: { tokens[$0].stem == Words.corrected || tokens[$0].stem == Words.adjusted }) {
            isCorrected = true
        }
    }

    /// "born at 32 weeks", "8 weeks early", "three months premature".
    private mutating func isPrematurity(_ start: Int, _ end: Int, _ value: Double, _ unit: Unit) -> Bool {
        let early = (end..<min(end + 3, tokens.count)).contains {
            [Words.early, Words.premature, Words.prem].contains(tokens[$0].stem)
        }
        if early, unit == .weeks || unit == .months {
            weeksEarly = weeksEarly ?? (unit == .weeks ? value : value * 4.348)
            return true
        }
        let born =
            (max(0, start - 4)..<start).contains {
                [Words.born, Words.deliver, Words.gestation].contains(tokens[$0].stem)
            }
            || (end..<min(end + 2, tokens.count)).contains { tokens[$0].stem == Words.gestation }
        if born, unit == .weeks, value >= 22, value <= 42 {
            weeksEarly = weeksEarly ?? max(0, 40 - value)
            return true
        }
        return false
    }

    /// "for 3 months", "in two weeks", "six months ago": a time, not an age.
    private func isDuration(_ start: Int, _ end: Int) -> Bool {
        if isWord(end, Words.ago) || isWord(end, Words.later) || isWord(end, Words.behind) { return true }
        guard start > 0 else { return false }
        return [Words.for, Words.in, Words.after, Words.every, Words.within, Words.since, Words.another, Words.last]
            .contains(tokens[start - 1].stem) && !isWord(end, Words.old)
    }

    private func isAgeLead(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        return [
            Words.at, Words.is, Words.was, Words.aged, Words.age, Words.over, Words.past, Words.nearly, Words.almost,
            Words.turned, Words.my, Words.our, Words.she, Words.he, Words.just, Words.by,
        ].contains(tokens[start - 1].stem)
    }

    /// "she's 3 and ...", "aged 4", "turns three": a number that stands where an age would, with nothing counted after it.
    private func isBareAge(_ start: Int, _ end: Int, _ value: Double) -> Bool {
        guard value > 0, value <= 21, start > 0 else { return false }
        let before = tokens[start - 1].stem
        if [Words.aged, Words.age, Words.turned, Words.turning].contains(before) { return true }
        if [Words.nearly, Words.almost, Words.just, Words.only].contains(before), start > 1 {
            return isPerson(start - 2) && isEnd(end)
        }
        return (isPerson(start - 1) || [Words.is].contains(before)) && isEnd(end)
    }

    private func isPerson(_ position: Int) -> Bool {
        [Words.she, Words.he, Words.is, Words.they, Words.child, Words.son, Words.daughter, Words.turned, Words.im]
            .contains(tokens[position].stem)
    }

    /// Nothing that the number could count follows: the text, the clause ends, or "and", "but", "in May".
    private func isEnd(_ position: Int) -> Bool {
        guard position < tokens.count else { return true }
        let next = tokens[position]
        return next.followsComma || next.clause != tokens[position - 1].clause
            || [Words.and, Words.in, Words.now, Words.so, Words.next, Words.soon, Words.who].contains(next.stem)
    }

    private func months(turning value: Double, _ start: Int, _ end: Int) -> Double {
        let months = value * 12
        guard start > 0, tokens[start - 1].stem == Words.turned || tokens[start - 1].stem == Words.turning,
            isWord(end, Words.in), end + 1 < tokens.count, let month = Words.months[tokens[end + 1].stem]
        else { return months }
        return months - Double(today.months(untilMonth: month))
    }

    private mutating func offer(_ months: Double, _ tokens: Range<Int>, rank: Int) {
        guard rank > bestRank, months >= 0 else { return }
        bestRank = rank
        age = StatedAge(months: months, tokens: tokens)
    }

    // MARK: Hints

    private mutating func readHint(at position: Int) {
        guard hint == nil else { return }
        let stem = tokens[position].stem
        if stem == Words.grade, let grade = grade(near: position) {
            hint = 66 + grade * 12 + 6
        } else {
            hint = Words.hints[stem]
        }
    }

    private func grade(near position: Int) -> Double? {
        if let number = number(position + 1), number <= 12 { return number }
        guard position > 0 else { return nil }
        if let ordinal = Words.ordinals[tokens[position - 1].stem] { return ordinal }
        return position > 1 ? number(position - 2) ?? number(position - 1) : number(position - 1)
    }

    private func number(_ position: Int) -> Double? { position < tokens.count ? tokens[position].number : nil }

    private func isWord(_ position: Int, _ stem: WordHash) -> Bool {
        position < tokens.count && tokens[position].stem == stem
    }
}
