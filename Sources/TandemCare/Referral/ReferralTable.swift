/// `Rules/referral-states.txt` as the program holds it: every move a referral may make, and who does what next.
package struct ReferralTable: Sendable {
    /// One line of the table.
    package struct Move: Sendable, Hashable {
        /// As BSeR's figure counts them: 1 to 34.
        package let number: Int
        package let side: ReferralSide
        package let event: ReferralEvent
        package let from: ReferralState
        package let to: ReferralState
        /// BSeR's business status: `5.1.1`.
        package let status: String
    }

    /// What stands beside a state.
    package struct Words: Sendable, Hashable {
        /// Whose turn it is; `nil` where the referral is closed.
        package let owner: ReferralSide?
        package let clock: ReferralClock.Kind?
        /// The column of the board.
        package let column: String
        /// The status line, the same for the clinics and the family.
        package let line: String
        /// The next step, with `{sender}`, `{recipient}`, `{day}`, `{visit}`, `{phone}` to be filled in.
        package let clinic: String
        package let family: String
        /// What the family reads instead once it is late: calm, and whom they can call, `{sender phone}` among it; `nil` for the same.
        package let late: String?
    }

    package let moves: [Move]
    private let words: [ReferralState: Words]
    /// The columns of the board, in order.
    package let columns: [String]

    package func words(_ state: ReferralState) -> Words {
        words[state]
            ?? Words(owner: nil, clock: nil, column: "", line: state.rawValue, clinic: "", family: "", late: nil)
    }

    package func owner(_ state: ReferralState) -> ReferralSide? { words[state]?.owner }

    /// The move that an event makes from a state, whoever may make it.
    package func move(_ event: ReferralEvent, from state: ReferralState) -> Move? {
        moves.first { $0.event == event && $0.from == state }
    }

    /// What one side may do now, in the order of the table.
    package func events(from state: ReferralState, by side: ReferralSide) -> [ReferralEvent] {
        moves.filter { $0.from == state && $0.side == side }.map(\.event)
    }

    /// States of one column of the board.
    package func states(in column: String) -> [ReferralState] {
        ReferralState.allCases.filter { words[$0]?.column == column }
    }

    private static let file = "referral-states.txt"

    /// - Throws: the first line that does not fit.
    package init(_ text: String) throws(RuleFault) {
        var words: [ReferralState: Words] = [:]
        var columns: [String] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var moves: [Move] = []
        var rest: [String] = []
        for (index, line) in lines.enumerated() {
            // The lines of moves begin with their number; what is taken out leaves its line, so that the counts stay.
            if let first = line.first, first.isASCII, first.isNumber {
                guard let move = Move(line), !moves.contains(where: { $0.clashes(with: move) }) else {
                    throw RuleFault(file: Self.file, line: index + 1, reason: "cannot read '\(line)' as a move")
                }
                moves.append(move)
                rest.append("#")
            } else {
                rest.append(line == "moves" ? "#" : String(line))
            }
        }
        for block in try RuleBlock.read(rest.joined(separator: "\n"), file: Self.file) {
            try block.allow(["state", "column", "line", "owner", "clock", "clinic", "family", "late"])
            let state = try block.requiredParsed("state", ReferralState.init(rawValue:))
            let entry = Words(
                owner: try block.parsed("owner", ReferralSide.init(rawValue:)),
                clock: try block.parsed("clock", ReferralClock.Kind.init(rawValue:)),
                column: try block.required("column"),
                line: try block.required("line"),
                clinic: try block.required("clinic"),
                family: try block.required("family"),
                late: try block.value("late")
            )
            guard words.updateValue(entry, forKey: state) == nil else { throw block.fault("'\(state)' stands twice") }
            guard (entry.owner == nil) == state.isTerminal, (entry.clock == nil) == state.isTerminal else {
                throw block.fault("an open state, and no other, has an owner and a clock")
            }
            if !columns.contains(entry.column) { columns.append(entry.column) }
        }
        guard words.count == ReferralState.allCases.count, moves.count == 34 else {
            throw RuleFault(file: Self.file, line: 0, reason: "34 moves and every state once must stand here")
        }
        self.moves = moves
        self.words = words
        self.columns = columns
    }
}

extension ReferralTable.Move {
    /// `01  sender | send | draft | received | 2.0`
    fileprivate init?(_ line: Substring) {
        guard let space = line.firstIndex(of: " "), let number = Int(line[..<space]) else { return nil }
        let cells = RuleBlock.split(String(line[space...]), at: "|")
        guard cells.count == 5, let side = ReferralSide(rawValue: cells[0]),
            let event = ReferralEvent(rawValue: cells[1]), let from = ReferralState(rawValue: cells[2]),
            let to = ReferralState(rawValue: cells[3]), !from.isTerminal
        else { return nil }
        self.init(number: number, side: side, event: event, from: from, to: to, status: cells[4])
    }

    fileprivate func clashes(with other: Self) -> Bool {
        number == other.number || (event == other.event && from == other.from)
    }
}
