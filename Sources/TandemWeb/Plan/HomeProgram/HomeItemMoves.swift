import Hummingbird
import TandemCare
import TandemStore

/// Pausing, letting go on, taking out; keeping one of two; taking up that something hurt; the family's time.
extension ChildVisit {
    func moveItem() async throws -> Response {
        let id = try visit.id("item", of: HomeItem.self)
        let plan = try await look { connection, permit in
            _ = try connection.part(id, permit)
            return try connection.plan(permit)
        }
        guard let item = plan.items.first(where: { $0.value.id == id })?.value else { throw StoreFailure.notFound }
        guard let move = form["state"].flatMap({ HomeMove(rawValue: $0) }) else {
            return redirect(.homeProgram, .noChange)
        }
        if move != .pause, !plan.permit.mayEdit(item) { throw StoreFailure.notFound }
        let field = move.field(item, hasAlert: plan.alerts.contains { $0.value.item == id })
        var reader = FormReader(form)
        let words = reader.text(field, missing: move.missing(field))
        guard reader.problems.isEmpty else { return try await homeProgramPage(form, reader.problems) }
        do {
            let hasTakenUp = try await change { transaction, permit in
                switch move {
                case .pause:
                    try transaction.pause(id, reason: words, permit)
                    return false
                case .resume: return try transaction.resume(id, change: words, permit)
                case .retire:
                    return try transaction.retire(id, reason: words.isEmpty ? HomeItem.doneReason : words, permit)
                }
            }
            return redirect(.homeProgram, hasTakenUp ? (move == .resume ? .goesOn : .takenOut) : .saved)
        } catch is HomeItem.Fault {
            // Somebody else was quicker: the list shows where it stands.
            return redirect(.homeProgram, .noChange)
        }
    }

    func keepItem() async throws -> Response {
        _ = try await look { _, _ in }
        guard let kept = form["kept"].flatMap({ ID<HomeItem>($0) }),
            let gone = form["gone"].flatMap({ ID<HomeItem>($0) })
        else { return redirect(.homeProgram, .noChange) }
        do {
            try await change { try $0.keep(kept, insteadOf: gone, $1) }
        } catch is HomeItem.Fault {
            return redirect(.homeProgram, .noChange)
        }
        return redirect(.homeProgram, .saved)
    }

    func takeAlert() async throws -> Response {
        let id = try visit.id("alert", of: HurtAlert.self)
        try await change { try $0.take(id, $1) }
        return redirect(.homeProgram, .takenUp)
    }

    // MARK: The family's time

    private static let minutes = Field(
        name: "minutes",
        label: "Minutes a day for practice",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        hint: "What fits most days. 20 is usual; less is fine.",
        most: 3
    )
    private static let count = Field(
        name: "items",
        label: "How many activities at a time",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        most: 2
    )
    private static let routines = Field(
        name: "routines",
        label: "When in the day there is a moment for it",
        kind: .checks(
            Routine.allCases.filter { $0 != .anytime }.map { Field.Option(value: $0.rawValue, text: $0.name) }
        )
    )

    func homeSettingsPage() async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        let settings = plan.home.settings
        let typed = FormBody(
            fields: [
                ("version", "\(plan.settings?.version ?? 0)"), ("minutes", "\(settings.dailyMinutes)"),
                ("items", "\(settings.itemsAtATime)"),
            ] + settings.routines.sorted().map { ("routines", $0.rawValue) }
        )
        return settingsPage(plan, typed, Problems())
    }

    func saveHomeSettings() async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        var reader = FormReader(form)
        func number(_ field: Field, _ range: ClosedRange<Int>) -> Int {
            let number = Int((form[field.name] ?? "").trimmed)
            guard let number, range.contains(number) else {
                reader.problems.add(field.name, "Write a number from \(range.lowerBound) to \(range.upperBound).")
                return 0
            }
            return number
        }
        let chosen = Set(form.all("routines").compactMap { Routine(rawValue: $0) })
        let settings = HomeProgram.Settings(
            child: plan.settings?.value.child ?? child,
            dailyMinutes: number(Self.minutes, 1...240),
            itemsAtATime: number(Self.count, 1...12),
            routines: chosen
        )
        guard reader.problems.isEmpty else { return settingsPage(plan, form, reader.problems) }
        let version = reader.version
        do {
            try await change { try $0.save(settings, version: version, $1) }
        } catch StoreFailure.conflict {
            let now = try await look { try $0.plan($1) }
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(now.settings?.version ?? 0)")]
            let problems = Problems(
                "theirs",
                "Somebody else saved this while you were writing. Read what stands now, then save yours again."
            )
            return settingsPage(now, FormBody(fields: kept), problems, showsTheirs: true)
        }
        return redirect(.homeProgram, .saved)
    }

    private func settingsPage(
        _ plan: ChildPlan,
        _ typed: FormBody,
        _ problems: Problems,
        showsTheirs: Bool = false
    ) -> Response {
        let settings = plan.home.settings
        var values: Page.Values = [
            "fields": [Self.minutes, Self.count, Self.routines].values(typed, problems),
            "version": typed["version"] ?? "0", "action": Address.homeProgram(child, .settings).path,
            "home_href": Address.homeProgram(child, .all).path, "alerts": plan.alertValues,
        ]
        if showsTheirs {
            values["theirs"] = [
                ("Minutes a day", "\(settings.dailyMinutes)"), ("Activities at a time", "\(settings.itemsAtATime)"),
                ("When", settings.routines.sorted().map(\.name).joined(separator: ", ")),
            ].map { ["name": $0.0, "value": $0.1] as Page.Values }
        }
        return response(
            "home-settings",
            title: "Time for practice",
            plan.child,
            plan.permit,
            at: .homeProgram,
            values,
            problems: problems
        )
    }
}
