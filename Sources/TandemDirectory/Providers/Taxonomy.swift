package import TandemCatalog

/// One code of the provider taxonomy, and what it means here.
package struct Taxonomy: Sendable, Hashable {
    /// Ten letters and digits: `225XP0200X`.
    package let code: String
    /// `nil` for neither PT nor OT.
    package let discipline: Discipline?
    package let isPediatric: Bool
    package let name: String

    package var kinds: ProviderKinds {
        switch discipline {
        case .physical: isPediatric ? [.physical, .pediatricPhysical] : .physical
        case .occupational: isPediatric ? [.occupational, .pediatricOccupational] : .occupational
        case nil: isPediatric ? [.other, .pediatricOther] : .other
        }
    }
}

/// The codes that the directory keeps: `Rules/taxonomies.txt`, or a file of the same form.
package struct TaxonomyList: Sendable {
    package let taxonomies: [Taxonomy]
    private let byCode: [String: Taxonomy]

    package subscript(code: String) -> Taxonomy? { byCode[code] }

    /// - Throws: `TaxonomyFault`, which names the line.
    package init(_ text: String) throws(TaxonomyFault) {
        var taxonomies: [Taxonomy] = []
        var byCode: [String: Taxonomy] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let fault = { (reason: String) in TaxonomyFault(line: index + 1, reason: reason) }
            guard words.count >= 4 else {
                throw fault("a code, PT, OT or other, pediatric or -, and a name are needed")
            }
            let code = String(first)
            guard code.utf8.count == 10, code.utf8.allSatisfy(\.isCodeLetter) else {
                throw fault("'\(code)' is not ten capital letters and digits")
            }
            let discipline = Discipline(rawValue: String(words[1]))
            guard discipline != nil || words[1] == "other" else { throw fault("'\(words[1])' is not PT, OT or other") }
            guard words[2] == "pediatric" || words[2] == "-" else { throw fault("'\(words[2])' is not pediatric or -") }
            let taxonomy = Taxonomy(
                code: code,
                discipline: discipline,
                isPediatric: words[2] == "pediatric",
                name: words[3...].filter { $0 != "(unsourced)" }.joined(separator: " ")
            )
            guard byCode.updateValue(taxonomy, forKey: code) == nil else { throw fault("'\(code)' stands twice") }
            taxonomies.append(taxonomy)
        }
        guard !taxonomies.isEmpty else { throw TaxonomyFault(line: 0, reason: "no code stands in it") }
        self.taxonomies = taxonomies
        self.byCode = byCode
    }
}

/// A line of a list of taxonomies that cannot be read.
package struct TaxonomyFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1; 0 for the list as a whole.
    package let line: Int
    package let reason: String

    package var description: String { "The list of taxonomies, line \(line): \(reason)." }
}

extension UInt8 {
    fileprivate var isCodeLetter: Bool { (48...57).contains(self) || (65...90).contains(self) }
}
