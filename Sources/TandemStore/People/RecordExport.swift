package import TandemCare
package import TandemDatabase

/// A child's whole record with its history, for the family that asks for it: the right of access.
package struct RecordExport: Sendable {
    /// One record, all its versions, oldest first; the last one stands now.
    package struct Entry: Sendable {
        package let kind: String
        package let id: String
        package let versions: [Version]
    }

    package struct Version: Sendable {
        package let number: Int
        /// JSON, as it is kept.
        package let body: String
        /// When the next version replaced it, and who did; `nil` for the version that stands.
        package let replacedAt: Instant?
        package let replacedBy: String?
    }

    package let overview: ChildOverview
    package let entries: [Entry]
    /// Who and what the referrals name.
    package let names: ReferralNames
    /// Every look and every change, newest first.
    package let looks: Looks
}

extension Connection {
    /// The tables whose rows are part of a child's record and carry its id.
    private static var kinds: [String] {
        [
            "care_relationship", "consent", "family_tie", "residence", "intake", "goal", "attainment_scale", "rating",
            "goal_question", "measurement", "return_to_sport", "home_item", "home_settings", "tick", "hurt_alert",
            "appointment", "joint_appointment",
            "referral_message",
        ]
    }

    /// What of the record this person may see: of homes, their own household's only.
    package func export(_ permit: Permit, looks: Looks) throws -> RecordExport {
        let overview = try overview(permit)
        var entries: [RecordExport.Entry] = []
        let hidden = try otherHouseholds(permit, overview.households.map(\.value.id))
        for child in try ids(joinedInto: permit.child) {
            entries += try versions(of: "child", where: "id = $1", child.text)
            for kind in Self.kinds {
                entries += try versions(of: kind, where: "child = $1", child.text).filter { entry in
                    kind != "residence" || !hidden.contains { id in entry.versions.contains { $0.body.contains(id) } }
                }
            }
        }
        entries += try signed(VisitNote.self, permit) { $0.isSigned }
        entries += try signed(PlanOfCare.self, permit) { $0.isSigned }
        entries += try sentReferrals(permit)
        entries += try letters(permit, of: overview.households.map(\.value.id))
        for household in overview.households {
            entries += try versions(of: "household", where: "id = $1", household.value.id.text)
        }
        return RecordExport(overview: overview, entries: entries, names: try names(of: entries), looks: looks)
    }

    /// A note or a plan of care is its author's until it is signed: drafts, and what it was before it was signed, stay out.
    private func signed<Value: PlanRecord>(
        _: Value.Type,
        _ permit: Permit,
        _ isSigned: (Value) -> Bool
    ) throws -> [RecordExport.Entry] {
        try ids(joinedInto: permit.child).flatMap { child in
            try versions(of: Value.kind, where: "child = $1 AND signed_at IS NOT NULL", child.text)
        }.map { entry in
            RecordExport.Entry(
                kind: entry.kind,
                id: entry.id,
                versions: try entry.versions.filter { isSigned(try RecordJSON.decode(Value.self, from: $0.body)) }
            )
        }
    }

    /// A referral is its writer's until the family is asked or it is sent.
    private func sentReferrals(_ permit: Permit) throws -> [RecordExport.Entry] {
        try ids(joinedInto: permit.child).flatMap { child in
            try versions(of: Referral.kind, where: "child = $1", child.text)
        }.map { entry in
            RecordExport.Entry(
                kind: entry.kind,
                id: entry.id,
                versions: try entry.versions.filter {
                    try RecordJSON.decode(Referral.self, from: $0.body).isVisibleToFamily
                }
            )
        }.filter { !$0.versions.isEmpty }
    }

    /// What the family wrote to practices before it was known there, from practice to practice; a home's own letters only, since
    /// they say how one parent is reached.
    private func letters(_ permit: Permit, of homes: [ID<Household>]) throws -> [RecordExport.Entry] {
        let taken = try ids(joinedInto: permit.child).flatMap { child in
            try records(Inquiry.self, where: "child = $1 ORDER BY id", [.text(child.text)]).map(\.value)
        }
        return try taken.filter { $0.home.map(homes.contains) ?? false }.flatMap { inquiry in
            try versions(of: Inquiry.kind, where: "thread = $1", inquiry.thread.text)
        }
    }

    private func names(of entries: [RecordExport.Entry]) throws -> ReferralNames {
        let record = { (entry: RecordExport.Entry) in entry.versions.last?.body ?? "" }
        return try names(
            of: entries.filter { $0.kind == Referral.kind }.map {
                try RecordJSON.decode(Referral.self, from: record($0))
            },
            entries.filter { $0.kind == ReferralMessage.kind }
                .map { try RecordJSON.decode(ReferralMessage.self, from: record($0)) }
        )
    }

    private func otherHouseholds(_ permit: Permit, _ own: [ID<Household>]) throws -> [String] {
        let all = try rows("SELECT household FROM residence WHERE child = $1", [.text(permit.child.text)])
        let ids = Set(own.map(\.text))
        return try all.map { try $0.text("household") }.filter { !ids.contains($0) }
    }

    private func versions(of kind: String, where condition: String, _ value: String) throws -> [RecordExport.Entry] {
        try rows("SELECT id, version, body FROM \(kind) WHERE \(condition) ORDER BY id", [.text(value)]).map { row in
            let id = try row.text("id")
            let replaced = try rows(
                """
                SELECT h.version, h.body, h.replaced_at, a.name FROM history h LEFT JOIN account a ON a.id = h.replaced_by
                WHERE h.kind = $1 AND h.id = $2 ORDER BY h.version
                """,
                [.text(kind), .text(id)]
            ).map { old in
                RecordExport.Version(
                    number: Int(try old.integer("version")),
                    body: try old.text("body"),
                    replacedAt: Instant(microseconds: try old.integer("replaced_at")),
                    replacedBy: try old.optionalText("name")
                )
            }
            let standing = RecordExport.Version(
                number: Int(try row.integer("version")),
                body: try row.text("body"),
                replacedAt: nil,
                replacedBy: nil
            )
            return RecordExport.Entry(kind: kind, id: id, versions: replaced + [standing])
        }
    }
}

extension RecordExport {
    /// Every record of one kind as it stands, oldest first.
    package func standing<Value: Record>(_: Value.Type = Value.self) throws -> [Value] {
        try entries.filter { $0.kind == Value.kind }.compactMap(\.versions.last)
            .map { try RecordJSON.decode(Value.self, from: $0.body) }
    }
}
