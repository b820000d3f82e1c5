import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// What the therapists of a practice have free in the next two weeks.
extension PracticeVisit {
    private static let lengths = [30, 45, 60, 90]
    /// Times of one day that are written out; the rest is counted.
    private static var mostADay: Int { 12 }

    func freePage() async throws -> Response {
        let (practice, standard) = (practice, visit.store.effects.zone)
        let now = visit.store.effects.now()
        let asked = visit.query["therapist"].flatMap { ID<Account>($0) }
        let minutes = visit.query["minutes"].flatMap { Int($0) }.flatMap { Self.lengths.contains($0) ? $0 : nil } ?? 45
        let own = visit.who.account
        let (people, chosen, slots, zone) = try await look { connection in
            let zone = try connection.zone(of: practice) ?? standard
            let people = try connection.people(of: practice).filter(\.isTherapist)
            let chosen = people.first { $0.account == asked } ?? people.first { $0.account == own } ?? people.first
            let slots = try chosen.map { person in
                try connection.slots(
                    of: person.account,
                    in: practice,
                    from: zone.day(now),
                    minutes: minutes,
                    zone: zone,
                    at: now
                )
            }
            return (people, chosen, slots ?? [], zone)
        }
        let byDay = Dictionary(grouping: slots.map(\.start)) { zone.day($0) }
        let fields = [
            Field(
                name: "therapist",
                label: "Therapist",
                kind: .select(people.map { .init(value: $0.account.text, text: $0.name) })
            ),
            Field(
                name: "minutes",
                label: "For",
                kind: .select(Self.lengths.map { .init(value: "\($0)", text: "\($0) minutes") })
            ),
        ]
        let typed = FormBody(fields: [("therapist", chosen?.account.text ?? ""), ("minutes", "\(minutes)")])
        return response(
            "free",
            title: "Free times",
            at: .week,
            [
                "fields": fields.values(typed, Problems()), "action": Address.practiceTime(practice, .free).path,
                "name": chosen?.name ?? "", "has_any": !slots.isEmpty, "zone": zone.label,
                "days": byDay.keys.sorted().map { day in
                    let starts = (byDay[day] ?? []).sorted()
                    let rest = starts.count - Self.mostADay
                    return [
                        "day": TimeText.day(day),
                        "times": starts.prefix(Self.mostADay).map { TimeText.time(zone.wall($0).time) }
                            .joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
                    ] as Page.Values
                },
                "week_href": Address.practicePage(practice, .week).path,
                "hours_href": Address.practiceTime(practice, .hours).path,
                "children_href": Address.practicePage(practice, .children).path,
            ]
        )
    }
}
