/// Values as PostgreSQL's text format has them, in one run of bytes.
struct PostgresParameters {
    private var bytes: [CChar] = []
    /// Where each value starts; `nil` for null.
    private var starts: [Int?] = []

    init(_ values: [SQLValue]) throws(DatabaseFailure) {
        starts.reserveCapacity(values.count)
        for value in values {
            try value.check()
            switch value {
            case .null: starts.append(nil)
            case .integer(let number): append(String(number))
            case .real(let number): append(String(number))
            case .text(let text): append(text)
            }
        }
    }

    private mutating func append(_ text: String) {
        starts.append(bytes.count)
        var text = text
        text.withUTF8 { utf8 in utf8.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) } }
        bytes.append(0)
    }

    /// Hands `body` the list that libpq expects, and its length.
    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?, CInt) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: starts.count) { list in
                for (place, start) in starts.enumerated() {
                    list.initializeElement(at: place, to: start.flatMap { buffer.baseAddress?.advanced(by: $0) })
                }
                return body(UnsafePointer(list.baseAddress), CInt(starts.count))
            }
        }
    }
}
