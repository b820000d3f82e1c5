import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Who may see a child's record: reading it, allowing it, taking it back.
extension ChildVisit {
    func consentsPage() async throws -> Response {
        let overview = try await look { try $0.overview($1) }
        let permit = overview.permit
        let past = permit.facts.consents.filter { !$0.isActive(at: permit.now) }.sorted { $0.givenAt > $1.givenAt }
        let current = permit.facts.consents.filter { $0.isActive(at: permit.now) }.sorted { $0.givenAt > $1.givenAt }
        return response(
            "consents",
            title: "Who may see it",
            overview.child.value,
            permit,
            at: .consents,
            [
                "treating": permit.facts.care.map { care in
                    [
                        "practice": overview.practices[care.practice] ?? "",
                        "since": DateText.text(visit.store.effects.day(care.since)),
                    ] as Page.Values
                },
                "current": current.map { values($0, overview) }, "past": past.map { values($0, overview) },
                "can_share": permit.may(.giveConsent), "share_href": Address.childPage(child, .newConsent).path,
                "may_see_looks": permit.may(.seeLooks), "looks_href": Address.childPage(child, .looks).path,
            ]
        )
    }

    private func values(_ consent: Consent, _ overview: ChildOverview) -> Page.Values {
        let day = visit.store.effects.day
        var values: Page.Values = [
            "practice": overview.practices[consent.practice] ?? "",
            "scope": consent.scope.words(forFamily: overview.permit.ground.practice == nil),
            "purpose": consent.purpose, "given_by": overview.people[consent.givenBy] ?? "",
            "given": DateText.text(day(consent.givenAt)),
            "until": consent.lastDay.map(DateText.text) ?? "it is taken back",
            "can_withdraw": overview.permit.mayWithdraw(consent),
            "action": Address.withdrawal(child, consent.id).path,
        ]
        if let at = consent.withdrawnAt {
            values["ended"] = "taken back \(DateText.text(day(at)))"
        } else if let last = consent.lastDay {
            values["ended"] = "ended \(DateText.text(last))"
        }
        return values
    }

    func withdrawConsent() async throws -> Response {
        let id = try visit.id("consent", of: Consent.self)
        try await change { try $0.withdrawConsent(id, $1) }
        return redirect(.consents, .withdrawn)
    }

    // MARK: Allowing

    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let form: ConsentForm
    }

    private func read() async throws -> Read {
        try await look { connection, permit in
            let treating = Set(permit.facts.care.map(\.practice))
            return Read(
                child: try connection.child(permit).value,
                permit: permit,
                form: ConsentForm(practices: try connection.allPractices().filter { !treating.contains($0.id) })
            )
        }
    }

    func newConsentPage() async throws -> Response {
        page(try await read(), FormBody(fields: []), Problems())
    }

    /// First the questions, then all answers to check, then it is given.
    func giveConsent() async throws -> Response {
        let read = try await read()
        var reader = FormReader(form)
        let draft = read.form.read(&reader, today: today)
        guard reader.problems.isEmpty else { return page(read, form, reader.problems) }
        if form["change"] == "1" { return page(read, form, Problems()) }
        guard form["checked"] == "1" else { return checkPage(read, draft) }
        let letter = visit.workspace.letters.accessGained
        _ = try await change { try $0.giveConsent(draft, $1, telling: letter) }
        return redirect(.consents, .shared)
    }

    private func page(_ read: Read, _ typed: FormBody, _ problems: Problems) -> Response {
        response(
            "consent-new",
            title: "Share the record",
            read.child,
            read.permit,
            at: .newConsent,
            [
                "fields": read.form.fields.values(typed, problems), "nobody": read.form.practices.isEmpty,
                "action": Address.childPage(child, .newConsent).path,
            ],
            problems: problems
        )
    }

    private func checkPage(_ read: Read, _ draft: ConsentDraft) -> Response {
        let practice = read.form.practices.first { $0.id == draft.practice }?.name ?? ""
        let until = draft.lastDay.map { "Until \(DateText.text($0))" } ?? "Until you take it back"
        let names = ["practice", "scope", "purpose", "last_day_month", "last_day_day", "last_day_year"]
        return response(
            "consent-check",
            title: "Check before you share",
            read.child,
            read.permit,
            at: .newConsent,
            [
                "practice": practice, "action": Address.childPage(child, .newConsent).path,
                "answers": [
                    ("Who may see it", practice),
                    ("What they may see", draft.scope.words(forFamily: true).capitalizedFirst),
                    ("What it is for", draft.purpose), ("How long", until),
                ].map { ["question": $0.0, "answer": $0.1] as Page.Values },
                "state": form.fields.filter { names.contains($0.name) }.map {
                    ["name": $0.name, "value": $0.value] as Page.Values
                },
            ]
        )
    }
}
