import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The way back to sport: phase by phase, each opened by what was found, or by a therapist who says why.
extension ChildVisit {
    func sportsPage() async throws -> Response { try await sportsPage(Problems()) }

    private func sportsPage(_ problems: Problems) async throws -> Response {
        let (plan, sports) = try await look { connection, permit in
            (try connection.plan(permit), try connection.parts(ReturnToSport.self, permit).map(\.value))
        }
        var values: Page.Values = [
            "alerts": plan.alertValues, "back_href": Address.measures(child, .all).path,
            "sports": sports.map { SportWords(sport: $0, plan: plan, today: today).line },
        ]
        if plan.permit.may(.recordMeasure) {
            values["fields"] = SportForm.beginning(visit.workspace.site.rules.sport).values(form, problems)
            values["action"] = Address.measures(child, .sports).path
        }
        return response(
            "sports",
            title: "Return to sport",
            plan.child,
            plan.permit,
            at: .measures,
            values,
            problems: problems
        )
    }

    func beginSport() async throws -> Response {
        var reader = FormReader(form)
        let program = form["program"].flatMap { visit.workspace.site.rules.sportProgram(Slug($0)) }
        if program == nil { reader.problems.add("program", "Choose what the child comes back from.") }
        let began = reader.date(SportForm.began, missing: "Write the day of the injury or the operation.")
        if let began, began > today { reader.problems.add("began", "This day is still to come. Check the date.") }
        let born = try await look { try $0.plan($1).child.birthDate }
        if let began, began < born {
            reader.problems.add("began", "This day is before the child was born. Check the date.")
        }
        guard reader.problems.isEmpty, let program, let began else { return try await sportsPage(reader.problems) }
        try await change { transaction, permit in
            let sport = ReturnToSport(
                id: transaction.effects.id(),
                child: permit.child,
                program: program,
                began: began
            )
            try transaction.begin(sport, permit)
        }
        return visit.redirect(.measures(child, .sports), .saved)
    }

    func sportPage() async throws -> Response { try await sportPage(Problems()) }

    private func sportPage(_ problems: Problems) async throws -> Response {
        let id = try visit.id("sport", of: ReturnToSport.self)
        let (plan, sport, people) = try await look { connection, permit in
            let sport = try connection.part(id, permit).value
            return (
                try connection.plan(permit), sport, try connection.names(of: Set(sport.passages.map(\.stamp.by)))
            )
        }
        let words = SportWords(sport: sport, plan: plan, today: today, people: people)
        return response(
            "sport",
            title: "Return to sport",
            plan.child,
            plan.permit,
            at: .measures,
            words.values(form, problems, day: visit.store.effects.day),
            problems: problems
        )
    }

    /// Writes down what was found of the criteria of the phase that the page showed.
    func recordSport() async throws -> Response {
        let id = try visit.id("sport", of: ReturnToSport.self)
        let sport = try await look { try $0.part(id, $1).value }
        var reader = FormReader(form)
        let on = reader.date(SportForm.on, missing: "Write the day on which it was found.")
        if let on, on > today { reader.problems.add("on", "This day is still to come. Check the date.") }
        if let on, on < sport.began {
            reader.problems.add("on", "This day is before the \(sport.program.starts). Check the date.")
        }
        let phase = form["phase"] ?? ""
        if phase != sport.phase.id { reader.problems.add("phase", SportFault.otherPhase.message) }
        let found = SportForm.found(&reader, sport.phase)
        if found.isEmpty, reader.problems.isEmpty {
            reader.problems.add(sport.phase.criteria.first?.id ?? "on", "Write at least one thing that you found.")
        }
        guard reader.problems.isEmpty, let on else { return try await sportPage(reader.problems) }
        return try await change(id) { sport, permit in
            for one in found {
                try sport.record(
                    ReturnToSport.Result(
                        phase: phase,
                        criterion: one.criterion,
                        value: one.value,
                        on: on,
                        words: one.words,
                        stamp: permit.stamp
                    )
                )
            }
        }
    }

    /// Opens the next phase: all being met, or with the reason of whoever decides otherwise.
    func nextPhase() async throws -> Response {
        let id = try visit.id("sport", of: ReturnToSport.self)
        var reader = FormReader(form)
        let reason = reader.text(SportForm.reason)
        guard reader.problems.isEmpty else { return try await sportPage(reader.problems) }
        let (phase, today) = (form["phase"], today)
        return try await change(id) { sport, permit in
            guard phase == sport.phase.id else { throw SportFault.otherPhase }
            if reason.isEmpty {
                try sport.advance(today: today, by: permit.stamp)
            } else {
                try sport.override(reason: reason, today: today, by: permit.stamp)
            }
        }
    }

    func setBack() async throws -> Response {
        let id = try visit.id("sport", of: ReturnToSport.self)
        var reader = FormReader(form)
        let reason = reader.text(SportForm.setback, missing: "Write why, so that everybody understands.")
        let target = form["to"].flatMap { Int($0) }
        if target == nil { reader.problems.add("to", "Choose the phase to go back to.") }
        guard reader.problems.isEmpty, let target else { return try await sportPage(reader.problems) }
        let phase = form["phase"]
        return try await change(id) { sport, permit in
            guard phase == sport.phase.id else { throw SportFault.otherPhase }
            try sport.setBack(to: target, reason: reason, by: permit.stamp)
        }
    }

    private func change(
        _ id: ID<ReturnToSport>,
        _ step: @escaping @Sendable (inout ReturnToSport, Permit) throws -> Void
    ) async throws -> Response {
        do {
            try await change { transaction, permit in
                _ = try transaction.update(id, permit) { try step(&$0, permit) }
            }
        } catch let fault as SportFault {
            return try await sportPage(Problems(fault.field, fault.message))
        }
        return visit.redirect(.measures(child, .sport(id, .page)), .saved)
    }
}

extension SportFault {
    /// The part of the page it is said beside.
    fileprivate var field: String {
        switch self {
        case .unmet, .notCleared, .noReason, .atEnd: "reason"
        case .notEarlier: "to"
        case .noSuchCriterion, .otherPhase, .notAValue, .noDoctor: "phase"
        }
    }

    var message: String {
        switch self {
        case .noSuchCriterion: "This is no criterion of the phase any more. Look at the page again."
        case .otherPhase:
            "Somebody has gone on to another phase meanwhile. Look at it, then write what you found there."
        case .notAValue: "Write a number that can be measured, 0 or more."
        case .noDoctor: "Write the name of the doctor who cleared the child."
        case .unmet: "Not everything is met yet. Write why it goes on nevertheless, or wait until it is."
        case .notCleared: "A doctor has not cleared the child yet. Nobody else can: write down the clearance first."
        case .noReason: "Write why, so that everybody understands."
        case .atEnd: "This is the last phase."
        case .notEarlier: "Choose a phase before this one."
        }
    }
}
