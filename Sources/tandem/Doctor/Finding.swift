/// What the doctor found out about one thing.
struct Finding: Sendable {
    enum Verdict: String, Sendable {
        case fine = "ok"
        /// It works, and should be looked after.
        case warning = "warn"
        case failure = "FAIL"
    }

    let verdict: Verdict
    /// `database`, `disk` ...
    let subject: String
    /// What is so and, where it is not well, how to mend it.
    let words: String

    static func fine(_ subject: String, _ words: String) -> Finding { Finding(.fine, subject, words) }
    static func warning(_ subject: String, _ words: String) -> Finding { Finding(.warning, subject, words) }
    static func failure(_ subject: String, _ words: String) -> Finding { Finding(.failure, subject, words) }

    private init(_ verdict: Verdict, _ subject: String, _ words: String) {
        self.verdict = verdict
        self.subject = subject
        self.words = words
    }
}
