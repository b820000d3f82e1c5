import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// The circle of a practice: whom it refers children to, and how that went.
extension PracticeVisit {
    func partnersPage() async throws -> Response {
        let (practice, now) = (practice, visit.store.effects.now())
        let (partners, archived, records) = try await look { connection in
            (
                try connection.partners(of: practice), try connection.partners(of: practice, archived: true),
                try connection.partnerRecords(of: practice, at: now)
            )
        }
        func rows(_ partners: [Versioned<Partner>]) -> [Page.Values] {
            partners.map { row($0.value, records[$0.value.id]) }
        }
        return response(
            "partners",
            title: "Partners",
            at: .partners,
            [
                "trusted": rows(partners.filter(\.value.isTrusted)),
                "others": rows(partners.filter { !$0.value.isTrusted }),
                "archived": rows(archived), "has_any": !partners.isEmpty,
                "new_href": Address.practicePage(practice, .newPartner).path,
                "find_href": Address.practicePage(practice, .findPartner).path,
                "has_directory": visit.workspace.directory != nil,
                "may_work": may(.workReferrals),
            ]
        )
    }

    func row(_ partner: Partner, _ record: PartnerRecord?) -> Page.Values {
        var values: Page.Values = [
            "name": partner.name, "letter": partner.disciplines.letters,
            "href": Address.partner(practice, partner.id, .page).path, "is_on_tandem": partner.inTandem != nil,
        ]
        values.fill("place", partner.place)
        values.fill("phone", partner.phone)
        values.fill("languages", partner.languages.joined(separator: ", "))
        guard let record else { return values }
        values["loops"] = "\(record.reported) of \(record.sent) reported back"
        if let days = record.firstContactDays { values["answers"] = ReferralNumbers.text(days: days) }
        return values
    }

    // MARK: One partner

    private struct Opened: Sendable {
        let partner: Versioned<Partner>
        let practices: [Practice]
        let record: PartnerRecord?
    }

    private func openPartner() async throws -> Opened {
        let id = try visit.id("partner", of: Partner.self)
        let (practice, now) = (practice, visit.store.effects.now())
        return try await look { connection in
            Opened(
                partner: try connection.partner(id, of: practice),
                practices: try connection.otherPractices(than: practice),
                record: try connection.partnerRecords(of: practice, at: now)[id]
            )
        }
    }

    func newPartnerPage() async throws -> Response {
        let practice = practice
        let practices = try await look { try $0.otherPractices(than: practice) }
        let known = visit.query["npi"].flatMap { NPI($0) }
        let typed = if let known { try await partnerKnown(as: known) } else { FormBody(fields: []) }
        return partnerPage(nil, practices, typed, Problems())
    }

    func addPartner() async throws -> Response {
        let practice = practice
        let practices = try await look { try $0.otherPractices(than: practice) }
        var partner = Partner(id: visit.store.effects.id(), practice: practice, name: "", disciplines: [])
        var reader = FormReader(form)
        PartnerForm.read(&reader, &partner, practices: practices)
        guard reader.problems.isEmpty else { return partnerPage(nil, practices, form, reader.problems) }
        try await change { [partner] in _ = try $0.add(partner) }
        return visit.redirect(.practicePage(practice, .partners), .saved)
    }

    func partnerPage() async throws -> Response {
        let open = try await openPartner()
        return partnerPage(
            open,
            open.practices,
            PartnerForm.filled(open.partner.value, version: open.partner.version),
            Problems()
        )
    }

    func changePartner() async throws -> Response {
        let open = try await openPartner()
        var partner = open.partner.value
        var reader = FormReader(form)
        PartnerForm.read(&reader, &partner, practices: open.practices)
        guard reader.problems.isEmpty else { return partnerPage(open, open.practices, form, reader.problems) }
        let version = reader.version
        do {
            try await change { [partner] in _ = try $0.change(partner, version: version) }
        } catch StoreFailure.conflict(_, _, let current) {
            reader.problems.add(
                "theirs",
                "Somebody else saved this partner meanwhile. Read theirs, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(current)")]
            return partnerPage(try await openPartner(), open.practices, FormBody(fields: kept), reader.problems)
        }
        return visit.redirect(.practicePage(practice, .partners), .saved)
    }

    func archivePartner() async throws -> Response {
        let id = try visit.id("partner", of: Partner.self)
        let (practice, puts) = (practice, form["back"] != "1")
        try await change { try $0.setArchived(id, of: practice, puts) }
        return visit.redirect(.practicePage(practice, .partners), puts ? .archived : .broughtBack)
    }

    private func partnerPage(
        _ open: Opened?,
        _ practices: [Practice],
        _ typed: FormBody,
        _ problems: Problems
    ) -> Response {
        var values: Page.Values = [
            "fields": PartnerForm.fields(practices).values(typed, problems), "version": typed["version"] ?? "0",
            "action": Address.practicePage(practice, .newPartner).path,
            "back_href": Address.practicePage(practice, .partners).path, "may_work": may(.workReferrals),
        ]
        if let partner = open?.partner.value {
            values["name"] = partner.name
            values["action"] = Address.partner(practice, partner.id, .page).path
            values["archive_action"] = Address.partner(practice, partner.id, .archive).path
            values["is_archived"] = partner.archivedAt != nil
            if let record = open?.record { values["record"] = [row(partner, record)] as [Page.Values] }
            if problems["theirs"] != nil {
                values["theirs"] = [
                    ("Name", partner.name), ("Place", partner.place), ("Phone", partner.phone), ("Fax", partner.fax),
                    ("Email", partner.email), ("Notes", partner.privateNotes),
                ].map { ["name": $0.0, "value": $0.1] as Page.Values }
            }
        }
        return response(
            "partner",
            title: open?.partner.value.name ?? "Add a partner",
            at: .partners,
            values,
            problems: problems
        )
    }
}

extension Connection {
    /// All practices on Tandem but one's own, by name.
    func otherPractices(than practice: ID<Practice>) throws -> [Practice] {
        try allPractices().filter { $0.id != practice }
    }
}

extension Workspace {
    func addPartners(to book: inout RouteBook) {
        book.practice(.get, PracticePage.partners.route, .seeReferralBoard) { try await $0.partnersPage() }
        book.practice(.get, PracticePage.newPartner.route, .workReferrals) { try await $0.newPartnerPage() }
        book.practice(.post, PracticePage.newPartner.route, .workReferrals) { try await $0.addPartner() }
        book.practice(.get, PracticePage.findPartner.route, .seeReferralBoard) { try await $0.findPartnerPage() }
        book.practice(.get, PartnerPage.page.route, .seeReferralBoard) { try await $0.partnerPage() }
        book.practice(.post, PartnerPage.page.route, .workReferrals) { try await $0.changePartner() }
        book.practice(.post, PartnerPage.archive.route, .workReferrals) { try await $0.archivePartner() }
        book.practice(.get, PracticePage.numbers.route, .seeNumbers) { try await $0.numbersPage() }
        book.practice(.get, PracticePage.numbersFile.route, .seeNumbers) { try await $0.numbersFile() }
        book.practice(.get, PracticePage.waitingNumbersFile.route, .seeNumbers) { try await $0.waitingNumbersFile() }
    }
}

/// The pages of one partner; the raw value is the rest of the address.
enum PartnerPage: String, Sendable {
    case page = ""
    case archive = "/archive"

    /// As the router takes it.
    var route: String { "\(PracticePage.partners.route)/{partner}\(rawValue)" }
}
