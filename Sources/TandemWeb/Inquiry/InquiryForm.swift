import TandemCare
import TandemCatalog
import TandemGuide

/// The form with which a family writes to a practice.
enum InquiryForm {
    static let name = Field(
        name: "name",
        label: "Your name",
        kind: .line(type: "text", autocomplete: "name", width: nil),
        most: 120,
        isName: true
    )
    static let childName = Field(
        name: "child_name",
        label: "Your child's first name",
        hint: "Only the first name, or what you call your child.",
        isOptional: true,
        most: 60,
        isName: true
    )
    static let email = Field(
        name: "email",
        label: "Email",
        kind: .line(type: "email", autocomplete: "email", width: nil),
        hint: "Letters to you say only that there is an answer, never what it says.",
        isOptional: true,
        most: 254
    )
    static let phone = Field(
        name: "phone",
        label: "Phone",
        kind: .line(type: "tel", autocomplete: "tel", width: "w-10"),
        hint: "Give an email, a phone, or both.",
        isOptional: true,
        most: 40
    )
    static let bestTime = Field(
        name: "best_time",
        label: "When is a good time to call?",
        isOptional: true,
        most: 120
    )
    static let note = Field(
        name: "note",
        label: "Anything else you want to say or ask",
        kind: .text,
        isOptional: true,
        most: 2000
    )
    static let fields = [name, childName, phone, email, bestTime, note]

    /// A field that people do not see; programs that fill in everything do.
    static let trap = "website"

    /// - Parameters:
    ///   - parts: all that could be shared.
    ///   - practices: that may be written to.
    static func read(
        _ reader: inout FormReader,
        parts: [SharedPart],
        found: Recommendation,
        practices: [Practice],
        effects: Effects
    ) -> Inquiry? {
        let chosen = reader.form["practice"].flatMap { ID<Practice>($0) }
        let practice = practices.first { $0.id == chosen }
        if practice == nil { reader.problems.add("practice", "Choose who should get your letter.") }
        let writer = Inquiry.Writer(
            name: reader.text(name, missing: "Write your name."),
            email: reader.text(email),
            phone: reader.text(phone),
            bestTime: reader.text(bestTime)
        )
        if writer.email.isEmpty, writer.phone.isEmpty {
            reader.problems.add("phone", "Give a phone number or an email, so that they can answer you.")
        }
        if !writer.email.isEmpty, !EmailAddress.isSound(writer.email) {
            reader.problems.add("email", "Write an email address, like ana@example.org.")
        }
        let called = reader.text(childName)
        let text = reader.text(note)
        let keys = Set(reader.form.all("part"))
        let shared = parts.filter { keys.contains($0.key) }
        if shared.isEmpty, text.isEmpty {
            reader.problems.add("part", "Choose at least one thing to share, or write a few words.")
        }
        guard reader.problems.isEmpty, let practice else { return nil }
        return try? Inquiry(
            id: effects.id(),
            to: practice.id,
            from: writer,
            about: Inquiry.About(
                calledName: called,
                age: shared.first { $0.key == "age" }?.lines.first ?? "",
                disciplines: keys.contains("answer") ? Set(found.disciplines) : []
            ),
            shared: shared,
            text: text,
            at: effects.now()
        )
    }
}
