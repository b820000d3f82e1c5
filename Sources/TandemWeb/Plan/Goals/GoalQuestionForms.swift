import Hummingbird
import TandemCare
import TandemStore

/// Questions beside a goal: asking, answering, closing.
extension ChildVisit {
    func askQuestion() async throws -> Response {
        let goal = try visit.id("goal", of: Goal.self)
        var reader = FormReader(form)
        let text = reader.text(GoalDetail.question, missing: "Write your question.")
        guard reader.problems.isEmpty else { return try await goalPage(reader.problems) }
        try await change { _ = try $0.ask(text, about: goal, $1) }
        return redirect(goal)
    }

    func answerQuestion() async throws -> Response {
        let (goal, id) = (try visit.id("goal", of: Goal.self), try visit.id("question", of: GoalQuestion.self))
        var reader = FormReader(form)
        let text = reader.text(Field(name: "answer", label: "", most: TextLimit.note), missing: "Write your answer.")
        if let problem = reader.problems["answer"] { return try await refused(problem, id) }
        do {
            try await change { try $0.answer(id, of: goal, text, $1) }
        } catch let fault as GoalQuestion.Fault {
            return try await refused(fault.message, id)
        }
        return redirect(goal)
    }

    func closeQuestion() async throws -> Response {
        let (goal, id) = (try visit.id("goal", of: Goal.self), try visit.id("question", of: GoalQuestion.self))
        do {
            try await change { try $0.close(id, of: goal, $1) }
        } catch let fault as GoalQuestion.Fault {
            return try await refused(fault.message, id)
        }
        return redirect(goal)
    }

    private func refused(_ problem: String, _ question: ID<GoalQuestion>) async throws -> Response {
        let typed = form.fields.filter { $0.name == "answer" } + [("about", question.text)]
        return try await goalPage(Problems("answer-\(question.text)", problem), typed: FormBody(fields: typed))
    }
}

extension GoalQuestion.Fault {
    fileprivate var message: String {
        switch self {
        case .empty: "Write something first."
        case .tooLong: "Write it a little shorter: \(TextLimit.note) characters at most."
        case .closed: "This question is closed. Ask a new one."
        }
    }
}
