import TandemCare
import TandemCatalog
import TandemGuide
import TandemStore

/// What a goal may begin from: activities of the child's age, what the family told, or free words. Nothing here is a finding: an
/// activity that the guide reads in the family's words is offered, no more.
struct GoalStart: Sendable {
    let site: Site
    let child: Child
    /// What the family told in the intake form, where this person may read it.
    let intake: Intake?

    private static let told = ["what_matters", "hard", "worries", "morning"]
    private static let mostOffered = 6

    private var ageMonths: Double { Double(max(0, child.birthDate.wholeMonths(until: site.today()))) }

    /// What the family told, answer by answer, what matters most first.
    private var answers: [String] {
        let told = Self.told.compactMap { intake?.answers[$0] }
        return told.isEmpty ? [child.whatMatters] : told
    }

    private func reading(_ words: String) -> Recommendation? {
        let words = String(words.prefix(GuideQuestion.longestText))
        return try? site.guide.answer(GuideQuestion(text: words, ageInMonths: ageMonths, today: site.today()))
    }

    /// Activities that stand in the family's words, best first; where a skill is named, those of the age that ask for it.
    func offered() -> [Activity] {
        Array(Self.unique(answers.flatMap { activities($0, withSkills: true) }).prefix(Self.mostOffered))
    }

    /// What a doctor should see first, in what the family told.
    func flags() -> [Page.Values] {
        guard let reading = reading(answers.joined(separator: "\n")), reading.urgency > .none else { return [] }
        return reading.flags.prefix(3).map { fired in
            let flag = site.catalog.redFlags[fired.flag]
            return ["name": flag.name, "action": flag.action]
        }
    }

    /// As the guide reads the words, then by name.
    func search(_ words: String) -> [Activity] {
        let lower = words.lowercased()
        let named = site.catalog.activities.filter { $0.name.lowercased().contains(lower) }
        return Array(Self.unique(activities(words, withSkills: false) + named).prefix(20))
    }

    /// Of the child's age, by area.
    func shelves() -> [(area: String, activities: [Activity])] {
        let fitting = site.catalog.goalActivities(ageMonths: ageMonths).filter { $0.ages.contains(ageMonths) }
        return Shelf.areas(of: fitting, area: \.provenance.area).map { ($0.0, $0.1) }
    }

    private func activities(_ words: String, withSkills: Bool) -> [Activity] {
        guard let reading = reading(words) else { return [] }
        let read = reading.reasons.flatMap { reason -> [Activity] in
            switch reason.entry {
            case .activity(let index): [site.catalog.activities[index]]
            case .skill(let index) where withSkills: near(site.catalog.skills[index].id, words)
            default: []
            }
        }
        return read + reading.together.compactMap(site.catalog.activity)
    }

    /// The two activities of the age that ask for a skill and share most words with the text.
    private func near(_ skill: Slug<Skill>, _ words: String) -> [Activity] {
        let fitting = site.catalog.activities.filter {
            $0.ages.contains(ageMonths) && $0.skills.contains(skill) && $0.provenance.area != Self.adapted
        }
        return Array(fitting.sorted { shared($0, words) > shared($1, words) }.prefix(2))
    }

    /// How many words of an activity's name stand in a text.
    private func shared(_ activity: Activity, _ words: String) -> Int {
        let said = Set(words.lowercased().split { !$0.isLetter })
        return activity.name.lowercased().split { !$0.isLetter }.count { $0.count > 3 && said.contains($0) }
    }

    /// Offered only where the family names it.
    private static let adapted = "Adapted ways"

    private static func unique(_ activities: [Activity]) -> [Activity] {
        var seen = Set<Slug<Activity>>()
        return activities.filter { seen.insert($0.id).inserted }
    }

    // MARK: What the form begins with

    func draft(_ activity: Activity?) -> GoalText {
        GoalText(
            title: activity?.name ?? "",
            familyWords: activity.flatMap(words) ?? "",
            setting: activity.flatMap { Self.settings[$0.provenance.area] } ?? "at home",
            by: site.today().adding(days: Goal.reviewDays)
        )
    }

    /// The answer of the family in which the activity is named.
    private func words(about activity: Activity) -> String? {
        answers.first { answer in
            shared(activity, answer) > 0
                || activities(answer, withSkills: false).contains { $0.id == activity.id }
        }
    }

    /// Where an activity usually takes place, by its area; to be changed on the form.
    private static let settings = [
        "Dressing": "at home, on ordinary mornings", "Eating and drinking": "at home, at meals",
        "Washing and toilet": "at home, in the bathroom", "Play": "at home and at the playground",
        "School": "at school",
        "Sleep": "at home, at bedtime", "Community": "out and about with the family",
        "Sport": "in training and in games",
        "Moving": "at home and outside",
    ]
}
