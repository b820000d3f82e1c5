import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// What a practice says of itself, and how its people sign in.
extension PracticeVisit {
    private static let name = Field(name: "name", label: "Name of the practice", most: 120)
    private static let phone = Field(
        name: "phone",
        label: "Phone",
        kind: .phone,
        isOptional: true,
        most: 40
    )
    private static let place = Field(
        name: "place",
        label: "City and state",
        hint: "For example: Springfield, IL",
        isOptional: true,
        most: 120
    )
    private static let disciplines = Field(
        name: "discipline",
        label: "What you offer",
        kind: .checks(Field.Option.therapies)
    )
    private static let secondFactor = Field(
        name: "second_factor",
        label: "Signing in",
        kind: .checks([
            Field.Option(
                value: "1",
                text: "Everybody must use a second step",
                note: "A code from an app on the phone, beside the password."
            )
        ]),
        isOptional: true
    )
    private static let inquiries = Field(
        name: "inquiries",
        label: "Letters from families",
        kind: .checks([
            Field.Option(
                value: "1",
                text: "Families can write to us from the guide",
                note: "They wait under Inquiries."
            )
        ]),
        isOptional: true
    )
    private static var fields: [Field] { [name, phone, place, disciplines, inquiries, secondFactor] }

    func settingsPage() async throws -> Response {
        let practice = practice
        guard let found = try await look({ try $0.record(practice) }) else { throw Failure.notFound }
        return page(Self.filled(found.value, version: found.version), Problems())
    }

    func saveSettings() async throws -> Response {
        var reader = FormReader(form)
        let name = reader.text(Self.name, missing: "Write the name of the practice.")
        let phone = reader.text(Self.phone)
        let place = reader.text(Self.place)
        let disciplines = Set(form.all("discipline").compactMap { Discipline(rawValue: $0) })
        if disciplines.isEmpty { reader.problems.add("discipline", "Choose what you offer.") }
        guard reader.problems.isEmpty else { return page(form, reader.problems) }
        let (id, version, needsSecond) = (practice, reader.version, form["second_factor"] == "1")
        let takesInquiries = form["inquiries"] == "1"
        do {
            try await change { transaction in
                guard var practice = try transaction.connection.record(id)?.value else { throw StoreFailure.notFound }
                practice.name = name
                practice.phone = phone
                practice.place = place
                practice.disciplines = disciplines
                practice.requiresSecondFactor = needsSecond
                practice.takesInquiries = takesInquiries
                try transaction.replace(practice, version: version)
            }
        } catch StoreFailure.conflict(_, _, let current) {
            reader.problems.add(
                "theirs",
                "Somebody else saved the settings meanwhile. Read them below, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(current)")]
            let theirs = try await look { try $0.record(id)?.value }
            return page(FormBody(fields: kept), reader.problems, theirs: theirs)
        }
        return visit.redirect(.practicePage(practice, .settings), .saved)
    }

    private static func filled(_ practice: Practice, version: Int) -> FormBody {
        var fields: [(name: String, value: String)] = [
            ("name", practice.name), ("phone", practice.phone), ("place", practice.place), ("version", "\(version)"),
        ]
        fields += practice.disciplines.map { ("discipline", $0.rawValue) }
        if practice.takesInquiries { fields.append(("inquiries", "1")) }
        if practice.requiresSecondFactor { fields.append(("second_factor", "1")) }
        return FormBody(fields: fields)
    }

    private func page(_ typed: FormBody, _ problems: Problems, theirs: Practice? = nil) -> Response {
        var values: Page.Values = [
            "fields": Self.fields.values(typed, problems), "version": typed["version"] ?? "0",
            "action": Address.practicePage(practice, .settings).path,
            "referral_clock_href": Address.practicePage(practice, .referralClock).path,
        ]
        if let theirs {
            values["theirs"] = [
                ("Name", theirs.name), ("Phone", theirs.phone), ("City and state", theirs.place),
                ("What you offer", theirs.disciplines.map(\.rawValue).sorted(by: >).joined(separator: " and ")),
                ("Letters from families", theirs.takesInquiries ? "taken" : "not taken"),
                ("Second step", theirs.requiresSecondFactor ? "required" : "not required"),
            ].map { ["name": $0.0, "value": $0.1] as Page.Values }
        }
        return response("practice-settings", title: "Settings", at: .settings, values, problems: problems)
    }
}
