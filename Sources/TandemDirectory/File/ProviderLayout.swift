/// Which column of a file is which, found by the names in its first line, never by their places: the layout of NPPES has changed
/// before and will again.
///
/// Three kinds of file are known: the full and the weekly file in their first layout (329 columns and fewer) and their second
/// (330), and the list of deactivated numbers, which has two.
package struct ProviderLayout: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case providers, deactivations }

    package let kind: Kind
    /// How many columns a row must have.
    package let columns: Int
    let npi: Int
    let deactivated: Int
    let reactivated: Int
    let entity: Int
    let organization: Int
    let lastName: Int
    let firstName: Int
    let credential: Int
    let street: Int
    let secondStreet: Int
    let city: Int
    let state: Int
    let zip: Int
    let country: Int
    let phone: Int
    let fax: Int
    let updated: Int
    /// Places of the taxonomy codes, fifteen of them.
    let taxonomies: [Int]

    /// - Parameter names: the fields of the first line.
    /// - Throws: `.missingColumns`, naming all that are missing.
    package init(names: [String]) throws(ProviderFileFailure) {
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() where places[name] == nil { places[name] = index }
        columns = names.count
        var missing: [String] = []
        func place(_ name: String) -> Int {
            if let place = places[name] { return place }
            missing.append(name)
            return 0
        }
        npi = place("NPI")
        if let date = places["NPPES Deactivation Date"], places["Entity Type Code"] == nil {
            kind = .deactivations
            (deactivated, reactivated) = (date, date)
            (entity, organization, lastName, firstName, credential) = (0, 0, 0, 0, 0)
            (street, secondStreet, city, state, zip, country, phone, fax, updated) = (0, 0, 0, 0, 0, 0, 0, 0, 0)
            taxonomies = []
        } else {
            kind = .providers
            let practice = "Provider Business Practice Location Address"
            entity = place("Entity Type Code")
            organization = place("Provider Organization Name (Legal Business Name)")
            lastName = place("Provider Last Name (Legal Name)")
            firstName = place("Provider First Name")
            credential = place("Provider Credential Text")
            street = place("Provider First Line Business Practice Location Address")
            secondStreet = place("Provider Second Line Business Practice Location Address")
            city = place("\(practice) City Name")
            state = place("\(practice) State Name")
            zip = place("\(practice) Postal Code")
            country = place("\(practice) Country Code (If outside U.S.)")
            phone = place("\(practice) Telephone Number")
            fax = place("\(practice) Fax Number")
            updated = place("Last Update Date")
            deactivated = place("NPI Deactivation Date")
            reactivated = place("NPI Reactivation Date")
            taxonomies = (1...15).map { place("Healthcare Provider Taxonomy Code_\($0)") }
        }
        guard missing.isEmpty else { throw .missingColumns(missing) }
    }

    /// Reads the first line of a file.
    /// - Parameter bytes: from the beginning of the file; a byte order mark may stand there.
    /// - Returns: the layout, and where the second line begins.
    package static func read(_ bytes: UnsafeRawBufferPointer) throws(ProviderFileFailure) -> (Self, rowsAt: Int) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let begin = bytes.starts(with: mark) ? mark.count : 0
        var reader = RowReader(bytes, from: begin)
        do {
            let fields = try reader.row()
            let names = fields.map { String(decoding: bytes[$0].unquoted, as: UTF8.self) }
            return (try Self(names: names), reader.position)
        } catch let fault as RowFault {
            throw .noHeader(fault.reason)
        } catch let failure as ProviderFileFailure {
            throw failure
        } catch {
            throw .noHeader("\(error)")
        }
    }
}

/// Why a file is not one that can be imported.
package enum ProviderFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    case missingColumns([String])
    case noHeader(String)

    package var description: String {
        switch self {
        case .missingColumns(let names):
            "This is not a provider file as known here. Its first line does not name: "
                + "\(names.prefix(6).joined(separator: "; "))\(names.count > 6 ? "; and \(names.count - 6) more" : "")."
        case .noHeader(let reason): "The first line of the file cannot be read: \(reason)."
        }
    }
}
