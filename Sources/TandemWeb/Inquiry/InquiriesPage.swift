import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The letters of families to a practice: what waits, what was answered, what is over.
extension PracticeVisit {
    /// How many of each kind the page shows.
    private static var mostOfEach: Int { 100 }

    func inquiriesPage() async throws -> Response {
        let (practice, effects) = (practice, visit.store.effects)
        let lists = try await look { connection in
            try InquiryList.allCases.map { ($0, try connection.inquiries($0, of: practice, count: Self.mostOfEach)) }
        }
        let today = visit.workspace.site.today()
        return response(
            "inquiries",
            title: "Inquiries",
            at: .inquiries,
            [
                "lists": lists.map { list, inquiries in
                    [
                        "id": list.rawValue, "name": list.name, "none": list.none,
                        "inquiries": inquiries.map { row($0.value, today: today, effects) },
                        "is_empty": inquiries.isEmpty,
                    ] as Page.Values
                }
            ]
        )
    }

    private func row(_ inquiry: Inquiry, today: CalendarDate, _ effects: Effects) -> Page.Values {
        let words = InquiryWords(inquiry: inquiry, practice: "", day: effects.day, isFamily: false)
        var values: Page.Values = [
            "href": Address.inquiry(practice, inquiry.id, .page).path, "name": inquiry.writer.name,
            "about": [inquiry.about.calledName, inquiry.about.age].filter { !$0.isEmpty }.joined(separator: ", "),
            "state": words.short,
            "written": DateText.short(effects.day(inquiry.writtenAt)), "is_late": false,
        ]
        values.fill("letter", inquiry.about.disciplines.letters)
        if let since = inquiry.waitsSince {
            let days = effects.day(since).workingDays(until: today)
            values["waits"] = days == 0 ? "since today" : days == 1 ? "1 working day" : "\(days) working days"
            values["is_late"] = days > Inquiry.answerWithinWorkingDays
        }
        return values
    }
}

extension InquiryList {
    fileprivate var name: String {
        switch self {
        case .waiting: "Waits for you"
        case .answered: "Waits for the family"
        case .over: "Taken on, passed on, ended"
        }
    }

    fileprivate var none: String {
        switch self {
        case .waiting: "No family waits for an answer."
        case .answered: "You wait for no family."
        case .over: "Nothing yet."
        }
    }
}
