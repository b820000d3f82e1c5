import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// Somebody near for a child: the practice's partners first, then whom the directory knows.
extension PracticeVisit {
    func findPartnerPage() async throws -> Response {
        let (practice, now) = (practice, visit.store.effects.now())
        let (own, partners, records) = try await look { connection in
            (
                try connection.record(practice)?.value, try connection.partners(of: practice).map(\.value),
                try connection.partnerRecords(of: practice, at: now)
            )
        }
        let search = visit.workspace.directory
        let form = DirectoryForm(visit.query.adding("place", own?.place ?? ""), place: DirectoryForm.workPlace)
        var problems = Problems()
        var values: Page.Values = [
            "action": Address.practicePage(practice, .findPartner).path,
            "back_href": Address.practicePage(practice, .partners).path,
            "has_directory": (search?.counts.placed ?? 0) > 0,
        ]
        do throws(Places.Miss) {
            if let search, visit.query["place"] != nil {
                let place = try form.find(in: search.places)
                values["near"] = place.name
                values["is_guess"] = place.isGuess
                values["miles"] = form.typed["miles"]
                values.merge(try await found(form, place, search, partners, records)) { $1 }
            }
        } catch { problems.add("place", error.message) }
        values.merge(form.values(problems)) { $1 }
        return response("partner-find", title: "Find somebody near", at: .partners, values, problems: problems)
    }

    private func found(
        _ form: DirectoryForm,
        _ place: FoundPlace,
        _ search: ProviderSearch,
        _ partners: [Partner],
        _ records: [ID<Partner>: PartnerRecord]
    ) async throws(Places.Miss) -> Page.Values {
        let found: FoundNearby
        do { found = try await search.nearest(form.query(place.position), partners: partners) } catch {
            return ["is_out": true]
        }
        let today = visit.workspace.site.today()
        func rows(_ partners: [NearPartner]) -> [Page.Values] {
            partners.map { near in
                var values = row(near.partner, records[near.partner.id])
                values["distance"] = near.miles.map(ListingWords.distance)
                if let details = near.details { values.merge(ListingWords.values(details, today: today)) { $1 } }
                return values.withoutEmptyTexts
            }
        }
        let others = found.others.map { other in
            var values = ListingWords(other.provider, other.details, today: today).values(miles: other.miles)
            if may(.workReferrals) {
                values["add_href"] = Address.newPartner(practice, other.provider.npi).path
            }
            return values
        }
        return [
            "trusted": rows(found.partners.filter(\.partner.isTrusted)),
            "partners": rows(found.partners.filter { !$0.partner.isTrusted }), "others": others,
            "nobody": found.partners.isEmpty && others.isEmpty, "has_searched": true,
        ]
    }

    /// What the directory knows of somebody who becomes a partner; nothing for a number that it does not know.
    func partnerKnown(as npi: NPI) async throws -> FormBody {
        let practice = practice
        let found = try await look { connection -> (Provider, ListingClaim?)? in
            guard let provider = try connection.provider(npi) else { return nil }
            return (provider, try connection.confirmedClaim(to: npi))
        }
        guard let (provider, claim) = found else { return FormBody(fields: []) }
        var partner = Partner(
            id: visit.store.effects.id(),
            practice: practice,
            name: ListingWords(provider, claim?.details, today: visit.workspace.site.today()).name,
            disciplines: Set(provider.kinds.disciplines)
        )
        partner.npi = npi.description
        partner.place = "\(ListingWords.calm(provider.city)), \(provider.state)"
        // The number of somebody who works alone may be that of a home.
        if provider.isOrganization || claim != nil {
            (partner.phone, partner.fax) = (ListingWords.phone(provider.phone), ListingWords.phone(provider.fax))
        }
        partner.inTandem = claim?.practice
        partner.languages = claim?.details.languages.map(\.capitalizedFirst) ?? []
        return PartnerForm.filled(partner, version: 0)
    }
}

extension FormBody {
    /// A field more, unless it is there.
    fileprivate func adding(_ name: String, _ value: String) -> FormBody {
        self[name] == nil && !value.isEmpty ? FormBody(fields: fields + [(name, value)]) : self
    }
}
