/// The ZIP codes of the United States and its territories with their centers: `Places/us_zip_centroids.csv`.
package struct Places: Sendable {
    /// In the order of the ZIP codes.
    package let all: [ZIPPlace]

    /// - Parameter csv: `zip,latitude,longitude,city,state` with a header; a line that cannot be read is left out.
    package init(csv: UnsafeBufferPointer<UInt8>) {
        var all: [ZIPPlace] = []
        all.reserveCapacity(42_000)
        var rest = csv[...]
        var isHead = true
        // One line at a time: a list of all would take as much memory as the places themselves.
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
            if !isHead, let place = ZIPPlace(rest[..<end]) { all.append(place) }
            isHead = false
            rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        }
        self.init(all)
    }

    package init(_ places: [ZIPPlace]) {
        let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.zip <= $1.zip }
        all = isSorted ? places : places.sorted { $0.zip < $1.zip }
    }

    /// The place of a ZIP code, of which the first five digits count.
    package subscript(_ zip: String) -> ZIPPlace? { index(of: zip).map { all[$0] } }

    /// Where a ZIP code stands in `all`.
    package func index(of zip: String) -> Int? {
        guard Self.isCode(zip) else { return nil }
        let code = String(zip.prefix(5))
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].zip < code { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].zip == code ? low : nil
    }

    /// The ZIP codes of a town: `Springfield`, `IL`. Case and points do not count.
    package func places(city: String, state: String) -> [ZIPPlace] {
        let (city, state) = (Self.folded(city), state.uppercased())
        return all.filter { $0.state == state && Self.folded($0.city) == city }
    }

    /// The states in which there is a town of that name, in order.
    package func states(city: String) -> [String] {
        let city = Self.folded(city)
        return Set(all.filter { Self.folded($0.city) == city }.map(\.state)).sorted()
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

    /// Begins with five digits.
    private static func isCode(_ zip: String) -> Bool {
        zip.utf8.count >= 5 && zip.utf8.prefix(5).allSatisfy { (48...57).contains($0) }
    }
}

extension ZIPPlace {
    fileprivate init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].count == 5,
            let latitude = Double(String(decoding: fields[1], as: UTF8.self)),
            let longitude = Double(String(decoding: fields[2], as: UTF8.self))
        else { return nil }
        self.init(
            zip: String(decoding: fields[0], as: UTF8.self),
            city: String(decoding: fields[3], as: UTF8.self),
            state: String(decoding: fields[4].prefix { $0 != 13 }, as: UTF8.self),
            position: Position(latitude: latitude, longitude: longitude)
        )
    }
}
