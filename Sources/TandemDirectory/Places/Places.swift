/// The ZIP codes of the United States and its territories with their centers: `Places/us_zip_centroids.csv`.
package struct Places: Sendable {
    /// In the order of the ZIP codes.
    package let all: [ZIPPlace]
    private let byZIP: [UInt32: Int]

    /// - Parameter csv: `zip,latitude,longitude,city,state` with a header; a line that cannot be read is left out.
    package init(csv: UnsafeBufferPointer<UInt8>) {
        var all: [ZIPPlace] = []
        all.reserveCapacity(42_000)
        for line in csv.split(separator: UInt8(ascii: "\n")).dropFirst() {
            if let place = ZIPPlace(line) { all.append(place) }
        }
        self.init(all)
    }

    package init(_ places: [ZIPPlace]) {
        all = places.sorted { $0.zip < $1.zip }
        byZIP = Dictionary(all.enumerated().compactMap { index, place in Self.key(place.zip).map { ($0, index) } }) {
            first,
            _ in first
        }
    }

    /// The place of a ZIP code, of which the first five digits count.
    package subscript(_ zip: String) -> ZIPPlace? { index(of: zip).map { all[$0] } }

    /// Where a ZIP code stands in `all`.
    package func index(of zip: String) -> Int? { Self.key(zip).flatMap { byZIP[$0] } }

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

    private static func key(_ zip: String) -> UInt32? {
        guard zip.utf8.count >= 5 else { return nil }
        var key: UInt32 = 0
        for digit in zip.utf8.prefix(5) {
            guard (48...57).contains(digit) else { return nil }
            key = key * 10 + UInt32(digit - 48)
        }
        return key
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
