import TandemCare
import TandemStore
import TandemTestSupport

/// A column of `access.txt`: somebody who asks for a page about Maya, her practice Bright Steps, or themselves.
enum Visitor: String, CaseIterable, Sendable {
    /// Without a session, with one that has run out, and with a right password but no code yet.
    case nobody, expired, started
    /// PT, front desk and administrator of the practice that treats Maya.
    case dana, fay, adam
    /// OT of another practice: with her mother's consent to contact and plan; after it was withdrawn; after it ended.
    case omar, withdrawn, ended
    /// Her mother, her father in another household, an aunt who may only look, a parent of another child.
    case ana, ben, tia, sue

    var person: Town.Person? {
        switch self {
        case .nobody: nil
        case .expired, .started, .dana: .dana
        case .fay: .fay
        case .adam: .adam
        case .omar, .withdrawn, .ended: .omar
        case .ana: .ana
        case .ben: .ben
        case .tia: .tia
        case .sue: .sue
        }
    }

    /// Makes the town as this visitor finds it.
    /// - Returns: their session's token, if they have one.
    func arrive(in town: Town, _ clock: TestClock) async throws -> Token? {
        guard let person else { return nil }
        switch self {
        case .withdrawn:
            try await town.store.change(by: .program) { transaction in
                _ = try transaction.update(town.consent.id) { $0.withdrawnAt = transaction.now }
            }
        case .ended: clock.advance(by: .days(301))
        case .started:
            try await town.store.turnOnSecondFactor(
                of: town.account(person),
                secret: "JBSWY3DPEHPK3PXP",
                step: 0,
                recoveryCodes: [],
                telling: Letter(subject: "", body: "")
            )
        default: break
        }
        let token = try await town.store.beginSession(
            for: town.account(person),
            stage: self == .started ? .password : .full,
            replacing: nil
        )
        if self == .expired { clock.advance(by: .days(2)) }
        return token
    }
}
