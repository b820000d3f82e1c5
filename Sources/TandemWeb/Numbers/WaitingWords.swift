import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// How long families wait for a first or another time, and how waiting ended.
extension PracticeVisit {
    func waitingFigures(_ asked: NumbersAsked) async throws -> [WaitingFigure] {
        let (practice, effects) = (practice, visit.store.effects)
        let since = effects.day(effects.now() - .days(asked.months * 365 / 12))
        return try await look { try $0.waitingFigures(of: practice, since: since, day: effects.day) }
    }

    /// One line a place on the list; no names, no words.
    func waitingNumbersFile() async throws -> Response {
        let figures = try await waitingFigures(numbersAsked)
        let lines = figures.map { figure in
            CSV.line([
                figure.discipline.rawValue, "\(figure.since)", figure.left.map { "\($0.on)" } ?? "",
                figure.left?.way.rawValue ?? "",
            ])
        }
        return CSV.response(
            [CSV.line(["discipline", "waits since", "left on", "how"])] + lines,
            name: "tandem-waiting-list.csv"
        )
    }
}

/// The waiting list in numbers, with a drawing and the tables under it.
struct WaitingWords: Sendable {
    let figures: [WaitingFigure]
    let today: CalendarDate

    private struct Share {
        let discipline: Discipline
        let numbers: WaitingNumbers
    }

    /// Of each therapy for which somebody waits or waited.
    private var shares: [Share] {
        Discipline.allCases.compactMap { discipline in
            let own = figures.filter { $0.discipline == discipline }
            return own.isEmpty ? nil : Share(discipline: discipline, numbers: WaitingNumbers(own, today: today))
        }
    }

    var values: Page.Values {
        let shares = shares
        let drawn = shares.filter { $0.numbers.waiting > 0 }
        return [
            "has_waiting": !shares.isEmpty, "waits_now": !drawn.isEmpty, "wait_rows": shares.map(Self.row),
            "wait_therapies": drawn.map { Mark.values([$0.discipline]) }, "wait_lengths": lengths(drawn),
            "wait_bars": bars(drawn),
            "wait_height": "\(Self.height(drawn.count) * WaitingNumbers.Length.allCases.count)",
        ]
    }

    private static func row(_ share: Share) -> Page.Values {
        let numbers = share.numbers
        var values = Mark.values([share.discipline])
        values["name"] = share.discipline.name.capitalizedFirst
        values["waiting"] = numbers.waiting
        values["middle"] = numbers.middle.map(ReferralNumbers.text(days:)) ?? ""
        values["longest"] = numbers.longest.map { ReferralNumbers.text(days: Double($0)) } ?? ""
        values["placed"] = numbers.placed
        values["placed_days"] = numbers.placedDays.map(ReferralNumbers.text(days:)) ?? ""
        values["taken_off"] = numbers.takenOff
        return values
    }

    private func lengths(_ shares: [Share]) -> [Page.Values] {
        WaitingNumbers.Length.allCases.map { length in
            [
                "length": length.rawValue,
                "cells": shares.map { ["count": $0.numbers.lengths[length] ?? 0] as Page.Values },
            ]
        }
    }

    // MARK: The drawing

    private static let barHeight = 22

    /// Of one length of waiting: a bar a therapy, and a little room.
    private static func height(_ bars: Int) -> Int { bars * (barHeight + 2) + 12 }

    private func bars(_ shares: [Share]) -> [Page.Values] {
        let most = max(1, shares.flatMap { $0.numbers.lengths.values }.max() ?? 1)
        return WaitingNumbers.Length.allCases.enumerated().flatMap { place, length in
            shares.enumerated().map { row, share in
                let count = share.numbers.lengths[length] ?? 0
                let y = place * Self.height(shares.count) + row * (Self.barHeight + 2)
                let width = Double(count) / Double(most) * 250
                var values = Mark.values([share.discipline])
                values["length"] = row == 0 ? length.rawValue : ""
                values["y"] = "\(y)"
                values["text_y"] = "\(y + 16)"
                values["width"] = width.text(decimals: 1)
                values["count_x"] = (168 + width).text(decimals: 1)
                values["count"] = count
                return values
            }
        }
    }
}
