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

    private static let told = ["what_matters", "hard", "worries"]
    private static let mostOffered = 6

    private var ageMonths: Double { Double(max(0, child.birthDate.wholeMonths(until: site.today()))) }

    private var familyWords: String {
        let answers = Self.told.compactMap { intake?.answers[$0] }
        let words = answers.isEmpty ? [child.whatMatters] : answers
        return String(words.joined(separator: "\n").prefix(GuideQuestion.longestText))
    }

    private var reading: Recommendation? {
        try? site.guide.answer(GuideQuestion(text: familyWords, ageInMonths: ageMonths, today: site.today()))
    }

    /// Activities that stand in the family's words, best first; then those of the age that ask for the skills named there.
    func offered() -> [Activity] {
        guard let reading else { return [] }
        let named = activities(reading)
        let skills = reading.skills.prefix(3)
        let near = site.catalog.activities.filter { activity in
            activity.ages.contains(ageMonths) && skills.contains { activity.skills.contains($0) }
        }
        return Array(Self.unique(named + near).prefix(Self.mostOffered))
    }

    /// What a doctor should see first, in what the family told.
    func flags() -> [Page.Values] {
        guard let reading, reading.urgency > .none else { return [] }
        return reading.flags.prefix(3).map { fired in
            let flag = site.catalog.redFlags[fired.flag]
            return ["name": flag.name, "action": flag.action]
        }
    }

    /// As the guide reads the words, then by name.
    func search(_ words: String) -> [Activity] {
        let lower = words.lowercased()
        let read = try? site.guide.answer(
            GuideQuestion(text: String(words.prefix(200)), ageInMonths: ageMonths, today: site.today())
        )
        let named = site.catalog.activities.filter { $0.name.lowercased().contains(lower) }
        return Array(Self.unique((read.map(activities) ?? []) + named).prefix(20))
    }

    /// Of the child's age, by area.
    func shelves() -> [(area: String, activities: [Activity])] {
        let fitting = site.catalog.goalActivities(ageMonths: ageMonths).filter { $0.ages.contains(ageMonths) }
        return Shelf.areas(of: fitting, area: \.provenance.area).map { ($0.0, $0.1) }
    }

    private func activities(_ reading: Recommendation) -> [Activity] {
        let read = reading.reasons.compactMap { reason -> Activity? in
            if case .activity(let index) = reason.entry { site.catalog.activities[index] } else { nil }
        }
        return read + reading.together.compactMap(site.catalog.activity)
    }

    private static func unique(_ activities: [Activity]) -> [Activity] {
        var seen = Set<Slug<Activity>>()
        return activities.filter { seen.insert($0.id).inserted }
    }

    // MARK: What the form begins with

    func draft(_ activity: Activity?) -> GoalText {
        GoalText(
            title: activity?.name ?? "",
            familyWords: child.whatMatters,
            setting: activity.flatMap { Self.settings[$0.provenance.area] } ?? "at home",
            by: site.today().adding(days: Goal.reviewDays)
        )
    }

    /// Where an activity usually takes place, by its area; to be changed on the form.
    private static let settings = [
        "Dressing": "at home, on ordinary mornings", "Eating and drinking": "at home, at meals",
        "Washing and toilet": "at home, in the bathroom", "Play": "at home and at the playground", "School": "at school",
        "Sleep": "at home, at bedtime", "Community": "out and about with the family", "Sport": "in training and in games",
        "Moving": "at home and outside",
    ]
}
