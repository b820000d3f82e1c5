import Crypto
package import TandemCare
import TandemDatabase

/// The second factor: codes of an authenticator program, and recovery codes for the day it is lost. Each works once.
extension Store {
    /// Turns it on, with fresh recovery codes.
    /// - Parameter step: the time step of the code that proved the secret; it cannot be used again.
    /// - Throws: `StoreFailure.refused` where it is on already.
    package func turnOnSecondFactor(
        of account: ID<Account>,
        secret: String,
        step: Int64,
        recoveryCodes: [String],
        telling letter: Letter
    ) async throws {
        try await change(by: .person(account)) { transaction in
            let changed = try transaction.connection.execute(
                """
                INSERT INTO credential (account, totp_secret, totp_step) VALUES ($1, $2, $3)
                ON CONFLICT (account) DO UPDATE SET totp_secret = $2, totp_step = $3
                WHERE credential.totp_secret IS NULL
                """,
                [.text(account.text), .text(secret), .integer(step)]
            )
            guard changed == 1 else { throw StoreFailure.refused("The second step at sign-in is on already.") }
            transaction.note(.changed, kind: "second factor", id: account.text)
            try transaction.setRecoveryCodes(recoveryCodes, of: account)
            try transaction.tell(account, letter)
        }
    }

    /// - Throws: `StoreFailure.refused` where one of the person's practices asks for it.
    package func turnOffSecondFactor(of account: ID<Account>, telling letter: Letter) async throws {
        try await change(by: .person(account)) { transaction in
            guard try !transaction.connection.credential(of: account, at: transaction.now).needsSecondFactor else {
                throw StoreFailure.refused("Your practice asks for a second step at sign-in, so it has to stay on.")
            }
            try transaction.removeSecondFactor(of: account)
            try transaction.tell(account, letter)
        }
    }

    /// For somebody who has lost everything and has proved to the operator who they are.
    /// - Throws: `StoreFailure.notFound` where nobody has this email.
    package func removeSecondFactor(email: String) async throws {
        try await change(by: .program) { transaction in
            guard let account = try transaction.connection.account(email: email)?.value else {
                throw StoreFailure.notFound
            }
            try transaction.removeSecondFactor(of: account.id)
            try transaction.endSessions(of: account.id)
        }
    }

    /// Uses a code's time step up.
    /// - Returns: `false` if this step, or a later one, was used before.
    package func useStep(_ step: Int64, of account: ID<Account>) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "UPDATE credential SET totp_step = $2 WHERE account = $1 AND totp_step < $2",
                [.text(account.text), .integer(step)]
            ) == 1
        }
    }

    /// Uses a recovery code up.
    /// - Returns: `false` for a code that is not there or was used.
    package func useRecoveryCode(_ code: String, of account: ID<Account>) async throws -> Bool {
        try await change(by: .person(account)) { transaction in
            let used = try transaction.connection.execute(
                "UPDATE recovery_code SET used_at = $3 WHERE account = $1 AND code_hash = $2 AND used_at IS NULL",
                [
                    .text(account.text), .text(Transaction.recoveryHash(code, of: account)),
                    .integer(transaction.now.microseconds),
                ]
            )
            if used == 1 { transaction.note(.changed, kind: "recovery code", id: account.text) }
            return used == 1
        }
    }

    package func setRecoveryCodes(_ codes: [String], of account: ID<Account>) async throws {
        try await change(by: .person(account)) { try $0.setRecoveryCodes(codes, of: account) }
    }

    /// How many recovery codes are left.
    package func recoveryCodesLeft(of account: ID<Account>) async throws -> Int {
        try await database.read { connection in
            let row = try connection.row(
                "SELECT COUNT(*) AS count FROM recovery_code WHERE account = $1 AND used_at IS NULL",
                [.text(account.text)]
            )
            return Int(try row?.integer("count") ?? 0)
        }
    }
}

extension Transaction {
    /// Replaces all recovery codes.
    fileprivate func setRecoveryCodes(_ codes: [String], of account: ID<Account>) throws {
        try connection.execute("DELETE FROM recovery_code WHERE account = $1", [.text(account.text)])
        for code in codes {
            try connection.execute(
                "INSERT INTO recovery_code (account, code_hash) VALUES ($1, $2)",
                [.text(account.text), .text(Self.recoveryHash(code, of: account))]
            )
        }
        note(.changed, kind: "recovery codes", id: account.text)
    }

    fileprivate func removeSecondFactor(of account: ID<Account>) throws {
        try connection.execute("UPDATE credential SET totp_secret = NULL WHERE account = $1", [.text(account.text)])
        try connection.execute("DELETE FROM recovery_code WHERE account = $1", [.text(account.text)])
        note(.changed, kind: "second factor", id: account.text)
    }

    /// The codes are random (60 bits), so a quick hash, salted by the account, holds.
    fileprivate static func recoveryHash(_ code: String, of account: ID<Account>) -> String {
        SHA256.hash(data: Array("recovery:\(account.text):\(code)".utf8)).hexadecimal
    }
}
