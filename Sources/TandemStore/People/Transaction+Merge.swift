import TandemCare
import TandemDatabase

/// Joining two records of one child. What hangs on the merged one is written anew on the kept one, and ends where it was: both
/// histories stay whole. The merged record points to the kept one.
extension Transaction {
    /// - Parameters:
    ///   - kept, merged: permits for `merge records` on both.
    ///   - letter: tells every guardian that somebody gained access.
    /// - Throws: `StoreFailure.conflict` where one of the records has changed since it was read.
    package func merge(
        _ merged: Permit,
        version mergedVersion: Int,
        into kept: Permit,
        version keptVersion: Int,
        telling letter: Letter
    ) throws {
        guard merged.child != kept.child, var gone = try connection.record(merged.child)?.value,
            let standing = try connection.record(kept.child)
        else { throw StoreFailure.notFound }
        guard standing.version == keptVersion else {
            throw StoreFailure.conflict(kind: Child.kind, id: kept.child.text, current: standing.version)
        }
        gone.mergedInto = kept.child
        gone.archivedAt = gone.archivedAt ?? now
        try replace(gone, version: mergedVersion)
        try moveTies(merged.facts, kept.facts)
        try moveCare(merged.facts, kept.facts)
        try moveConsents(merged.facts, kept.facts)
        try moveResidences(merged.child, kept.child)
        try joinIntakes(merged.child, kept.child)
        if standing.value.whatMatters.isEmpty, !gone.whatMatters.isEmpty {
            try update(kept.child) { $0.whatMatters = gone.whatMatters }
        }
        try connection.send(
            "UPDATE due SET child = $1 WHERE child = $2",
            [.text(kept.child.text), .text(merged.child.text)]
        )
        try moveVisits(merged.child, kept.child)
        try relist(merged.child)
        try relist(kept.child)
        try tellGuardians(try connection.facts(of: kept.child), letter)
    }

    private func moveTies(_ merged: ChildFacts, _ kept: ChildFacts) throws {
        for tie in merged.ties {
            try update(tie.id) { $0.endedAt = now }
            guard !kept.ties.contains(where: { $0.account == tie.account }) else { continue }
            try insert(
                FamilyTie(
                    id: effects.id(),
                    child: kept.child,
                    household: tie.household,
                    account: tie.account,
                    relation: tie.relation,
                    mayConsent: tie.mayConsent,
                    since: tie.since
                )
            )
        }
    }

    private func moveCare(_ merged: ChildFacts, _ kept: ChildFacts) throws {
        for care in merged.care {
            try update(care.id) { $0.endedAt = now }
            // Care that began on a consent ends with the record it was given for; it can begin again on the kept one.
            guard care.consent == nil else { continue }
            if let same = kept.care.first(where: { $0.practice == care.practice }) {
                try update(same.id) { $0.therapists.formUnion(care.therapists) }
            } else {
                try insert(
                    CareRelationship(
                        id: effects.id(),
                        child: kept.child,
                        practice: care.practice,
                        therapists: care.therapists,
                        since: care.since
                    )
                )
            }
        }
    }

    /// A consent that holds on the merged record holds on the kept one, unless the family has withdrawn one for the same
    /// practice there later: nobody regains by a merge what was taken back.
    private func moveConsents(_ merged: ChildFacts, _ kept: ChildFacts) throws {
        for consent in merged.consents where consent.isActive(at: now) {
            try update(consent.id) { $0.withdrawnAt = now }
            let isTakenBack = kept.consents.contains {
                $0.practice == consent.practice && ($0.withdrawnAt.map { $0 > consent.givenAt } ?? false)
            }
            guard !isTakenBack else { continue }
            try insert(
                Consent(
                    id: effects.id(),
                    child: kept.child,
                    practice: consent.practice,
                    scope: consent.scope,
                    purpose: consent.purpose,
                    givenBy: consent.givenBy,
                    household: consent.household,
                    givenAt: consent.givenAt,
                    until: consent.until
                )
            )
        }
    }

    private func moveResidences(_ merged: ID<Child>, _ kept: ID<Child>) throws {
        func residences(_ child: ID<Child>) throws -> [Residence] {
            try connection.records(
                Residence.self,
                where: "child = $1 AND ended_at IS NULL ORDER BY id",
                [.text(child.text)]
            ).map(\.value)
        }
        let known = Set(try residences(kept).map(\.household))
        for residence in try residences(merged) {
            try update(residence.id) { $0.endedAt = now }
            guard !known.contains(residence.household) else { continue }
            try insert(
                Residence(id: effects.id(), child: kept, household: residence.household, since: residence.since)
            )
        }
    }

    private func joinIntakes(_ merged: ID<Child>, _ kept: ID<Child>) throws {
        guard let theirs = try connection.intake(of: merged)?.value else { return }
        if let ours = try connection.intake(of: kept) {
            var joined = ours.value
            joined.join(theirs)
            try replace(joined, version: ours.version)
        } else {
            var joined = Intake(id: effects.id(), child: kept)
            joined.join(theirs)
            try insert(joined)
        }
    }
}
