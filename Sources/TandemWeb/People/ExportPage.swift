import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The right of access: a child's whole record with its history, as one archive to keep.
extension ChildVisit {
    func exportPage() async throws -> Response {
        let (child, permit) = try await look { connection, permit in (try connection.child(permit).value, permit) }
        return response(
            "export",
            title: "Take it with you",
            child,
            permit,
            at: .export,
            ["action": Address.childPage(self.child, .export).path]
        )
    }

    func export() async throws -> Response {
        let day = visit.store.effects.day
        let record = try await change { transaction, permit in
            transaction.note(.exported, kind: "record", id: permit.child.text, child: permit.child)
            let looks = try transaction.connection.looks(at: permit.child, before: nil, date: day)
            return try transaction.connection.export(permit, looks: looks)
        }
        var archive = ZipArchive()
        archive.add("record.html", try html(record))
        archive.add("record.json", ExportJSON.text(record))
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"tandem-record-\(today).zip\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: archive.bytes))
        )
    }

    private func html(_ record: RecordExport) throws -> String {
        let site = visit.workspace.site
        let child = record.overview.child.value
        let (day, now) = (visit.store.effects.day, visit.store.effects.now())
        let words = OverviewWords(overview: record.overview, form: site.intakeForm, today: today, day: day)
        var values = words.values
        values["child_name"] = child.fullName
        values["born"] = DateText.text(child.birthDate)
        values["language"] = child.language
        values["made"] = DateText.text(today)
        values["sections"] = site.intakeForm.sections.map { section in
            [
                "section_title": section.title,
                "questions": section.questions.compactMap { question -> Page.Values? in
                    guard let answer = record.overview.intake?.value.answers[question.key] else { return nil }
                    return ["question": question.text, "answer": answer]
                },
            ] as Page.Values
        }
        values.merge(try ExportedConnections(record, rules: site.rules.referrals, now: now, day: day).values) { $1 }
        values["days"] = LookWords(looks: record.looks, reader: nil).days
        values["plan"] = try ExportedPlan(record, measures: site.rules.measures).values
        values["versions"] = record.entries.filter { $0.versions.count > 1 }.flatMap { entry in
            entry.versions.dropLast().map { version in
                [
                    "kind": ExportJSON.names[entry.kind] ?? entry.kind, "number": version.number,
                    "replaced": version.replacedAt.map { DateText.text(day($0)) } ?? "",
                    "by": version.replacedBy ?? "Tandem", "body": version.body,
                ] as Page.Values
            }
        }
        let page = Page(template: "record", title: child.fullName, description: "", section: nil, values: values)
        return site.templates.html(page, year: today.year)
    }
}

/// The record as JSON: every part with every version, oldest first.
enum ExportJSON {
    static let names = [
        "child": "Child", "care_relationship": "Care", "consent": "Sharing", "family_tie": "Family",
        "residence": "Where the child lives", "household": "Home", "intake": "Intake form",
        "goal": "Goal", "attainment_scale": "Scale of a goal", "rating": "Rating", "goal_question": "Question",
        "measurement": "Measurement", "return_to_sport": "Return to sport", "home_item": "Home activity",
        "home_settings": "Time for the home program", "tick": "Practice at home", "hurt_alert": "It hurt",
        "plan_of_care": "Plan of care", "visit_note": "Note of a visit", "appointment": "Appointment",
        "joint_appointment": "Visit with both practices", "referral": "Referral",
        "referral_message": "Message beside a referral", "inquiry": "Letter to a practice",
    ]

    static func text(_ record: RecordExport) -> String {
        let entries = record.entries.map { entry in
            let versions = entry.versions.map { version in
                let replaced = version.replacedAt.map { ", \"replacedAt\": \($0.microseconds)" } ?? ""
                return "      {\"version\": \(version.number)\(replaced), \"value\": \(version.body)}"
            }.joined(separator: ",\n")
            return "    {\"kind\": \"\(entry.kind)\", \"id\": \"\(entry.id)\", \"versions\": [\n\(versions)\n    ]}"
        }.joined(separator: ",\n")
        return """
            {
              "format": "tandem record 1",
              "times": "microseconds since 1970-01-01, UTC",
              "child": "\(record.overview.child.value.id.text)",
              "records": [
            \(entries)
              ]
            }

            """
    }
}
