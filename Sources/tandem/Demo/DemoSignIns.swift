import Foundation

/// What `tandem serve --demo` prints: who can sign in, and how.
enum DemoSignIns {
    static func text(_ address: String) -> String {
        let staff = DemoPeople.clinics.flatMap { clinic in
            ["", clinic.name] + clinic.staff.map(line)
        }
        var seen: Set<String> = []
        let parents = DemoPeople.children.flatMap(\.homes).map(\.parent).filter { seen.insert($0.email).inserted }
        let head = [
            "This is a demonstration: all people are invented, and everything is gone when it ends.",
            "Sign in at \(address)/sign-in with the password  \(Demonstration.password)",
            "Letters that would go out wait at \(address)/mail",
        ]
        return (head + staff + ["", "Families"] + parents.map(line)).joined(separator: "\n") + "\n"
    }

    private static func line(_ person: DemoPeople.Person) -> String {
        let email = person.email.padding(toLength: 28, withPad: " ", startingAt: 0)
        return "  \(email)\(person.name), \(person.description)"
    }
}
