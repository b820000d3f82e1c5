package import TandemCare
import TandemCatalog

/// A letter of a family, as tests need one.
package enum SmallInquiry {
    package static func make(_ effects: Effects, to practice: ID<Practice>) throws -> Inquiry {
        try Inquiry(
            id: effects.id(),
            to: practice,
            from: Inquiry.Writer(name: "Rosa Diaz", email: "rosa@example.org", phone: "555-0404", bestTime: ""),
            about: Inquiry.About(calledName: "Lila", age: "4 years", disciplines: [.physical, .occupational]),
            shared: [SharedPart(key: "words", title: "What we see", lines: ["She falls over putting on pants."])],
            text: "Do you have time after school?",
            at: effects.now()
        )
    }
}
