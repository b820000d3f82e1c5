/// The ZIP codes of the United States and its territories with their centers: `Places/us_zip_centroids.csv`.
///
/// A collection of places in the order of the ZIP codes. A server holds it all its life, so it is kept as numbers and one row of
/// letters, a third of what 42,000 values of `ZIPPlace` take; a place is made when it is asked for.
package struct Places: Sendable {
    /// Five digits, as a number.
    private var codes: [UInt32] = []
    /// Degrees in millionths: 4 inches at the equator.
    private var latitudes: [Int32] = []
    private var longitudes: [Int32] = []
    /// Two letters each.
    private var states: [UInt8] = []
    /// Where the name of a town begins in `letters`; one more at the end.
    private var starts: [UInt32] = [0]
    private var letters: [UInt8] = []

    /// - Parameter csv: `zip,latitude,longitude,city,state` with a header, in the order of the ZIP codes; a line that cannot be
    ///   read, or is out of order, is left out.
    package init(csv: UnsafeBufferPointer<UInt8>) {
        var rest = csv[...]
        var isHead = true
        // One line at a time: a list of all would take as much memory as the places themselves.
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            if !isHead { append(line: rest[..<end]) }
            isHead = false
            rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        }
        trim()
    }

    /// - Parameter places: in any order.
    package init(_ places: [ZIPPlace]) {
        for place in places.sorted(by: { $0.zip < $1.zip }) {
            append(place.zip, place.position.degrees, city: place.city.utf8, state: place.state.utf8)
        }
    }

    private mutating func append(line: Slice<UnsafeBufferPointer<UInt8>>) {
        let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].count == 5,
            let latitude = Double(String(decoding: fields[1], as: UTF8.self)),
            let longitude = Double(String(decoding: fields[2], as: UTF8.self))
        else { return }
        let zip = String(decoding: fields[0], as: UTF8.self)
        append(zip, (latitude, longitude), city: fields[3], state: fields[4].prefix { $0 != 13 })
    }

    private mutating func append(
        _ zip: String,
        _ degrees: (latitude: Double, longitude: Double),
        city: some Collection<UInt8>,
        state: some Collection<UInt8>
    ) {
        guard let code = Self.code(zip), codes.last.map({ $0 < code }) ?? true, state.count == 2 else { return }
        codes.append(code)
        latitudes.append(Int32((degrees.latitude * 1_000_000).rounded()))
        longitudes.append(Int32((degrees.longitude * 1_000_000).rounded()))
        states.append(contentsOf: state)
        letters.append(contentsOf: city)
        starts.append(UInt32(letters.count))
    }

    /// Rows that grew have room for as many again.
    private mutating func trim() {
        (codes, latitudes, longitudes) = (codes.trimmed, latitudes.trimmed, longitudes.trimmed)
        (states, starts, letters) = (states.trimmed, starts.trimmed, letters.trimmed)
    }

    /// The place of a ZIP code, of which the first five digits count.
    package subscript(_ zip: String) -> ZIPPlace? { index(of: zip).map { self[$0] } }

    /// Where a ZIP code stands.
    package func index(of zip: String) -> Int? {
        guard let code = Self.code(zip) else { return nil }
        var (low, high) = (0, codes.count)
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == code ? low : nil
    }

    /// The ZIP codes of a town: `Springfield`, `IL`. Case and points do not count.
    package func places(city: String, state: String) -> [ZIPPlace] {
        towns(city, in: state.uppercased()).map { self[$0] }
    }

    /// The states in which there is a town of that name, in order.
    package func states(city: String) -> [String] { Set(towns(city, in: nil).map { self[$0].state }).sorted() }

    /// The centers of the ZIP codes that begin with three digits.
    func positions(beginning digits: Substring) -> [Position] {
        guard let area = UInt32(digits) else { return [] }
        return indices.filter { codes[$0] / 100 == area }.map(position)
    }

    /// Where the ZIP codes of a town stand. Names are compared for those only that begin with the same letter.
    private func towns(_ city: String, in state: String?) -> [Int] {
        let city = Self.folded(city)
        guard let first = city.utf8.first else { return [] }
        let wanted = state.map { Array($0.utf8) }
        return indices.filter { index in
            guard starts[index] < starts[index + 1], letters[Int(starts[index])] | 0x20 == first else { return false }
            guard wanted.map({ states[(2 * index)..<(2 * index + 2)].elementsEqual($0) }) ?? true else { return false }
            return Self.folded(self.city(index)) == city
        }
    }

    /// `ST. LOUIS` and `Saint Louis` are one.
    private static func folded(_ city: String) -> String {
        let words = city.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
            switch word {
            case "st": "saint"
            case "ft": "fort"
            case "mt": "mount"
            default: String(word)
            }
        }
        return words.joined(separator: " ")
    }

    /// The first five digits; `nil` where there are none.
    private static func code(_ zip: String) -> UInt32? {
        let digits = zip.utf8.prefix(5)
        guard digits.count == 5, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + UInt32($1 - 48) }
    }
}

extension Places: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { codes.count }

    package subscript(_ index: Int) -> ZIPPlace {
        let digits = String(codes[index])
        return ZIPPlace(
            zip: String(repeating: "0", count: 5 - digits.utf8.count) + digits,
            city: city(index),
            state: String(decoding: states[(2 * index)..<(2 * index + 2)], as: UTF8.self),
            position: position(index)
        )
    }

    private func city(_ index: Int) -> String {
        String(decoding: letters[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
    }

    /// `self[index].position`, with nothing else made.
    func position(_ index: Int) -> Position {
        Position(latitude: Double(latitudes[index]) / 1_000_000, longitude: Double(longitudes[index]) / 1_000_000)
    }
}

extension Array {
    /// The same in a row of its own, with no room left over.
    fileprivate var trimmed: [Element] {
        [Element](unsafeUninitializedCapacity: count) { room, used in
            _ = room.initialize(from: self)
            used = count
        }
    }
}
