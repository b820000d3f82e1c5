import NIOCore

/// A reply of a mail server: `250 OK`, or several lines of one code.
struct SMTPReply: Sendable {
    let code: Int
    /// The texts behind the codes.
    let lines: [String]
}

/// Why a dialog ended before its time.
enum SMTPFailure: Error {
    /// The server said no. `command` is ours, without what it was about; the text of the server is not kept, as it often names
    /// the address.
    case refused(command: String, code: Int)
    case closed
    /// What came is no SMTP.
    case garbled
    /// The server offers no TLS, or no way to sign in that we know; nothing was said to it then.
    case lacks(String)
}

/// One conversation with a mail server (RFC 5321): we say a line, it answers.
struct SMTPDialog: ~Copyable {
    private static let longestLine = 4096
    private static let mostLines = 100

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer = ByteBuffer()

    init(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Whether something came that was not asked for: nobody may slip words in before TLS begins.
    var hasUnread: Bool { buffer.readableBytes > 0 }

    /// Says a line and waits for one of the codes.
    /// - Parameter name: stands for the line in failures.
    @discardableResult
    mutating func say(_ line: String, as name: String, expecting codes: ClosedRange<Int>) async throws -> SMTPReply {
        try await write(line + "\r\n")
        return try await hear(name, expecting: codes)
    }

    mutating func hear(_ name: String, expecting codes: ClosedRange<Int>) async throws -> SMTPReply {
        let reply = try await reply()
        guard codes.contains(reply.code) else { throw SMTPFailure.refused(command: name, code: reply.code) }
        return reply
    }

    func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    private mutating func reply() async throws -> SMTPReply {
        var texts: [String] = []
        while texts.count < Self.mostLines {
            let line = try await line()
            guard let code = Int(line.prefix(3)), line.prefix(3).count == 3, (200...599).contains(code) else {
                throw SMTPFailure.garbled
            }
            texts.append(String(line.dropFirst(4)))
            if line.dropFirst(3).first != "-" { return SMTPReply(code: code, lines: texts) }
        }
        throw SMTPFailure.garbled
    }

    private mutating func line() async throws -> String {
        while true {
            if let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                let text = buffer.readString(length: end - buffer.readerIndex) ?? ""
                buffer.moveReaderIndex(forwardBy: 1)
                return text.last == "\r" ? String(text.dropLast()) : text
            }
            guard buffer.readableBytes < Self.longestLine else { throw SMTPFailure.garbled }
            guard var next = try await inbound.next(isolation: #isolation) else { throw SMTPFailure.closed }
            buffer.discardReadBytes()
            buffer.writeBuffer(&next)
        }
    }
}
