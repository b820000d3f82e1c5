/// One field of a row, as the bytes stand in the file, without the quotes round it and the spaces at its ends.
struct FieldSlice {
    let bytes: UnsafeRawBufferPointer

    /// - Parameters: where the field begins and ends, quotes included.
    init(_ all: UnsafeRawBufferPointer, _ begin: Int, _ end: Int) {
        var (begin, end) = (begin, end)
        if end > begin, all[end - 1] == .carriageReturn { end -= 1 }
        if end - begin >= 2, all[begin] == .quote, all[end - 1] == .quote {
            begin += 1
            end -= 1
        }
        while begin < end, all[begin] == .space { begin += 1 }
        while end > begin, all[end - 1] == .space { end -= 1 }
        bytes = UnsafeRawBufferPointer(rebasing: all[begin..<end])
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Decoded; a byte that is not UTF-8 becomes a question mark in a diamond.
    var text: String {
        guard bytes.contains(.quote) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == .quote && !isSecond
            if byte != .quote || isSecond { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// A number of `count` digits and nothing else.
    func digits(_ count: Int) -> UInt64? {
        guard bytes.count == count else { return nil }
        return number(bytes[...])
    }

    /// The five digits of a ZIP code, of which the file may have nine.
    var zip: String {
        guard bytes.count >= 5, number(bytes[..<5]) != nil else { return "" }
        return String(decoding: bytes[..<5], as: UTF8.self)
    }

    /// `05/31/2024` as 20240531, so that dates can be compared; `nil` for what is no date of that form.
    var date: Int? {
        let slash = UInt8(ascii: "/")
        guard bytes.count == 10, bytes[2] == slash, bytes[5] == slash, let month = number(bytes[0..<2]),
            let day = number(bytes[3..<5]), let year = number(bytes[6..<10]), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return Int(year * 10_000 + month * 100 + day)
    }

    private func number(_ digits: Slice<UnsafeRawBufferPointer>) -> UInt64? {
        var number: UInt64 = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            number = number * 10 + UInt64(digit - 48)
        }
        return number
    }
}
