/// Where somebody means.
package struct FoundPlace: Sendable, Hashable {
    /// `Springfield, IL`, or `62701 (Springfield, IL)`.
    package let name: String
    package let position: Position
    /// The ZIP code is not known; the middle of those that begin alike stands for it.
    package let isGuess: Bool
}

extension Places {
    package enum Miss: Error, Sendable, Hashable {
        case nothing
        case unknownZIP
        case unknownTown
        /// The town is in these states.
        case whichState([String])
    }

    /// Reads `62701`, `62701-1234`, `Springfield, IL` or `Springfield IL`.
    package func find(_ text: String) throws(Miss) -> FoundPlace {
        let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
        guard let first = words.first else { throw .nothing }
        if first.utf8.first.map({ (48...57).contains($0) }) == true { return try findZIP(first) }
        let town = words.count > 1 && words[words.count - 1].count == 2 ? words.dropLast() : words[...]
        let name = town.joined(separator: " ")
        guard town.count < words.count, let state = words.last?.uppercased() else {
            let states = states(city: name)
            guard states.count == 1, let only = states.first else {
                throw states.isEmpty ? .unknownTown : .whichState(states)
            }
            return try findTown(name, only)
        }
        return try findTown(name, state)
    }

    private func findTown(_ name: String, _ state: String) throws(Miss) -> FoundPlace {
        let found = places(city: name, state: state)
        guard let middle = Position(middleOf: found.map(\.position)), let city = found.first?.city else {
            throw .unknownTown
        }
        return FoundPlace(name: "\(city), \(state)", position: middle, isGuess: false)
    }

    private func findZIP(_ text: String) throws(Miss) -> FoundPlace {
        guard text.utf8.count == 5 || text.utf8.count == 10, text.utf8.prefix(5).allSatisfy({ (48...57).contains($0) })
        else { throw .unknownZIP }
        if let place = self[text] {
            return FoundPlace(
                name: "\(place.zip) (\(place.city), \(place.state))",
                position: place.position,
                isGuess: false
            )
        }
        guard let middle = Position(middleOf: positions(beginning: text.prefix(3))) else { throw .unknownZIP }
        return FoundPlace(name: String(text.prefix(5)), position: middle, isGuess: true)
    }
}

extension Position {
    /// The middle of some points; `nil` where there are none.
    init?(middleOf positions: [Position]) {
        let x = positions.reduce(0) { $0 + $1.x }
        let y = positions.reduce(0) { $0 + $1.y }
        let z = positions.reduce(0) { $0 + $1.z }
        let length = (x * x + y * y + z * z).squareRoot()
        guard length > 0 else { return nil }
        self.init(x: x / length, y: y / length, z: z / length)
    }
}
