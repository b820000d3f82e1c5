import FoundationEssentials
import TandemCare
import TandemCatalog

/// What the tests of the plan share: the catalog and the rules as they ship, days, and who did what.
enum PlanFixture {
    private static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    static let catalog: Result<Catalog, BrokenCatalog> = loaded(with: [])

    /// The catalog that ships, and some more files.
    static func loaded(with extra: [CatalogFile]) -> Result<Catalog, BrokenCatalog> {
        var files: [CatalogFile] = extra
        for folder in [
            "activities", "skills", "conditions", "milestones", "red-flags", "elsewhere", "language", "spanish",
        ] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Catalog/\(folder)")) ?? []
            files += names.sorted().map { CatalogFile(path: "\(folder)/\($0)", text: text("Catalog/\(folder)/\($0)")) }
        }
        files.append(CatalogFile(path: "sources.yaml", text: text("Catalog/sources.yaml")))
        return Result { () throws(BrokenCatalog) in try Catalog.load(files) }
    }

    static func rule(_ name: String) -> String { text("Rules/\(name)") }

    private static func text(_ path: String) -> String {
        (try? String(contentsOf: URL(filePath: "\(root)/\(path)"), encoding: .utf8)) ?? ""
    }

    static let today = CalendarDate(year: 2026, month: 9, day: 22)
    static let pt = CareFixture.id(71) as ID<Account>
    static let ot = CareFixture.id(72) as ID<Account>
    static let mother = CareFixture.id(73) as ID<Account>
    static let team: Set<Discipline> = [.physical, .occupational]

    /// `hours` after the fixed moment.
    static func stamp(_ by: ID<Account>, _ hours: Int = 0) -> Stamp {
        Stamp(by: by, at: CareFixture.now + .hours(hours))
    }

    static func account(_ discipline: Discipline) -> ID<Account> { discipline == .physical ? pt : ot }

    static func id<Entity>(_ number: Int) -> ID<Entity> {
        let bytes = (0..<10).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        return ID(at: CareFixture.now, random: bytes)
    }

    static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? today }

    static func goal(_ number: Int = 1, activity: String = "get-dressed", status: GoalStatus = .active) throws -> Goal {
        let catalog = try catalog.get()
        guard let activity = catalog.activity(Slug(activity)) else { throw Missing() }
        var goal = Goal.proposed(
            id: id(number),
            child: CareFixture.child,
            activity: activity,
            catalog: catalog,
            by: today.adding(days: 84),
            stamp: stamp(pt)
        )
        if status != .proposed { try goal.become(.active, by: stamp(mother, 1)) }
        if status != .proposed, status != .active { try goal.become(status, by: stamp(pt, 2)) }
        return goal
    }

    struct Missing: Error {}
}

extension Slug: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
