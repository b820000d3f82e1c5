package import TandemCatalog

/// From a family's own words to who could help, and why.
///
/// Four stages, each with a type at its boundary, none with a memory, a clock or a connection:
///
/// 1. **Read** (`GuideQuestion` -> `Reading`): the text becomes words with atoms of meaning (word forms, synonyms, British and
///    American words and slips of the pen all fold into one atom), the words that turn a sentence ("can't", "loves", "used to",
///    "but") become cues, and what is said about age becomes months.
/// 2. **Match** (`Reading` -> `[Mention]`): every phrase of the catalog whose words stand near each other is found, with how it
///    is spoken of: just named, as trouble, denied, as something that goes well, as a wish, as lost.
/// 3. **Weigh** (`[Mention]` -> `Weighing`): red flags first, on their own; then milestones against the age; then what speaks
///    for PT, OT, speech and others, summed over entries, each with the skills that led there.
/// 4. **Explain** (`Weighing` -> `Recommendation`): who comes first, with reasons that point back at the words, how sure, and
///    the questions whose answers would change the answer most.
///
/// The same question always gets the same answer. Nothing is stored or sent.
package struct Guide: Sendable {
    let known: Knowledge

    package var catalog: Catalog { known.catalog }

    package init(_ catalog: Catalog) { known = Knowledge(catalog) }

    /// - Throws: a refusal that says how to mend the question.
    package func answer(_ question: GuideQuestion) throws(GuideRefusal) -> Recommendation {
        try check(question)
        let reading = Reading(question.text, today: question.today, lexicon: known.book.lexicon)
        let mentions = Matcher.mentions(in: reading, known.book)
        let weighing = Weigher(known: known, reading: reading, question: question).weigh(mentions)
        let chooser = FollowUpChooser(
            known: known,
            weighing: weighing,
            answered: question.answers
        )
        return Explainer(known: known, reading: reading, weighing: weighing, followUps: chooser.questions())
            .recommendation()
    }

    private func check(_ question: GuideQuestion) throws(GuideRefusal) {
        if let age = question.ageInMonths, !(0...GuideQuestion.oldestInMonths).contains(age) { throw .ageOutOfRange }
        let hasOther = !question.picked.isEmpty || !question.confirmedFlags.isEmpty
        if question.text.utf8.count > GuideQuestion.longestText {
            let characters = question.text.count
            if characters > GuideQuestion.longestText { throw .tooLong(characters: characters) }
        }
        if question.text.allSatisfy(\.isWhitespace) {
            if hasOther { return }
            throw .empty
        }
        let hasLetters = question.text.utf8.contains { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
        if !hasLetters, !hasOther { throw .notEnglish }
    }
}
