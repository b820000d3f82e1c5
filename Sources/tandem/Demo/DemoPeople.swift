import TandemCare
import TandemCatalog
import TandemStore

/// The people of the demonstration, all invented: two practices, one for PT and one for OT, two families, six children.
struct DemoPeople: Sendable {
    struct Clinic: Sendable {
        let name: String
        let discipline: Discipline
        let phone: String
        let staff: [Person]
    }

    struct Person: Sendable {
        let name: String
        let email: String
        /// None for family.
        var roles: Set<Role> = []
        /// What the sign-in shows.
        let description: String
    }

    struct Home: Sendable {
        let name: String
        let phone: String
        let address: String
        let parent: Person
        let relation: String
    }

    struct Young: Sendable {
        let given: String
        let family: String
        var called = ""
        let birth: CalendarDate
        let clinics: [Discipline]
        let homes: [Home]
        let matters: String
        let loves: String
        let hard: String
    }

    static let clinics = [
        Clinic(
            name: "Bright Steps Physical Therapy",
            discipline: .physical,
            phone: "217-555-0140",
            staff: [
                Person(
                    name: "Dana Reyes",
                    email: "dana@brightsteps.example",
                    roles: [.physicalTherapist],
                    description: "PT"
                ),
                Person(
                    name: "Sam Okafor",
                    email: "sam@brightsteps.example",
                    roles: [.frontDesk],
                    description: "front desk"
                ),
                Person(
                    name: "Ruth Abramson",
                    email: "ruth@brightsteps.example",
                    roles: [.administrator],
                    description: "administrator"
                ),
            ]
        ),
        Clinic(
            name: "Handful Occupational Therapy",
            discipline: .occupational,
            phone: "217-555-0162",
            staff: [
                Person(
                    name: "Mei Tanaka",
                    email: "mei@handful.example",
                    roles: [.occupationalTherapist],
                    description: "OT"
                ),
                Person(
                    name: "Jo Whitfield",
                    email: "jo@handful.example",
                    roles: [.frontDesk],
                    description: "front desk"
                ),
                Person(
                    name: "Luis Ortega",
                    email: "luis@handful.example",
                    roles: [.administrator, .occupationalTherapist],
                    description: "administrator, and OT"
                ),
            ]
        ),
    ]

    private static let ana = Home(
        name: "Mom's home",
        phone: "217-555-0111",
        address: "12 Maple Street, Springfield, IL",
        parent: Person(name: "Ana Núñez", email: "ana@family.example", description: "mother of Maya, Leo and Inés"),
        relation: "mother"
    )
    private static let tom = Home(
        name: "Dad's home",
        phone: "217-555-0119",
        address: "480 Lake Road, Springfield, IL",
        parent: Person(name: "Tom Baker", email: "tom@family.example", description: "father of Maya, another home"),
        relation: "father"
    )
    private static let grace = Home(
        name: "Home",
        phone: "217-555-0177",
        address: "7 Orchard Lane, Chatham, IL",
        parent: Person(name: "Grace Osei", email: "grace@family.example", description: "mother of Ama, Kofi and Esi"),
        relation: "mother"
    )

    static let children = [
        Young(
            given: "Maya",
            family: "Núñez-Baker",
            birth: CalendarDate(year: 2022, month: 5, day: 9),
            clinics: [.physical],
            homes: [ana, tom],
            matters: "She wants to get dressed by herself, like her cousin.",
            loves: "Dogs, dress-up, the big slide.",
            hard: "She falls over when she puts her pants on. Buttons and zips take so long that we do them for her."
        ),
        Young(
            given: "Leonardo",
            family: "Núñez",
            called: "Leo",
            birth: CalendarDate(year: 2019, month: 2, day: 20),
            clinics: [.occupational],
            homes: [ana],
            matters: "To write a comic that other people can read.",
            loves: "Drawing, robots, pancakes.",
            hard: "Writing hurts his hand after a few lines. Loud lunchrooms are too much."
        ),
        Young(
            given: "Inés",
            family: "Núñez",
            birth: CalendarDate(year: 2025, month: 8, day: 2),
            clinics: [.physical],
            homes: [ana],
            matters: "To see her sit and play with both hands.",
            loves: "Songs with hand moves.",
            hard: "She likes to look to one side only, and tummy time makes her cry."
        ),
        Young(
            given: "Ama",
            family: "Osei",
            birth: CalendarDate(year: 2020, month: 1, day: 15),
            clinics: [.occupational],
            homes: [grace],
            matters: "To eat lunch with her friends.",
            loves: "Beads, baking, her rabbit.",
            hard: "She spills and gives up on the fork. New foods are scary."
        ),
        Young(
            given: "Kofi",
            family: "Osei",
            birth: CalendarDate(year: 2015, month: 4, day: 27),
            clinics: [.physical],
            homes: [grace],
            matters: "To play soccer again this spring.",
            loves: "Soccer, soccer, and his drum.",
            hard: "Stairs and running since he hurt his knee."
        ),
        Young(
            given: "Esi",
            family: "Osei",
            birth: CalendarDate(year: 2023, month: 3, day: 8),
            clinics: [.physical, .occupational],
            homes: [grace],
            matters: "To climb the playground ladder and hold the rope.",
            loves: "Anything her brother does.",
            hard: "Climbing, jumping, and holding a crayon."
        ),
    ]
}
