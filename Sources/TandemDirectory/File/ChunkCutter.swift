/// Where a piece of a provider file may end so that no row is cut.
package enum ChunkCutter {
    /// The last line end after which a row plainly begins: ten digits, in quotes or not, and a comma. A field that runs over the
    /// end of a line is not cut by it.
    /// - Returns: how many bytes belong to the piece; `nil` where there is no such place.
    package static func end(of bytes: UnsafeRawBufferPointer) -> Int? {
        var place = bytes.count - 1
        while place >= 0 {
            if bytes[place] == .lineFeed, beginsRow(bytes, at: place + 1) { return place + 1 }
            place -= 1
        }
        return nil
    }

    private static func beginsRow(_ bytes: UnsafeRawBufferPointer, at begin: Int) -> Bool {
        var place = begin
        let isQuoted = place < bytes.count && bytes[place] == .quote
        if isQuoted { place += 1 }
        let comma = place + 10 + (isQuoted ? 1 : 0)
        guard comma < bytes.count else { return false }
        return bytes[place..<(place + 10)].allSatisfy { (48...57).contains($0) } && bytes[comma] == .comma
    }
}
