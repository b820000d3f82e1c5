package import TandemCare
import TandemDatabase

/// The name of an account, and its email, which changes once the new address has answered.
extension Store {
    package func setName(_ name: String, of account: ID<Account>, version: Int) async throws {
        try await change(by: .person(account)) { transaction in
            guard var value = try transaction.connection.record(account)?.value else { throw StoreFailure.notFound }
            value.name = name
            try transaction.replace(value, version: version)
        }
    }

    /// Sends a link to the new address. Where another account has it nothing is sent, and nobody is told.
    package func sendEmailLink(to email: String, of account: ID<Account>, _ token: Token, _ letter: Letter) async throws
    {
        try await change(by: .person(account)) { transaction in
            guard try transaction.connection.account(email: email) == nil else { return }
            try transaction.issue(.newEmail(account, email: email), token)
            try transaction.send(Mail(to: email, letter))
        }
    }

    /// Changes the email with the link that was sent to it.
    /// - Parameter letter: tells the old address.
    /// - Throws: `StoreFailure.notFound` for a link that no longer works, `.refused` where another account has the email now.
    package func confirmEmail(with token: Token, telling letter: Letter) async throws {
        try await database.write { [self] connection in
            let ticket = try transaction(connection, .program).use(token)
            guard case .newEmail(let account, let email) = ticket.purpose else { throw StoreFailure.notFound }
            if let other = try connection.account(email: email)?.value, other.id != account {
                throw StoreFailure.refused("Another account uses this email already.")
            }
            let change = transaction(connection, .person(account))
            try change.tell(account, letter)
            try change.update(account) { $0.email = email }
            try change.withdraw("password", subject: account.text, email: "")
        }
    }
}
