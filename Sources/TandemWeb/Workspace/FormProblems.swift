/// What is wrong with a form that was sent: told above the form, and beside each field in the same words.
struct FormProblems: Sendable {
    private var list: [(field: String, message: String)] = []

    init() {}

    init(_ field: String, _ message: String) { add(field, message) }

    var isEmpty: Bool { list.isEmpty }

    /// Adds a problem, if there is one.
    mutating func add(_ field: String, _ message: String?) {
        if let message { list.append((field, message)) }
    }

    /// `errors` for the summary, `error_FIELD` for each field.
    func add(to values: inout Page.Values) {
        guard !isEmpty else { return }
        values["errors"] = list.map { ["field": $0.field, "message": $0.message] as Page.Values }
        for problem in list.reversed() { values["error_" + problem.field] = problem.message }
    }

    func title(_ title: String) -> String { (isEmpty ? "" : "Error: ") + title }
}
