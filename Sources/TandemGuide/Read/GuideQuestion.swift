package import TandemCatalog

/// What somebody asks: their own words, and an age where they gave one.
package struct GuideQuestion: Sendable {
    /// 1 to 2,000 characters, English.
    package var text: String
    /// Age in months since birth, as asked for on its own; it outranks an age in the text.
    package var ageInMonths: Double?
    /// How many weeks before 40 the child was born; ages under two are corrected by it.
    package var weeksEarly: Double?
    /// Today, for words such as "turns 3 in May".
    package var today: CalendarDate
    /// Ids of activities that were picked from the list instead of, or beside, words.
    package var picked: [String]
    /// Ids of red flags that were answered with yes in the list of questions.
    package var confirmedFlags: [String]
    /// What was answered to follow-up questions: the value of the option that was taken, by the question's id.
    package var answers: [String: String]

    package init(
        text: String,
        ageInMonths: Double? = nil,
        weeksEarly: Double? = nil,
        today: CalendarDate,
        picked: [String] = [],
        confirmedFlags: [String] = [],
        answers: [String: String] = [:]
    ) {
        self.text = text
        self.ageInMonths = ageInMonths
        self.weeksEarly = weeksEarly
        self.today = today
        self.picked = picked
        self.confirmedFlags = confirmedFlags
        self.answers = answers
    }

    package static let longestText = 2_000
    package static let oldestInMonths = 21.0 * 12
}

/// Why a question cannot be answered; each is the asker's to mend.
package enum GuideRefusal: Error, Sendable, Hashable {
    case empty
    case tooLong(characters: Int)
    /// No letters of the Latin alphabet: another script, emoji, or signs alone.
    case notEnglish
    case ageOutOfRange

    package var message: String {
        switch self {
        case .empty: "Please write what you notice, or what you hope for. A few words are enough."
        case .tooLong(let characters):
            "That is \(characters) characters. Please keep to \(GuideQuestion.longestText): the main things are enough."
        case .notEnglish: "Tandem reads English for now. Please write a few English words, or pick from the list."
        case .ageOutOfRange: "Please give an age between 0 and 21 years, or leave it out."
        }
    }
}
