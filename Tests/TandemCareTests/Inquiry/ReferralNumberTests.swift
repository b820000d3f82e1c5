import TandemCare
import TandemCatalog
import Testing

@Suite("Numbers of referrals")
struct ReferralNumberTests {
    private let start = Instant(microseconds: 1_795_000_000_000_000)

    private func figure(_ days: [Int?], lost: LostReason? = nil) -> ReferralFigure {
        func moment(_ place: Int) -> Instant? {
            days.indices.contains(place) ? days[place].map { start + .days($0) } : nil
        }
        return ReferralFigure(
            discipline: .occupational,
            other: "Handful",
            recipient: .practice(ID(at: start, random: Array(repeating: 1, count: 10))),
            moments: ReferralMoments(
                sent: start,
                contacted: moment(0),
                scheduled: moment(1),
                attended: moment(2),
                reported: moment(3),
                closed: moment(4)
            ),
            lost: lost
        )
    }

    @Test("A later step counts for the earlier ones, and the days are the middle of those that have them")
    func counts() {
        let numbers = ReferralNumbers([
            figure([1, 2, 5, 9, 9]), figure([3, 4, 7]), figure([nil, nil, 6]),
            figure([nil, nil, nil, nil, 14], lost: .noRoom), figure([nil, nil, nil, nil, 14], lost: .noRoom),
            figure([2, nil, nil, nil, 20], lost: .distance), figure([]),
        ])
        #expect(numbers.counts == [.sent: 7, .contacted: 4, .scheduled: 3, .attended: 3, .reported: 1])
        #expect(numbers.days[.contacted] == 2 && numbers.days[.attended] == 6 && numbers.days[.reported] == 9)
        #expect(numbers.lost.map(\.reason) == [.noRoom, .distance] && numbers.lost.map(\.count) == [2, 1])
        #expect(numbers.open == 3)
        #expect(numbers.share(.attended) == 3.0 / 7.0)
    }

    @Test("Nothing sent is nothing, not a division by it")
    func none() {
        let numbers = ReferralNumbers([])
        #expect(numbers.share(.reported) == 0 && numbers.days.isEmpty && numbers.lost.isEmpty)
    }
}
