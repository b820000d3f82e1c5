import TandemCare
import TandemCatalog

/// Values over days as a drawing: `plot.mustache` makes SVG of it. A table with the same numbers stands under every plot, so the
/// drawing is for the eye only.
struct Plot: Sendable {
    /// Who saw it; a shape each, as the badges have: circle PT, square OT, diamond family.
    enum Shape: String, Sendable { case pt, ot, family, start }

    struct Point: Sendable {
        let day: CalendarDate
        let value: Double
        let shape: Shape

        init(_ day: CalendarDate, _ value: Double, by discipline: Discipline?) {
            self.init(day, value, discipline == .physical ? .pt : discipline == .occupational ? .ot : .family)
        }

        init(_ day: CalendarDate, _ value: Double, _ shape: Shape) {
            (self.day, self.value, self.shape) = (day, value, shape)
        }
    }

    /// A line across, with what it means.
    struct Line: Sendable {
        let value: Double
        let label: String
        /// What is hoped for.
        var isAim = false
    }

    /// Said to whoever cannot see it.
    let title: String
    /// Oldest first.
    let points: [Point]
    /// Lowest and highest value that is drawn.
    let values: ClosedRange<Double>
    let lines: [Line]
    /// Values that may be the same as the first.
    var band: ClosedRange<Double>?
    /// The day hoped for.
    var by: CalendarDate?
    /// Room for labels left of the plot, in units of the drawing.
    var margin = 84.0

    private static let (width, height, top, bottom, right) = (360.0, 190.0, 12.0, 26.0, 14.0)

    /// Three to six round numbers from the lowest to the highest value: steps of 1, 2 or 5 times a power of ten.
    static func marks(_ low: Double, _ high: Double) -> [Double] {
        guard high > low else { return [low] }
        let rough = (high - low) / 4
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        return first > last ? [low] : stride(from: first, through: last, by: 1).map { $0 * step }
    }

    private var first: CalendarDate { points.map(\.day).min() ?? by ?? CalendarDate(year: 1970, month: 1, day: 1) }
    private var last: CalendarDate { max(points.map(\.day).max() ?? first, by ?? first) }

    private func x(_ day: CalendarDate) -> Double {
        let room = Self.width - margin - Self.right
        let days = first.days(until: last)
        // A single day stands in the middle.
        return days == 0 ? margin + room / 2 : margin + room * Double(first.days(until: day)) / Double(days)
    }

    private func y(_ value: Double) -> Double {
        let size = values.upperBound - values.lowerBound
        let share = size > 0 ? (min(max(value, values.lowerBound), values.upperBound) - values.lowerBound) / size : 0.5
        return Self.top + (Self.height - Self.top - Self.bottom) * (1 - share)
    }

    /// For `plot.mustache`.
    var drawn: Page.Values {
        let end = Self.width - Self.right
        var drawn: Page.Values = [
            "plot_title": title, "width": Self.width.shortText, "height": Self.height.shortText,
            "lines": lines.map { line in
                [
                    "x": margin.shortText, "end": end.shortText, "y": y(line.value).shortText, "label": line.label,
                    "label_x": (margin - 8).shortText, "label_y": (y(line.value) + 4).shortText, "is_aim": line.isAim,
                ] as Page.Values
            },
            "line": points.map { "\(x($0.day).shortText),\(y($0.value).shortText)" }.joined(separator: " "),
            "points": points.map(point),
            "first_day": DateText.brief(first), "first_x": margin.shortText,
            "days_y": (Self.height - 6).shortText,
        ]
        if last != first {
            drawn["last_day"] = DateText.brief(last)
            drawn["last_x"] = end.shortText
        }
        if let by {
            drawn["by_x"] = x(by).shortText
            drawn["by_top"] = Self.top.shortText
            drawn["by_bottom"] = (Self.height - Self.bottom).shortText
        }
        if let band {
            let (high, low) = (y(band.upperBound), y(band.lowerBound))
            drawn["band"] =
                [
                    "x": margin.shortText, "y": high.shortText, "width": (end - margin).shortText,
                    "height": max(1, low - high).shortText,
                ] as Page.Values
        }
        return drawn
    }

    private func point(_ point: Point) -> Page.Values {
        let (x, y) = (x(point.day), y(point.value))
        return [
            "cx": x.shortText, "cy": y.shortText, "left": (x - 5).shortText, "above": (y - 5).shortText,
            "diamond":
                "\(x.shortText),\((y - 7).shortText) \((x + 7).shortText),\(y.shortText) \(x.shortText),\((y + 7).shortText) \((x - 7).shortText),\(y.shortText)",
            "is_pt": point.shape == .pt, "is_ot": point.shape == .ot, "is_family": point.shape == .family,
            "is_start": point.shape == .start,
        ]
    }
}

extension DateText {
    /// As plots show it: "Mar 3".
    static func brief(_ date: CalendarDate) -> String {
        "\(text(date).prefix(3)) \(date.day)"
    }
}
