import TandemCare
import TandemCatalog

/// "Dress herself" of the knowledge file, step by step, over the skills of the catalog that ships.
enum WorkedExample {
    /// Who leads which skill, as the file tags them: P, O, B. Crossing the midline is B there and OT in the catalog that ships.
    static let leads: [(String, Lead)] =
        [
            "sit-balance", "stand-balance", "weight-shift", "one-leg-stand", "hip-leg-rom", "leg-strength",
            "sit-to-stand",
            "trunk-strength", "squat", "ankle-rom",
        ].map { ($0, .physical) }
        + [
            "sequence", "calm-self", "clothing-orientation", "visual-perception", "two-hands", "grasp", "hand-strength",
            "attention", "touch-tolerance", "reach", "pincer", "fasteners", "in-hand", "visual-motor", "lace-tie",
            "cross-midline",
        ].map { ($0, .occupational) }
        + ["body-awareness", "both-sides", "motor-planning", "arm-rom", "carry-walk"].map { ($0, .both) }

    static func split() throws -> Split {
        let catalog = try catalog.get()
        guard let activity = catalog.activity(Slug("worked-example")) else { throw PlanFixture.Missing() }
        return Split.proposed(from: activity, catalog: catalog)
    }

    private static let catalog = PlanFixture.loaded(with: [CatalogFile(path: "activities/worked.yaml", text: yaml)])

    private static let yaml = """
        area: Worked example
        entries:
          - id: worked-example
            name: Dress herself
            icf: [d540]
            ages: 30-72
            ages-source: [D]
            lead: [OT, PT]
            steps:

        """ + steps.map { "      - do: \($0.0)\n        skills: [\($0.1)]\n" }.joined() + """
                says: [zzyzx worked example]
                source: unsourced
                reviewed: no

            """

    private static let steps = [
        ("Goes to the clothes", "sequence, calm-self"),
        ("Chooses and lays out clothes", "clothing-orientation, visual-perception"),
        ("Takes up a steady position", "sit-balance, stand-balance"),
        ("Holds waistband open", "two-hands, grasp"),
        ("Lifts one foot and aims", "weight-shift, one-leg-stand, hip-leg-rom, body-awareness"),
        ("Pushes foot through", "leg-strength, both-sides"),
        ("Second foot", "one-leg-stand, motor-planning"),
        ("Stands up with clothes at knees", "sit-to-stand, trunk-strength"),
        ("Pulls up over the bottom", "hand-strength, arm-rom, squat, stand-balance"),
        ("Straightens and checks", "body-awareness, attention"),
        ("Gathers T-shirt", "arm-rom, two-hands, touch-tolerance"),
        ("Finds armhole", "body-awareness, reach, cross-midline"),
        ("Pulls shirt down", "arm-rom, trunk-strength"),
        ("Coat", "arm-rom, motor-planning"),
        ("Zip", "pincer, two-hands, fasteners, stand-balance"),
        ("Buttons", "in-hand, fasteners, visual-motor"),
        ("Snaps and buckles", "hand-strength, fasteners"),
        ("Socks", "sit-balance, hip-leg-rom, two-hands, pincer"),
        ("Shoes", "clothing-orientation, ankle-rom, stand-balance"),
        ("Tie or close", "lace-tie, sequence"),
        ("Undress after school", "two-hands, one-leg-stand"),
        ("Clothes in basket", "squat, carry-walk"),
    ]
}
