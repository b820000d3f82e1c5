import TandemCare
import TandemCatalog
import TandemDirectory
import TandemStore

/// The practices that a family may write to, in the order in which they could help: nearest first where the family says where it
/// lives, else those with the therapies that the guide names.
struct PracticeChoice: Sendable {
    /// More than that nobody reads through.
    static let most = 12
    static let near = Field(
        name: "near",
        label: "Where do you live?",
        kind: .line(type: "text", autocomplete: "postal-code", width: "w-20"),
        hint: "A ZIP code, or a town and its state. Then the nearest stand first. It is not sent and not kept.",
        isOptional: true,
        most: 80
    )

    private struct One: Sendable {
        let practice: Practice
        let miles: Double?
        let fit: Int
    }

    private let practices: [One]

    /// - Parameters:
    ///   - asked: the therapies that the guide names; none fits as well as all.
    ///   - origin: where the family lives; `nil` where it has not said.
    init(_ practices: [Practice], asked: [Discipline], near origin: Position?, in places: Places?) {
        let all = practices.map { practice in
            let position = origin == nil ? nil : (try? places?.find(practice.place))?.position
            return One(
                practice: practice,
                miles: origin.flatMap { position?.miles(to: $0) },
                fit: asked.filter(practice.disciplines.contains).count
            )
        }
        self.practices = all.sorted { left, right in
            func rank(_ one: One) -> (Double, Int, String) { (one.miles ?? .infinity, -one.fit, one.practice.name) }
            return rank(left) < rank(right)
        }
    }

    /// - Parameter chosen: stays in the list however far away it is.
    func values(chosen: String?) -> Page.Values {
        let first = practices.prefix(Self.most)
        let shown = first + practices.dropFirst(Self.most).filter { $0.practice.id.text == chosen }
        let only = practices.count == 1 ? practices.first?.practice.id.text : nil
        return [
            "practices": shown.enumerated().map { index, one in
                var values: Page.Values = [
                    "id": one.practice.id.text, "name": one.practice.name, "place": one.practice.place,
                    "option_id": index == 0 ? "practice" : "practice-\(index + 1)",
                    "letter": one.practice.disciplines.letters,
                    "is_chosen": (chosen ?? only) == one.practice.id.text,
                ]
                values["distance"] = one.miles.map(ListingWords.distance)
                return values
            },
            "has_practices": !practices.isEmpty, "has_several": practices.count > 1,
            "has_more": practices.count > shown.count,
        ]
    }
}
