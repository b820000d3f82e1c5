internal import CTandemScan
internal import TandemCatalog

/// Reads pieces of a provider file. Pieces may be scanned at the same time, in any order.
///
/// Bytes -> separators (`tandem_scan`, sixty-four bytes at a time) -> the few fields that decide -> text, only for the rows that
/// are kept and not known already. A row that is not of the plain form is read again, strictly (`RowReader`): it is a field
/// over several lines, or it is refused and costs only itself.
package struct ProviderScanner: Sendable {
    package let layout: ProviderLayout
    private let rows: ProviderRows

    /// - Parameter known: digests of the providers that are kept already, by number.
    package init(_ layout: ProviderLayout, _ list: TaxonomyList, known: [UInt32: UInt64] = [:]) {
        self.layout = layout
        rows = ProviderRows(layout: layout, codes: CodeTable(list), known: known)
    }

    /// - Parameter bytes: whole rows, the last with its line end or at the end of the file.
    package func scan(_ bytes: UnsafeRawBufferPointer) -> ScannedChunk {
        var chunk = ScannedChunk()
        let text = bytes.bindMemory(to: UInt8.self)
        // A separator every three bytes is what a row of empty quoted fields has.
        let marks = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: min(bytes.count, 1 << 20) + 64)
        let ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << 16)
        defer {
            marks.deallocate()
            ends.deallocate()
        }
        var begin = 0
        while begin < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[begin...])
            let found = tandem_scan(
                text.baseAddress.map { $0 + begin },
                rest.count,
                marks.baseAddress,
                marks.count,
                ends.baseAddress,
                ends.count
            )
            take(found.rows, of: rest, marks, ends, &chunk)
            begin += found.consumed
            if found.trouble != 0 || found.rows == 0 { begin += takeStrictly(bytes, from: begin, &chunk) }
        }
        return chunk
    }

    /// Rows of the plain form.
    private func take(
        _ count: Int,
        of bytes: UnsafeRawBufferPointer,
        _ marks: UnsafeMutableBufferPointer<UInt32>,
        _ ends: UnsafeMutableBufferPointer<UInt32>,
        _ chunk: inout ScannedChunk
    ) {
        var (first, begin) = (0, 0)
        for row in 0..<count {
            let last = Int(ends[row])
            let end = Int(marks[last])
            defer { (first, begin) = (last + 1, end + 1) }
            if last - first + 1 == layout.columns {
                rows.take(
                    RowFields(bytes: bytes, begin: begin, marks: UnsafeBufferPointer(rebasing: marks[first...last])),
                    &chunk
                )
            } else if end > begin + 1 || (end == begin + 1 && bytes[begin] != .carriageReturn) {
                refuseColumns(last - first + 1, bytes[begin..<end], &chunk)
            }
            chunk.lines += 1
        }
    }

    /// One row that is not.
    /// - Returns: how many bytes it takes.
    private func takeStrictly(_ bytes: UnsafeRawBufferPointer, from begin: Int, _ chunk: inout ScannedChunk) -> Int {
        var reader = RowReader(bytes, from: begin)
        do throws(RowFault) {
            let fields = try reader.row()
            if fields.count == layout.columns {
                let marks = fields.map { UInt32($0.upperBound - begin) }
                marks.withUnsafeBufferPointer { marks in
                    let rest = UnsafeRawBufferPointer(rebasing: bytes[begin...])
                    rows.take(RowFields(bytes: rest, begin: 0, marks: marks), &chunk)
                }
            } else {
                refuseColumns(fields.count, bytes[begin..<reader.position], &chunk)
            }
        } catch {
            chunk.refuse(error.reason, bytes[begin..<reader.position])
        }
        chunk.lines += bytes[begin..<reader.position].count { $0 == .lineFeed }
        return reader.position - begin
    }

    private func refuseColumns(_ count: Int, _ row: Slice<UnsafeRawBufferPointer>, _ chunk: inout ScannedChunk) {
        chunk.refuse("\(count) columns instead of \(layout.columns)", row)
    }
}

extension ScannedChunk {
    mutating func refuse(_ reason: String, _ row: Slice<UnsafeRawBufferPointer>) {
        counts.rows += 1
        counts.refused += 1
        let excerpt = String(
            decoding: row.prefix(80).prefix { $0 != .lineFeed && $0 != .carriageReturn },
            as: UTF8.self
        )
        let digits = excerpt.drop { $0 == "\"" }.prefix(10)
        refused.append(Refused(line: lines, reason: reason, excerpt: excerpt, npi: NPI(String(digits))))
    }
}
