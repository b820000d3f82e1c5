import Foundation
import TandemCatalog
import TandemGuide

/// Reads questions line by line and answers each at once.
struct JSONLines {
    let guide: Guide
    let today: CalendarDate
    let explains: Bool

    private struct Question: Decodable {
        let id: String?
        let text: String?
        let age_months: Double?
    }

    /// A line that is no question gets an answer with an `error`; the lines after it are answered all the same.
    func run() throws {
        let decoder = JSONDecoder()
        let output = FileHandle.standardOutput
        while let line = readLine() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let answer: AnswerJSON
            if let question = try? decoder.decode(Question.self, from: Data(line.utf8)) {
                answer = self.answer(question)
            } else {
                answer = AnswerJSON(id: nil, refusal: "This line is not a JSON object with a text.")
            }
            try output.write(contentsOf: Data((answer.text() + "\n").utf8))
        }
    }

    private func answer(_ question: Question) -> AnswerJSON {
        let text = question.text ?? ""
        let asked = GuideQuestion(text: text, ageInMonths: question.age_months, today: today)
        do {
            return AnswerJSON(
                try guide.answer(asked),
                text: text,
                catalog: guide.catalog,
                id: question.id,
                explains: explains
            )
        } catch {
            return AnswerJSON(id: question.id, refusal: error.message)
        }
    }
}
