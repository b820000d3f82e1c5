import TandemCare
import TandemCatalog
import Testing

@Suite("Numbers of the waiting list")
struct WaitingNumberTests {
    private let today = TimeFixture.day("2026-11-01")

    private func figure(_ days: Int, _ left: WaitingFigure.Leaving.Way? = nil, after: Int = 0) -> WaitingFigure {
        let since = today.adding(days: -days)
        return WaitingFigure(
            discipline: .physical,
            since: since,
            left: left.map { .init(on: since.adding(days: after), $0) }
        )
    }

    @Test("Who waits, how long in the middle and at most; who got a time, after how long; who was taken off")
    func counts() {
        let numbers = WaitingNumbers(
            [
                figure(3), figure(20), figure(90), figure(100, .placed, after: 10), figure(100, .placed, after: 30),
                figure(40, .placed, after: 12), figure(60, .takenOff, after: 50),
            ],
            today: today
        )
        #expect(numbers.waiting == 3 && numbers.middle == 20 && numbers.longest == 90)
        #expect(numbers.lengths == [.underTwo: 1, .underFour: 1, .longer: 1])
        #expect(numbers.placed == 3 && numbers.placedDays == 12 && numbers.takenOff == 1)
    }

    @Test(
        "Each length begins where the one before ends",
        arguments: [
            (0, WaitingNumbers.Length.underTwo), (13, .underTwo), (14, .underFour), (27, .underFour), (28, .underEight),
            (55, .underEight), (56, .underTwelve), (83, .underTwelve), (84, .longer), (500, .longer),
        ]
    )
    func lengths(_ days: Int, _ length: WaitingNumbers.Length) {
        #expect(WaitingNumbers.Length(days: days) == length)
    }

    @Test("Nobody is nobody, not a middle of nothing")
    func none() {
        let numbers = WaitingNumbers([], today: today)
        #expect(numbers.waiting == 0 && numbers.middle == nil && numbers.longest == nil && numbers.placedDays == nil)
    }

    @Test("An entry tells how it ended, and nothing of whom it is about")
    func ended() {
        var entry = WaitingEntry(
            id: TimeFixture.id(1),
            practice: TimeFixture.id(4),
            child: nil,
            content: .init(name: "Leo", reach: "555-0101", discipline: .occupational),
            since: TimeFixture.day("2026-09-01"),
            made: TimeFixture.stamp
        )
        #expect(WaitingFigure(entry) { CalendarDate(utc: $0) }.left == nil)
        entry.takeOff(by: TimeFixture.stamp)
        let figure = WaitingFigure(entry) { CalendarDate(utc: $0) }
        #expect(figure.left == .init(on: CalendarDate(utc: TimeFixture.stamp.at), .takenOff))
        #expect(figure.discipline == .occupational && !"\(figure)".contains("Leo"))
    }
}
