import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
package import TandemCare
package import TandemStore

/// Sends through a mail server: EHLO, TLS, AUTH, then the letter. A password is said over TLS only, but to this same machine.
package struct SMTPTransport: MailTransport {
    private let settings: SMTPSettings
    private let sender: MailSender
    private let tls: NIOSSLContext

    /// - Throws: where the certificates to trust cannot be read.
    package init(_ settings: SMTPSettings, sender: MailSender) throws {
        self.settings = settings
        self.sender = sender
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = settings.trustRoots { configuration.trustRoots = .file(file) }
        tls = try NIOSSLContext(configuration: configuration)
    }

    package func deliver(_ letter: OutboxLetter, at now: Instant) async -> MailOutcome {
        guard EmailAddress.isSound(letter.mail.recipient) else { return .refused("the address is none") }
        let message = MailMessage(letter, from: sender, at: now)
        let handover = Handover()
        let outcome = await withTaskGroup(of: MailOutcome?.self) { group in
            group.addTask { await converse(message, to: letter.mail.recipient, handover) }
            group.addTask {
                try? await Task.sleep(for: settings.limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        return outcome ?? handover.lost("it took too long")
    }

    private func converse(_ message: MailMessage, to recipient: String, _ handover: Handover) async -> MailOutcome {
        do {
            let channel = try await connect()
            try await channel.executeThenClose { inbound, outbound in
                var dialog = SMTPDialog(inbound, outbound)
                try await open(&dialog, on: channel.channel)
                try await dialog.say("MAIL FROM:<\(sender.email)>", as: "MAIL", expecting: 250...259)
                try await dialog.say("RCPT TO:<\(recipient)>", as: "RCPT", expecting: 250...259)
                try await dialog.say("DATA", as: "DATA", expecting: 354...354)
                // A line of one dot would end the letter: those that begin with a dot get another (RFC 5321, 4.5.2).
                try await dialog.write(message.lines.map { ($0.first == "." ? "." : "") + $0 + "\r\n" }.joined())
                handover.begin()
                try await dialog.say(".", as: "letter", expecting: 250...259)
                handover.end()
                _ = try? await dialog.say("QUIT", as: "QUIT", expecting: 221...221)
            }
            return .sent
        } catch SMTPFailure.refused(let command, let code) {
            let isForGood = code >= 500 && ["MAIL", "RCPT", "DATA", "letter"].contains(command)
            return isForGood ? .refused("\(command) \(code)") : .deferred("\(command) \(code)")
        } catch SMTPFailure.lacks(let what) {
            return .deferred("the mail server offers no \(what)")
        } catch {
            return handover.lost("\(type(of: error))")
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(15))
            .connect(host: settings.host, port: settings.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if settings.security == .tls { try addTLS(to: channel) }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// From the greeting to being signed in.
    private func open(_ dialog: inout SMTPDialog, on channel: any Channel) async throws {
        _ = try await dialog.hear("greeting", expecting: 220...220)
        var offers = try await greet(&dialog)
        if settings.security == .startTLS {
            guard offers.contains(where: { $0.uppercased() == "STARTTLS" }) else { throw SMTPFailure.lacks("TLS") }
            try await dialog.say("STARTTLS", as: "STARTTLS", expecting: 220...220)
            guard !dialog.hasUnread else { throw SMTPFailure.garbled }
            try await channel.eventLoop.submit { try addTLS(to: channel) }.get()
            offers = try await greet(&dialog)
        }
        guard let user = settings.user, let password = settings.password else { return }
        guard settings.security != .none || isThisMachine else { throw SMTPFailure.lacks("TLS") }
        let ways = offers.map { $0.uppercased() }.first { $0.hasPrefix("AUTH ") }?.split(separator: " ") ?? []
        if ways.contains("PLAIN") {
            let secret = Data("\0\(user)\0\(password)".utf8).base64EncodedString()
            try await dialog.say("AUTH PLAIN \(secret)", as: "AUTH", expecting: 235...235)
        } else if ways.contains("LOGIN") {
            try await dialog.say("AUTH LOGIN", as: "AUTH", expecting: 334...334)
            try await dialog.say(Data(user.utf8).base64EncodedString(), as: "AUTH", expecting: 334...334)
            try await dialog.say(Data(password.utf8).base64EncodedString(), as: "AUTH", expecting: 235...235)
        } else {
            throw SMTPFailure.lacks("way to sign in")
        }
    }

    /// - Returns: what the server offers.
    private func greet(_ dialog: inout SMTPDialog) async throws -> [String] {
        try await dialog.say("EHLO \(sender.host)", as: "EHLO", expecting: 250...259).lines
    }

    private func addTLS(to channel: any Channel) throws {
        let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
        let handler = try NIOSSLClientHandler(context: tls, serverHostname: isAddress ? nil : settings.host)
        try channel.pipeline.syncOperations.addHandler(handler, position: .first)
    }

    private var isThisMachine: Bool { ["localhost", "127.0.0.1", "::1"].contains(settings.host) }
}

/// Where the letter is: between the last byte that we say and the answer nobody knows whether it has arrived.
private final class Handover: Sendable {
    private let isUnderWay = Atomic(false)

    func begin() { isUnderWay.store(true, ordering: .sequentiallyConsistent) }
    func end() { isUnderWay.store(false, ordering: .sequentiallyConsistent) }

    /// The line is gone.
    func lost(_ why: String) -> MailOutcome {
        isUnderWay.load(ordering: .sequentiallyConsistent) ? .uncertain(why) : .deferred(why)
    }
}
