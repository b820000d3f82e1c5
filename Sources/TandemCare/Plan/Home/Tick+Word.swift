package import TandemCatalog

extension Tick {
    /// What the family says with one tap. What it does not name stays as it was said before on that day.
    package struct Word: Sendable, Hashable {
        package enum FeelWord: Sendable, Hashable {
            case says(Feel)
            /// Takes back what was said of how it felt.
            case takesBack
        }

        package var outcome: Outcome?
        package var feel: FeelWord?
        package var line: String?

        package init(outcome: Outcome? = nil, feel: FeelWord? = nil, line: String? = nil) {
            self.outcome = outcome
            self.feel = feel
            self.line = line
        }

        package var saysHurt: Bool { feel == .says(.hurt) }
    }

    /// Says nothing that the other does not say.
    package func repeats(_ other: Tick) -> Bool {
        (item, on, outcome, feel, line) == (other.item, other.on, other.outcome, other.feel, other.line)
    }
}

extension HomeItem {
    /// Takes in one tap of the family. Only a tap that says so raises an alert: a feeling that is kept from before does not.
    ///
    /// - Parameter earlier: what stands for that day so far.
    /// - Returns: what stands from now on, and the alert where it hurt.
    package mutating func take(
        _ word: Tick.Word,
        as tick: ID<Tick>,
        on day: CalendarDate,
        after earlier: Tick?,
        by stamp: Stamp
    ) throws(Fault) -> (tick: Tick, alert: HurtAlert?) {
        if !word.saysHurt, case .retired = state { throw .retired }
        let feel: Tick.Feel? =
            switch word.feel {
            case .says(let feel): feel
            case .takesBack: nil
            case nil: earlier?.feel
            }
        let tick = Tick(
            id: tick,
            child: child,
            item: id,
            on: day,
            outcome: word.outcome ?? earlier?.outcome ?? .tried,
            feel: feel,
            line: word.line ?? earlier?.line ?? "",
            stamp: stamp
        )
        return (tick, word.saysHurt ? try take(tick) : nil)
    }
}
