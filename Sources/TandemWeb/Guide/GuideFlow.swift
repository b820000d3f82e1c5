import HTTPTypes
import Hummingbird
import TandemCatalog
import TandemGuide

/// The walk through the guide: one question a page. Each step takes the form that was sent, answers what it can and shows the
/// next page; going back shows the page before with what was told.
extension Site {
    func guideStep(_ sent: GuideForm) -> Response {
        var form = sent
        if form.goesBack { return stepBack(from: form) }
        switch form.stage {
        case .words, .pick:
            let found: Recommendation
            do { found = try guide.answer(question(form)) } catch { return refuse(error, form) }
            if found.primary == .none, found.urgency == .none, form.picked.isEmpty {
                return response(pickPage(form, unknownWords: found.unknownWords), isPrivate: true)
            }
            return afterWords(&form, found)
        case .age:
            let errors = ageErrors(form)
            guard errors.isEmpty else {
                return response(agePage(form, errors: errors), status: .unprocessableContent, isPrivate: true)
            }
            return nextQuestion(form)
        case .question:
            guard let asked = form.asked else { return nextQuestion(form) }
            guard let answer = form.answer else {
                return questionPage(form, asked: asked, isMissing: true) ?? nextQuestion(form)
            }
            form.answers.removeAll { $0.id == asked }
            form.answers.append((asked, answer))
            return nextQuestion(form)
        case .check:
            if form.flags.isEmpty, !form.hasNoFlags {
                return response(checkPage(form, isMissing: true), status: .unprocessableContent, isPrivate: true)
            }
            return response(answerPage(form), isPrivate: true)
        case .answer:
            return response(answerPage(form), isPrivate: true)
        }
    }

    /// The question as the engine takes it.
    func question(_ form: GuideForm) -> GuideQuestion {
        GuideQuestion(
            text: form.text,
            ageInMonths: form.ageInMonths,
            weeksEarly: GuideForm.number(form.weeksEarly).flatMap { $0 > 0 ? $0 : nil },
            today: today(),
            picked: form.picked,
            confirmedFlags: form.flags,
            answers: Dictionary(form.answers.map { ($0.id, $0.value) }, uniquingKeysWith: { $1 })
        )
    }

    /// What the engine makes of the form; a form that it refuses (an emptied text) counts as nothing told.
    func recommendation(_ form: GuideForm) -> Recommendation? { try? guide.answer(question(form)) }

    private func refuse(_ refusal: GuideRefusal, _ form: GuideForm) -> Response {
        if form.stage == .pick {
            return response(pickPage(form, error: refusal.message), status: .unprocessableContent, isPrivate: true)
        }
        return response(homePage(form, error: refusal.message), status: .unprocessableContent, isPrivate: true)
    }

    /// The age is asked for, unless the words tell it and prematurity no longer matters.
    private func afterWords(_ form: inout GuideForm, _ found: Recommendation) -> Response {
        if form.years.isEmpty, form.months.isEmpty, let age = found.age, age.origin == .stated {
            form.years = String(Int(age.months / 12))
            form.months = String(Int(age.months.truncatingRemainder(dividingBy: 12)))
            if age.months >= 24 { return nextQuestion(form) }
        }
        return response(agePage(form), isPrivate: true)
    }

    private func ageErrors(_ form: GuideForm) -> [(field: String, message: String)] {
        if form.ageIsUnknown { return [] }
        var errors: [(String, String)] = []
        if form.years.isEmpty, form.months.isEmpty {
            errors.append(("years", "Write the age in years, or in months for a baby. Or tick \"I do not know\"."))
        }
        if GuideForm.number(form.years) == nil { errors.append(("years", "Years should be a number, like 4.")) }
        if GuideForm.number(form.months) == nil { errors.append(("months", "Months should be a number, like 6.")) }
        if errors.isEmpty, form.ageInMonths == nil {
            errors.append(("years", "Tandem is for children up to 21 years."))
        }
        if GuideForm.number(form.weeksEarly).map({ $0 > 18 }) ?? true {
            errors.append(("weeks_early", "Weeks early should be a number from 0 to 18, like 6."))
        }
        return errors
    }

    // MARK: Questions

    private func nextQuestion(_ form: GuideForm) -> Response {
        if form.answers.count < Self.mostQuestions, let found = recommendation(form),
            let next = found.followUps.first(where: { $0.topic != .age }), let page = questionPage(form, asked: next.id)
        {
            return page
        }
        return response(checkPage(form), isPrivate: true)
    }

    private static var mostQuestions: Int { 4 }

    private func questionPage(_ form: GuideForm, asked: String, isMissing: Bool = false) -> Response? {
        guard let card = QuestionCard(id: asked, catalog: catalog) else { return nil }
        let chosen = form.answers.first { $0.id == asked }?.value
        var values: Page.Values = [
            "state": form.state(for: .question, asked: asked),
            "number": form.answers.filter { $0.id != asked }.count + 1,
            "of": Self.mostQuestions,
            "question": card.values(chosen: chosen),
        ]
        if isMissing {
            values["error_answer"] = "Pick one. \"I do not know\" is fine."
            values["errors"] =
                [["field": "answer", "message": "Pick one answer. \"I do not know\" is fine."]] as [Page.Values]
        }
        values["urgent"] = recommendation(form).flatMap { urgent($0, form) }
        let title = (isMissing ? "Error: " : "") + card.text
        return response(
            Page(template: "guide-question", title: title, section: .guide, values: values),
            status: isMissing ? .unprocessableContent : .ok,
            isPrivate: true
        )
    }

    // MARK: Back

    private func stepBack(from form: GuideForm) -> Response {
        var form = form
        switch form.stage {
        case .words, .pick: return response(homePage(form), isPrivate: true)
        case .age: return response(form.picked.isEmpty ? homePage(form) : pickPage(form), isPrivate: true)
        case .answer: return response(checkPage(form), isPrivate: true)
        case .question, .check:
            guard let last = form.answers.popLast(), let page = questionPage(form, asked: last.id) else {
                return response(agePage(form), isPrivate: true)
            }
            return page
        }
    }
}
