import CPostgres
import Glibc

/// One connection to a server, in pipeline mode: what is sent goes out together with the next `finish`, so that a transaction's
/// BEGIN and the preparing of a statement cost no time of their own. Stays on one thread at a time.
final class PostgresWire {
    private let connection: OpaquePointer
    /// Groups whose answers have not been read: one for each time that nobody waited for.
    private var owed = 0
    /// The connection is of no more use.
    private(set) var isBroken = false

    init(_ address: PostgresAddress) throws(DatabaseFailure) {
        // Later ones win, so the address may say otherwise. A server that has vanished is given up within 20 seconds.
        let defaults = [
            ("connect_timeout", "5"), ("fallback_application_name", "tandem"), ("keepalives_idle", "10"),
            ("keepalives_interval", "3"), ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
            ("dbname", address.text),
            ("client_encoding", "UTF8"),
        ]
        let opened = Self.withCStrings(defaults.map(\.0)) { keywords in
            Self.withCStrings(defaults.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw .unavailable("out of memory.") }
        connection = opened
        try check(address)
    }

    deinit { PQfinish(connection) }

    private func check(_ address: PostgresAddress) throws(DatabaseFailure) {
        guard PQstatus(connection) == CONNECTION_OK else {
            throw .unavailable(address.cleaned(String(cString: PQerrorMessage(connection))))
        }
        guard PQparameterStatus(connection, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            throw .unavailable(
                "the PostgreSQL database does not hold UTF-8. Make one with ENCODING 'UTF8' TEMPLATE template0."
            )
        }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        _ = try script(
            """
            SET client_min_messages = warning;
            SET idle_in_transaction_session_timeout = '5min';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
            """
        )
    }

    /// Hears what the server has said while nobody asked, such as its good-bye.
    func listen() {
        var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        for _ in 0..<3 where !isBroken && poll(&socket, 1, 0) != 0 {
            if PQconsumeInput(connection) == 0 { isBroken = true }
        }
    }

    func send(_ command: String) {
        note(PQsendQueryParams(connection, command, 0, nil, nil, nil, nil, 0))
    }

    func prepare(_ sql: String, as name: String) {
        note(PQsendPrepare(connection, name, sql, 0, nil))
    }

    func execute(_ name: String, _ parameters: PostgresParameters) {
        let sent = parameters.withPointers { PQsendQueryPrepared(connection, name, $1, $0, nil, nil, 0) }
        note(sent)
    }

    /// Sends what is waiting, without waiting for the answers; whoever calls `finish` next drops them.
    func push() {
        note(PQpipelineSync(connection))
        owed += 1
    }

    /// Sends what is waiting.
    /// - Returns: an answer to each command since the last `push` or `finish`; fewer if the connection breaks.
    func finish() -> [PostgresAnswer] {
        push()
        return collect()
    }

    /// Runs statements without parameters, outside of the pipeline.
    func script(_ sql: String) throws(DatabaseFailure) -> PostgresAnswer {
        _ = collect()
        PQexitPipelineMode(connection)
        let result = PQexec(connection, sql)
        if PQenterPipelineMode(connection) == 0 || PQstatus(connection) == CONNECTION_BAD { isBroken = true }
        guard let result else { throw .unavailable("out of memory.") }
        return PostgresAnswer(result)
    }

    private func collect() -> [PostgresAnswer] {
        var answers: [PostgresAnswer] = []
        var gaps = 0
        while owed > 0, !isBroken {
            guard let result = PQgetResult(connection) else {
                // Ends the answer to one command. Two in a row: there is nothing to come.
                gaps += 1
                if gaps > 1 || PQstatus(connection) == CONNECTION_BAD { isBroken = true }
                continue
            }
            gaps = 0
            let answer = PostgresAnswer(result)
            if answer.status == PGRES_PIPELINE_SYNC {
                owed -= 1
                if owed > 0 { answers = [] }
            } else {
                answers.append(answer)
            }
        }
        if PQstatus(connection) == CONNECTION_BAD { isBroken = true }
        return answers
    }

    /// libpq says 1 where it could send.
    private func note(_ sent: CInt) {
        if sent != 1 { isBroken = true }
    }

    /// Hands `body` a list of C strings that ends with a null.
    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for string in strings {
            starts.append(bytes.count)
            bytes += string.utf8CString
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { list in
                withExtendedLifetime(pointers) { list.baseAddress.map(body) }
            }
        } ?? body([nil])
    }
}
