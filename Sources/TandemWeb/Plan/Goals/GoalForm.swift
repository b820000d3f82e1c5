import TandemCare
import TandemCatalog
import TandemStore

/// The words of a goal as a form: when it is proposed, and when they are changed.
enum GoalForm {
    /// - Parameter called: the child's name, for the labels.
    static func fields(called: String, isFamily: Bool) -> [Field] {
        [
            Field(
                name: "title",
                label: isFamily ? "What would \(called) like to do?" : "What \(called) will do",
                most: TextLimit.line
            )
        ] + ownWords(called: called, isFamily: isFamily) + [
            Field(name: "setting", label: "Where in real life", most: TextLimit.line),
            Field(
                name: "help",
                label: "With what help",
                hint: "For example one spoken reminder, or a low bench.",
                isOptional: true,
                most: TextLimit.line
            ),
            Field(
                name: "baseline",
                label: "How it goes today",
                kind: .text,
                hint: "So that everybody sees later how far it has come.",
                most: TextLimit.note
            ),
            Field(name: "by", label: "By when", kind: .date),
        ]
    }

    /// What the family may always put in other words.
    static func ownWords(called: String, isFamily: Bool) -> [Field] {
        [
            Field(
                name: "family_words",
                label: isFamily ? "Why it matters to you" : "In the family's own words",
                kind: .text,
                isOptional: true,
                most: TextLimit.note
            ),
            Field(
                name: "child_words",
                label: "What \(called) says about it",
                isOptional: true,
                most: TextLimit.note
            ),
        ]
    }

    /// Reads all of it and holds it against the rules of a goal.
    static func read(_ reader: inout FormReader, _ permit: Permit, today: CalendarDate) -> GoalText? {
        func text(_ name: String) -> String { reader.text(Field(name: name, label: "", most: .max)) }
        let by = reader.date(Field(name: "by", label: "", kind: .date), missing: "Choose the day to reach it by.")
        let typed = GoalText(
            title: text("title"),
            familyWords: text("family_words"),
            childWords: text("child_words"),
            setting: text("setting"),
            help: text("help"),
            baseline: text("baseline"),
            by: by ?? today.adding(days: Goal.reviewDays)
        )
        reader.problems.add(remarks(typed, permit, today: today))
        return reader.problems.isEmpty ? typed : nil
    }

    /// Hints that block nothing among them.
    static func remarks(_ text: GoalText, _ permit: Permit, today: CalendarDate) -> [EntryRemark] {
        var goal = Goal(
            id: ID(at: permit.now, random: [UInt8](repeating: 0, count: 10)),
            child: permit.child,
            title: text.title,
            by: text.by,
            split: Split(),
            proposed: permit.stamp
        )
        goal.text = text
        return goal.remarks(today: today)
    }

    static func filled(_ text: GoalText, version: Int = 0) -> FormBody {
        FormBody(
            fields: [
                ("title", text.title), ("family_words", text.familyWords), ("child_words", text.childWords),
                ("setting", text.setting), ("help", text.help), ("baseline", text.baseline),
                ("version", "\(version)"),
            ] + FormBody.day("by", text.by)
        )
    }

    /// The words as they stand, for `theirs.mustache`.
    static func shown(_ text: GoalText) -> [Page.Values] {
        [
            ("Goal", text.title), ("In the family's own words", text.familyWords), ("The child says", text.childWords),
            ("Where", text.setting), ("With what help", text.help), ("How it goes", text.baseline),
            ("By", DateText.text(text.by)),
        ].map { ["name": $0.0, "value": $0.1.isEmpty ? "Empty" : $0.1] }
    }
}
