import FoundationEssentials
import TandemCare

/// Maya, her two homes, the practice that treats her, and practices that her family shares her record with.
enum CareFixture {
    static let now = Instant(microseconds: 1_790_000_000_000_000)
    static let child = ID<Child>(at: now, random: bytes(1))
    static let practice = ID<Practice>(at: now, random: bytes(2))

    static func bytes(_ seed: UInt8) -> [UInt8] { Array(repeating: seed, count: 10) }
    static func id<Entity>(_ seed: UInt8) -> ID<Entity> { ID(at: now, random: bytes(seed)) }

    static let endedConsent = consent(60, partner: 33, [.contact, .plan, .notes], until: now - .days(1))

    static var facts: ChildFacts {
        var stepfather = tie(44, .formerStepfather, mayConsent: true)
        stepfather.endedAt = now - .days(30)
        var withdrawn = consent(61, partner: 32, [.contact, .plan, .notes], until: nil)
        withdrawn.withdrawnAt = now - .hours(1)
        return ChildFacts(
            child: child,
            ties: [
                tie(41, .mother, mayConsent: true), tie(42, .father, mayConsent: true),
                tie(43, .aunt, mayConsent: false),
                stepfather,
            ],
            care: [CareRelationship(id: id(50), child: child, practice: practice, since: now - .days(90))],
            consents: [
                endedConsent, withdrawn, consent(62, partner: 34, [.contact], until: nil),
                consent(63, partner: 35, [.plan], until: now + .days(1)),
                consent(64, partner: 36, [.notes], until: nil),
            ]
        )
    }

    private static func tie(_ seed: UInt8, _ persona: Persona, mayConsent: Bool) -> FamilyTie {
        FamilyTie(
            id: id(seed),
            child: child,
            household: id(seed),
            account: persona.account,
            relation: "family",
            mayConsent: mayConsent,
            since: now - .days(90)
        )
    }

    private static func consent(
        _ seed: UInt8,
        partner: UInt8,
        _ scope: Set<Consent.Scope>,
        until: Instant?
    ) -> Consent {
        Consent(
            id: id(seed),
            child: child,
            practice: id(partner),
            scope: scope,
            purpose: "one plan",
            givenBy: Persona.mother.account,
            household: id(41),
            givenAt: now - .days(40),
            until: until
        )
    }

    /// The table as it ships, from the folder of the project.
    static var accessTable: String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return (try? String(contentsOf: URL(filePath: "/\(root)/Rules/access.txt"), encoding: .utf8)) ?? ""
    }
}
