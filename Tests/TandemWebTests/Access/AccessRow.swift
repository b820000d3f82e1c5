import Foundation
import HTTPTypes
import TandemWeb

/// A row of `access.txt`: one route, and what every visitor meets there.
struct AccessRow: Sendable, CustomStringConvertible {
    enum Meeting: String, Sendable {
        /// The page, or words about a form that was left empty.
        case page = "ok"
        /// Exactly what an address gets that does not exist.
        case notThere = "no"
        /// On to signing in.
        case signIn = "in"
    }

    let route: String
    let meetings: [Visitor: Meeting]

    var description: String {
        let cells = Visitor.allCases.map {
            (meetings[$0]?.rawValue ?? "?").padding(toLength: 9, withPad: " ", startingAt: 0)
        }
        return route.padding(toLength: 58, withPad: " ", startingAt: 0) + cells.joined()
    }

    /// The rows of the file beside this one.
    static func all() throws -> [String: AccessRow] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "access.txt")
        var rows: [String: AccessRow] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == Visitor.allCases.count + 2, words[0] != "route" else { continue }
            let route = "\(words[0]) \(words[1])"
            let meetings = zip(Visitor.allCases, words.dropFirst(2).map(Meeting.init))
            rows[route] = AccessRow(
                route: route,
                meetings: Dictionary(
                    uniqueKeysWithValues: meetings.compactMap { visitor, met in met.map { (visitor, $0) } }
                )
            )
        }
        return rows
    }
}

extension RouteBook.Line {
    var route: String { "\(method.rawValue) \(path)" }
}
