extension Problems {
    init(_ field: String, _ message: String) { add(field, message) }

    /// Adds a problem, if there is one.
    mutating func add(_ field: String, _ message: String?) {
        if let message { add(field, message) }
    }

    /// `errors` for the summary, `error_FIELD` for each field, for templates that draw their fields themselves.
    func add(to values: inout Page.Values) {
        guard !isEmpty else { return }
        values["errors"] = self.values
        for problem in list { values["error_" + problem.field] = problem.message }
    }

    func title(_ title: String) -> String { (isEmpty ? "" : "Error: ") + title }
}
