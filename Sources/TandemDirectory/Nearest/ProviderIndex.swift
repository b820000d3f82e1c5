import TandemCatalog

/// Every provider in memory by where it is, for the search of the nearest: five bytes each.
///
/// The file gives a provider no better place than its ZIP code, so providers are kept in one row of numbers, ZIP code by ZIP code
/// from south to north. A search measures the distance to the centers of its own belt of latitude, which takes a pass over three
/// rows of numbers, and then looks only into the ZIP codes within reach.
package struct ProviderIndex: Sendable {
    /// How many providers there are, and how many of them at no known place.
    package let count: Int
    package let unplaced: Int
    /// Where the centers are, from south to north.
    private let xs: [Double]
    private let ys: [Double]
    private let zs: [Double]
    /// Where the providers of a place begin; one more at the end.
    private let starts: [Int32]
    /// What there is at a place: the kinds of all that are there, together.
    private let kindsAt: [UInt8]
    private let numbers: [UInt32]
    private let kinds: [UInt8]

    /// One provider as the index needs it.
    package struct Entry: Sendable {
        let number: UInt32
        let kinds: UInt8
        let place: Int32

        /// - Parameter place: where its ZIP code stands in `Places`; `nil` for one that nobody knows.
        package init(npi: UInt32, kinds: ProviderKinds, place: Int?) {
            number = npi
            self.kinds = kinds.rawValue
            self.place = place.map(Int32.init) ?? -1
        }
    }

    /// - Parameter entries: in the order of their numbers.
    package init(_ places: Places, _ entries: [Entry]) {
        count = entries.count
        // An empty directory takes no room.
        let positions = entries.isEmpty ? [] : places.indices.map(places.position)
        let size = positions.count
        let northward = positions.indices.sorted { positions[$0].z < positions[$1].z }
        xs = northward.map { positions[$0].x }
        ys = northward.map { positions[$0].y }
        zs = northward.map { positions[$0].z }
        var ranks = [Int](repeating: 0, count: size)
        for (rank, place) in northward.enumerated() { ranks[place] = rank }
        var starts = [Int32](repeating: 0, count: size + 1)
        var kindsAt = [UInt8](repeating: 0, count: size)
        for entry in entries where entry.place >= 0 {
            let rank = ranks[Int(entry.place)]
            starts[rank + 1] += 1
            kindsAt[rank] |= entry.kinds
        }
        for rank in 0..<size { starts[rank + 1] += starts[rank] }
        let placed = Int(starts[size])
        unplaced = entries.count - placed
        var next = starts
        var numbers = [UInt32](repeating: 0, count: placed)
        var kinds = [UInt8](repeating: 0, count: placed)
        for entry in entries where entry.place >= 0 {
            let rank = ranks[Int(entry.place)]
            let at = Int(next[rank])
            next[rank] += 1
            numbers[at] = entry.number
            kinds[at] = entry.kinds
        }
        (self.starts, self.kindsAt, self.numbers, self.kinds) = (starts, kindsAt, numbers, kinds)
    }

    /// The nearest that fit, nearest first; at the same place claimed listings first, then by number.
    package func nearest(_ query: NearestQuery, claimed: ClaimedListings) -> [Nearby] {
        let reach = Position.chordSquared(miles: query.miles)
        let found =
            query.wish.isEmpty
            ? anybody(query, reach: reach) : claimed.found(query, reach: reach)
        let sorted = found.sorted {
            ($0.chord, claimed[$0.number] == nil ? 1 : 0, $0.number)
                < ($1.chord, claimed[$1.number] == nil ? 1 : 0, $1.number)
        }
        return sorted.prefix(query.most).compactMap { one in
            NPI(number: one.number).map { Nearby(npi: $0, miles: Position.miles(chordSquared: one.chord)) }
        }
    }

    /// At least the nearest, with all that are as far away as the last of them.
    private func anybody(_ query: NearestQuery, reach: Double) -> [Candidate] {
        let wanted = query.kinds
        var found: [Candidate] = []
        var last = Double.infinity
        for (chord, place) in reachable(from: query.origin, reach: reach, wanted: wanted) {
            if found.count >= query.most, chord > last { break }
            last = chord
            for at in Int(starts[place])..<Int(starts[place + 1]) where kinds[at] & wanted != 0 {
                found.append(Candidate(number: numbers[at], chord: chord))
            }
        }
        return found
    }

    /// Places within reach where somebody fits, nearest first.
    private func reachable(from origin: Position, reach: Double, wanted: UInt8) -> [(chord: Double, place: Int)] {
        var found: [(chord: Double, place: Int)] = []
        // Who is farther north or south than that is farther away, whatever the longitude; a hair more for what rounding takes.
        let belt = reach.squareRoot() + 1e-12
        for place in first(at: origin.z - belt)..<first(at: origin.z + belt) where kindsAt[place] & wanted != 0 {
            let (dx, dy, dz) = (xs[place] - origin.x, ys[place] - origin.y, zs[place] - origin.z)
            let chord = dx * dx + dy * dy + dz * dz
            if chord <= reach { found.append((chord, place)) }
        }
        found.sort { $0 < $1 }
        return found
    }

    /// The southernmost place that is as far north as `z` or farther.
    private func first(at z: Double) -> Int {
        var (low, high) = (0, zs.count)
        while low < high {
            let middle = (low + high) / 2
            if zs[middle] < z { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Somebody who fits, by the square of the chord to where they are.
struct Candidate {
    let number: UInt32
    let chord: Double
}
