import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The home program on one page to print, in English or Spanish.
extension ChildVisit {
    func handoutPage(_ language: HandoutLanguage) async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        let sheet = HandoutSheet(plan: plan, site: visit.workspace.site, today: today, language: language)
        return response("handout", title: "Handout", plan.child, plan.permit, at: .homeProgram, sheet.values)
    }
}

enum HandoutLanguage: String, Sendable {
    case english = "en"
    case spanish = "es"
}

/// The words of the handout: fixed ones from `Pages/handout.txt`, those of an activity in Spanish from the therapist or the
/// catalog; what has no Spanish stands in English and says so.
struct HandoutSheet: Sendable {
    let plan: ChildPlan
    let site: Site
    let today: CalendarDate
    let language: HandoutLanguage

    private func href(_ page: HomeProgramPage) -> String { Address.homeProgram(plan.permit.child, page).path }

    var values: Page.Values {
        var words = Page.Values()
        for (key, text) in site.handoutWords.words(language) { words[key] = text }
        let called = plan.child.calledName
        return [
            "w": words, "lang": language.rawValue, "called": called,
            "heading": site.handoutWords.text("heading", language).replacing("NAME", with: called),
            "date": language == .english ? DateText.text(today) : "\(today.day)/\(today.month)/\(today.year)",
            "slots": plan.dayPlan(site).slots.map(slot), "has_items": !plan.home.active.isEmpty,
            "other_href": href(language == .english ? .spanishHandout : .handout), "home_href": href(.all),
            "is_english": language == .english, "team": team, "alerts": plan.alertValues,
            "limit": plan.home.settings.dailyMinutes,
        ]
    }

    private var team: [Page.Values] {
        plan.team.members.filter { !$0.disciplines.isEmpty }.map { member in
            Mark.values(member.disciplines).merging([
                "name": member.name, "practice": plan.team.practice(member.practice)?.name ?? "",
            ]) { $1 }
        }
    }

    private func slot(_ slot: DayPlan.Slot) -> Page.Values {
        slot.routine.iconValues.merging([
            "routine": site.handoutWords.text(slot.routine.rawValue, language), "items": slot.items.map(item),
        ]) { $1 }
    }

    private func item(_ item: HomeItem) -> Page.Values {
        let words = language == .spanish ? item.spanish(site.catalog) : item.english
        var values = Mark.values([item.discipline])
        values["name"] = text(words.name)
        if !words.how.text.isEmpty { values["how"] = text(words.how) }
        values["dos"] = words.dos.map(text)
        values["donts"] = words.donts.map(text)
        values["minutes"] = item.minutes
        values["days"] = item.daysAWeek
        if words.isForeign { values["remark"] = site.handoutWords.text("untranslated", language) }
        if words.isPartlyForeign { values["remark"] = site.handoutWords.text("partly", language) }
        return values
    }

    private func text(_ text: HomeWording.Text) -> Page.Values { ["text": text.text, "is_english": text.isForeign] }
}

/// The fixed words of the handout: `Pages/handout.txt`, a line each: `key = English | Spanish`.
struct HandoutWords: Sendable {
    private let rows: [(key: String, english: String, spanish: String)]

    init(_ text: String) {
        rows = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1)
            guard !line.hasPrefix("#"), parts.count == 2 else { return nil }
            let both = parts[1].split(separator: "|", maxSplits: 1).map { String($0).trimmed }
            guard both.count == 2 else { return nil }
            return (String(parts[0]).trimmed, both[0], both[1])
        }
    }

    func words(_ language: HandoutLanguage) -> [(key: String, text: String)] {
        rows.map { ($0.key, language == .english ? $0.english : $0.spanish) }
    }

    func text(_ key: String, _ language: HandoutLanguage) -> String {
        words(language).first { $0.key == key }?.text ?? ""
    }
}
