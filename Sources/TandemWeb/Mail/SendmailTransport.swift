import Dispatch
import Foundation
import NIOPosix
package import TandemCare
package import TandemStore

/// Sends through a program that takes a letter as sendmail does: `-i -f SENDER -- RECIPIENT`, the letter on its standard input.
package struct SendmailTransport: MailTransport {
    /// Exit codes of sysexits.h that mean: never.
    private static let refusals: Set<Int32> = [64, 65, 67, 68]
    /// A letter has to fit into a pipe, so that writing it never waits.
    private static let longest = 60_000

    private let path: String
    private let sender: MailSender
    private let limit: Duration

    package init(path: String, sender: MailSender, limit: Duration = .seconds(60)) {
        self.path = path
        self.sender = sender
        self.limit = limit
    }

    package func deliver(_ letter: OutboxLetter, at now: Instant) async -> MailOutcome {
        guard EmailAddress.isSound(letter.mail.recipient) else { return .refused("the address is none") }
        let text = MailMessage(letter, from: sender, at: now).text(lineEnd: "\n")
        guard text.utf8.count < Self.longest else { return .refused("the letter is too long") }
        do {
            return try await NIOThreadPool.singleton.runIfActive { try run(text, to: letter.mail.recipient) }
        } catch {
            return .deferred("the program could not be started")
        }
    }

    private func run(_ text: String, to recipient: String) throws -> MailOutcome {
        let input = Pipe()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-i", "-f", sender.email, "--", recipient]
        // Nothing of our own environment, which may hold passwords, goes along.
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(Int(limit.components.seconds))) == .success else {
            process.terminate()
            return .uncertain("the program took too long")
        }
        guard process.terminationReason == .exit else { return .uncertain("the program was ended") }
        let status = process.terminationStatus
        if status == 0 { return .sent }
        return Self.refusals.contains(status) ? .refused("exit \(status)") : .deferred("exit \(status)")
    }
}
