import ArgumentParser
import Foundation
import TandemCatalog
import TandemGuide

/// `tandem guide`
struct GuideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "Say who could help a child, and why, from what somebody writes about the child.",
        discussion: """
            tandem guide "my 4 year old falls over putting her pants on and can't do zips"
            tandem guide --age 4y6m --json "handwriting is slow and messy"
            tandem guide --jsonl < questions.jsonl > answers.jsonl

            A line for --jsonl is {"id": "...", "text": "...", "age_months": 54}; the answers come in the same order.
            Nothing is stored or sent.
            """
    )

    @Argument(help: "What you notice, or what you hope for, in your own words.")
    var words: [String] = []

    @Option(help: "The child's age: 4y6m, 18m, 4.5 or 4 years. It may stand in the words instead.")
    var age: AgeArgument?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    @Flag(help: "Read questions from standard input, one JSON object a line, and answer each on a line.")
    var jsonl = false

    @Flag(help: "With --jsonl: also say what led to each answer.")
    var explain = false

    @Option(help: "A folder with the catalog's files, instead of the one inside the program.")
    var catalog: String?

    @Flag(help: "Use the catalog of --catalog even if some of it does not fit.")
    var lenient = false

    func validate() throws {
        if jsonl, !words.isEmpty || json {
            throw ValidationError("--jsonl reads its questions from standard input; leave out words and --json.")
        }
        if !jsonl, words.isEmpty {
            throw ValidationError("Write what you notice in quotes: tandem guide \"trips over his own feet\".")
        }
    }

    func run() async throws {
        let guide = Guide(
            lenient
                ? Catalog.read(try Composition.catalogFiles(catalog)).catalog : try await Composition.catalog(catalog)
        )
        if jsonl { return try JSONLines(guide: guide, today: Composition.today(), explains: explain).run() }
        let text = words.joined(separator: " ")
        let question = GuideQuestion(text: text, ageInMonths: age?.months, today: Composition.today())
        let answer: Recommendation
        do { answer = try guide.answer(question) } catch { throw ValidationError(error.message) }
        if json {
            print(try AnswerJSON(answer, text: text, catalog: guide.catalog).text(pretty: true))
        } else {
            print(TerminalAnswer(answer, text: text, catalog: guide.catalog, terminal: .current).text, terminator: "")
        }
    }
}
