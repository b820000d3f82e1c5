import TandemGuide

/// What a family has told so far. It travels in the forms themselves and is kept nowhere else.
struct GuideForm: Sendable {
    /// The page that a form comes from.
    enum Stage: String, Sendable { case words, pick, age, question, check, answer }

    var stage = Stage.words
    var text = ""
    var years = ""
    var months = ""
    var weeksEarly = ""
    var ageIsUnknown = false
    var picked: [String] = []
    /// Answers to follow-up questions, in the order they were given.
    var answers: [(id: String, value: String)] = []
    /// The question on the page, while it is being answered.
    var asked: String?
    var answer: String?
    var flags: [String] = []
    var hasNoFlags = false
    var goesBack = false

    init() {}

    init(_ body: FormBody, stage: Stage? = nil) {
        self.stage = stage ?? body["stage"].flatMap(Stage.init) ?? .words
        text = body["text"] ?? ""
        years = (body["years"] ?? "").trimmingSpaces
        months = (body["months"] ?? "").trimmingSpaces
        weeksEarly = (body["weeks_early"] ?? "").trimmingSpaces
        ageIsUnknown = body["unknown"] == "1"
        picked = body.all("pick")
        answers = body.fields.filter { $0.name.hasPrefix("a_") }.map { (String($0.name.dropFirst(2)), $0.value) }
        asked = body["asked"]
        answer = body["answer"]
        flags = body.all("flag")
        hasNoFlags = body["none"] == "1"
        goesBack = body["back"] == "1"
    }

    /// The hidden fields of the next page: everything but what that page asks itself.
    func state(for stage: Stage, asked: String? = nil) -> [Page.Values] {
        var fields: [(String, String)] = [("stage", stage.rawValue)]
        if stage != .words, stage != .pick { fields.append(("text", text)) }
        if stage != .age {
            fields += [("years", years), ("months", months), ("weeks_early", weeksEarly)]
            if ageIsUnknown { fields.append(("unknown", "1")) }
        }
        if stage != .pick { fields += picked.map { ("pick", $0) } }
        fields += answers.map { ("a_" + $0.id, $0.value) }
        if stage != .check {
            fields += flags.map { ("flag", $0) }
            if hasNoFlags { fields.append(("none", "1")) }
        }
        if let asked { fields.append(("asked", asked)) }
        return fields.filter { !$0.1.isEmpty }.map { ["name": $0.0, "value": $0.1] }
    }

    /// Age in months, if both fields make sense; `nil` without an age.
    var ageInMonths: Double? {
        guard !ageIsUnknown, let years = Self.number(years), let months = Self.number(months),
            !(self.years.isEmpty && self.months.isEmpty)
        else { return nil }
        let total = years * 12 + months
        return total <= GuideQuestion.oldestInMonths ? total : nil
    }

    /// An empty field counts as zero; "4.5" and "4,5" are fine.
    static func number(_ text: String) -> Double? {
        if text.isEmpty { return 0 }
        let plain = String(text.map { $0 == "," ? "." : $0 })
        guard let value = Double(plain), value >= 0, value.isFinite else { return nil }
        return value
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
