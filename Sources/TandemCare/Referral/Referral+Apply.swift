import TandemCatalog

extension Referral {
    /// Does one thing: along the table, by the side whose move it is, with what has to be said with it.
    ///
    /// - Parameters:
    ///   - clock: the sender's; it holds for the step that begins now.
    package mutating func apply(
        _ act: ReferralAct,
        by hand: ReferralHand,
        table: ReferralTable,
        clock: ReferralClock,
        at now: Instant
    ) throws(ReferralFault) {
        guard let move = table.move(act.event, from: state), !isPutAway else { throw .notFromHere(state) }
        guard move.side == hand.side else { throw .otherSide }
        try check(act)
        let visit = act.event.setsVisit || act.event == .interimNote || act.event == .outcome ? act.visit : nil
        steps.append(
            ReferralStep(
                move: move.number,
                event: act.event,
                state: move.to,
                hand: hand,
                at: now,
                note: act.note.trimmed,
                reason: act.reason,
                visit: visit,
                report: act.event.needsReport ? act.report : nil
            )
        )
        if contacted == nil, act.event.setsVisit || act.event == .interimNote {
            contacted = Contact(at: now, hand: hand)
        }
        // An answer after all: what was let go is taken up again.
        if hand.side == .recipient { ended = nil }
        if let kind = table.words(move.to).clock {
            // Noon, so that a day is over everywhere in the United States before it counts.
            let start = act.event.setsVisit ? act.visit.map { Instant(startOf: $0) + .hours(12) } ?? now : now
            waits = Waiting(owner: table.owner(move.to), since: max(start, now), days: clock.days(kind))
        }
    }

    private func check(_ act: ReferralAct) throws(ReferralFault) {
        guard act.note.count <= TextLimit.note else { throw .tooLong }
        if act.event == .send {
            guard consent.given != nil else { throw .noConsent }
            guard !request.isBlank else { throw .noRequest }
        }
        if act.event == .accept, consent.given == nil { throw .noConsent }
        if act.event.needsReason, act.reason == nil { throw .noReason }
        if act.event.setsVisit, act.visit == nil { throw .noVisitDay }
        if act.event.needsReport {
            guard let report = act.report, !report.findings.isBlank else { throw .noReport }
            guard report.findings.count <= Self.mostReport, report.next.count <= TextLimit.note else { throw .tooLong }
        }
    }

    /// Longest report back, in characters.
    package static let mostReport = 10_000

    /// The recipient has said yes, now or before.
    package var isAccepted: Bool { steps.contains { $0.event == .accept } }

    /// A draft that never went out and will not.
    package var isPutAway: Bool { state == .draft && ended != nil }

    /// The recipient reached the family; no state of the table, but what families wait for most.
    package mutating func noteContact(by hand: ReferralHand, at now: Instant) throws(ReferralFault) {
        guard hand.side == .recipient else { throw .otherSide }
        guard isOpen, state != .draft else { throw .notFromHere(state) }
        if contacted == nil { contacted = Contact(at: now, hand: hand) }
    }

    /// Ends it on the sender's side: a draft that is not needed, or a recipient who stays silent.
    package mutating func end(_ reason: LostReason, note: String, by stamp: Stamp) throws(ReferralFault) {
        guard isOpen else { throw .notFromHere(state) }
        guard note.count <= TextLimit.note else { throw .tooLong }
        guard state == .draft || standing(at: stamp.at).level.mayBeLetGo(from: state) else { throw .notYet }
        ended = Ending(reason: reason, note: note.trimmed, stamp: stamp)
    }
}

/// The family's answer.
extension Referral {
    /// The guardians are asked in Tandem.
    package mutating func askFamily(by stamp: Stamp) throws(ReferralFault) {
        guard state == .draft, ended == nil else { throw .notFromHere(state) }
        guard !request.isBlank else { throw .noRequest }
        consent = .asked(stamp)
    }

    package mutating func agree(_ given: ReferralConsent.Given) throws(ReferralFault) {
        guard state == .draft, ended == nil else { throw .notFromHere(state) }
        consent = .given(given)
    }

    /// A no to sending; or, while nobody has accepted yet, the yes taken back: the recipient sees nothing more then.
    package mutating func refuse(by stamp: Stamp, reason: String) throws(ReferralFault) {
        guard isOpen, state == .draft || !isAccepted else { throw .notFromHere(state) }
        guard reason.count <= TextLimit.note else { throw .tooLong }
        consent = .refused(stamp, reason: reason.trimmed)
    }

    /// Whether something of a draft that the family has said yes to is other than it was: they are asked again then.
    package mutating func edit(_ change: (inout Referral) -> Void) throws(ReferralFault) {
        guard state == .draft, ended == nil else { throw .notFromHere(state) }
        let before = (request, package)
        change(&self)
        if before != (request, package) { consent = .none }
    }
}
