package import TandemCare
import TandemCatalog

/// Questions beside a goal, across practices.
extension Transaction {
    /// - Throws: `GoalQuestion.Fault`; `StoreFailure.notFound` for another child's goal.
    @discardableResult
    package func ask(_ text: String, about goal: ID<Goal>, _ permit: Permit) throws -> GoalQuestion {
        _ = try connection.part(goal, permit)
        let question = try GoalQuestion(
            id: effects.id(),
            child: permit.child,
            goal: goal,
            text: text,
            discipline: permit.disciplines.first,
            stamp: permit.stamp
        )
        return try insert(question).value
    }

    /// - Throws: `GoalQuestion.Fault`; `StoreFailure.notFound` for a question that is not beside this goal.
    package func answer(_ id: ID<GoalQuestion>, of goal: ID<Goal>, _ text: String, _ permit: Permit) throws {
        try change(id, of: goal, permit) { question in
            try question.add(text, discipline: permit.disciplines.first, stamp: permit.stamp)
        }
    }

    /// - Throws: as `answer`.
    package func close(_ id: ID<GoalQuestion>, of goal: ID<Goal>, _ permit: Permit) throws {
        try change(id, of: goal, permit) { try $0.close(by: permit.stamp) }
    }

    private func change(
        _ id: ID<GoalQuestion>,
        of goal: ID<Goal>,
        _ permit: Permit,
        _ body: (inout GoalQuestion) throws -> Void
    ) throws {
        try update(id, permit) { question in
            guard question.goal == goal else { throw StoreFailure.notFound }
            try body(&question)
        }
    }
}
