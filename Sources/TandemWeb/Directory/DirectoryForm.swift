import TandemCatalog
import TandemDirectory

/// What somebody looks for in the directory: the fields of the form, and what they come to. A family's words are never among
/// them, since a search stands in the address.
struct DirectoryForm: Sendable {
    static let distances = [5, 10, 25, 50, 100]
    /// Of a family; a practice asks for somewhere else than where it is.
    static let place = place(label: "Where do you live?", autocomplete: "postal-code")
    static let workPlace = place(label: "Near where?", autocomplete: "off")

    private static func place(label: String, autocomplete: String) -> Field {
        Field(
            name: "place",
            label: label,
            kind: .line(type: "text", autocomplete: autocomplete, width: "w-20"),
            hint: "A ZIP code, or a town and its state, like Springfield, IL",
            most: 80
        )
    }

    static let therapy = Field(
        name: "therapy",
        label: "Which therapy?",
        kind: .radios([Field.Option(value: "both", text: "PT or OT")] + Field.Option.therapies)
    )
    static let miles = Field(
        name: "miles",
        label: "How far?",
        kind: .select(distances.map { Field.Option(value: "\($0)", text: "Up to \($0) miles") })
    )
    static let pediatric = Field(
        name: "pediatric",
        label: "Children",
        kind: .checks([
            Field.Option(
                value: "yes",
                text: "Only who says \"pediatric\" in the national file",
                note: "Many who treat children do not say so there."
            )
        ]),
        isOptional: true
    )
    static let accepting = Field(
        name: "accepting",
        label: "New children",
        kind: .checks([Field.Option(value: "yes", text: "Only who takes new children now")]),
        isOptional: true
    )
    static let language = Field(
        name: "language",
        label: "Language",
        kind: .line(type: "text", autocomplete: "off", width: "w-10"),
        isOptional: true,
        most: 40
    )
    static let payer = Field(
        name: "payer",
        label: "Insurance",
        kind: .line(type: "text", autocomplete: "off", width: "w-10"),
        isOptional: true,
        most: 60
    )
    static let setting = Field(
        name: "setting",
        label: "Where the visits are",
        kind: .select(
            [Field.Option(value: "", text: "Anywhere")]
                + ListingDetails.Setting.allCases.map { Field.Option(value: $0.rawValue, text: $0.words) }
        ),
        isOptional: true
    )

    let typed: FormBody
    private let place: Field

    /// - Parameters:
    ///   - query: what stands behind the question mark of the address.
    ///   - place: the question for the place.
    init(_ query: FormBody, place: Field = Self.place) {
        self.place = place
        var fields = query.fields
        if query["therapy"] == nil { fields.append(("therapy", "both")) }
        if query["miles"].flatMap({ Int($0) }).map(Self.distances.contains) != true {
            fields.removeAll { $0.name == "miles" }
            fields.append(("miles", "25"))
        }
        typed = FormBody(fields: fields)
    }

    var isEmpty: Bool { typed["place"] == nil }

    /// Where the search is around.
    func find(in places: Places) throws(Places.Miss) -> FoundPlace {
        try places.find(String((typed["place"] ?? "").prefix(place.most)))
    }

    var disciplines: Set<Discipline> {
        Discipline(rawValue: typed["therapy"] ?? "").map { [$0] } ?? Set(Discipline.allCases)
    }

    private var wish: NearestQuery.Wish {
        var wish = NearestQuery.Wish()
        wish.isAccepting = typed["accepting"] == "yes"
        wish.language = text(Self.language)
        wish.payer = text(Self.payer)
        wish.setting = typed["setting"].flatMap(ListingDetails.Setting.init)
        return wish
    }

    private func text(_ field: Field) -> String? {
        let text = String((typed[field.name] ?? "").trimmed.prefix(field.most)).lowercased()
        return text.isEmpty ? nil : text
    }

    /// Whether it asks for what only a claimed listing tells.
    var asksPractices: Bool { !wish.isEmpty }

    func query(_ origin: Position) -> NearestQuery {
        var query = NearestQuery(
            origin: origin,
            miles: Double(typed["miles"].flatMap { Int($0) } ?? 25),
            disciplines: disciplines
        )
        query.isPediatric = typed["pediatric"] == "yes"
        query.most = 25
        query.wish = wish
        return query
    }

    func values(_ problems: Problems) -> Page.Values {
        [
            "place": place.values(typed, problems),
            "fields": [Self.therapy, Self.miles].values(typed, problems),
            "more": [Self.pediatric, Self.accepting, Self.language, Self.payer, Self.setting].values(typed, problems),
            "more_is_open": asksPractices || typed["pediatric"] == "yes",
        ]
    }
}

extension ListingDetails.Setting {
    var words: String {
        switch self {
        case .clinic: "At a clinic"
        case .home: "At your home"
        case .school: "At school"
        case .telehealth: "By video"
        }
    }
}
