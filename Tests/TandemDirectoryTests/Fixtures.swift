import TandemAssets
import TandemDirectory

/// Provider files as small texts.
enum Fixtures {
    static let taxonomies = Assets.texts(in: "Rules").first { $0.path == "taxonomies.txt" }?.text ?? ""

    static let places: Places = {
        let file = Assets.files.first { $0.path == "Places/us_zip_centroids.csv" }
        return Places(csv: file?.bytes ?? UnsafeBufferPointer(start: nil, count: 0))
    }()

    static let practice = "Provider Business Practice Location Address"

    /// The columns that are read, in an order of their own, with one between that is not.
    static let columns: [String] =
        [
            "NPI", "Entity Type Code", "Replacement NPI", "Provider Organization Name (Legal Business Name)",
            "Provider Last Name (Legal Name)", "Provider First Name", "Provider Credential Text",
            "Provider First Line Business Practice Location Address",
            "Provider Second Line Business Practice Location Address", "\(practice) City Name",
            "\(practice) State Name",
            "\(practice) Postal Code", "\(practice) Country Code (If outside U.S.)", "\(practice) Telephone Number",
            "\(practice) Fax Number", "Last Update Date", "NPI Deactivation Date", "NPI Reactivation Date",
        ] + (1...15).map { "Healthcare Provider Taxonomy Code_\($0)" }

    static let header = columns.map { "\"\($0)\"" }.joined(separator: ",") + "\n"

    /// One row: what is not given is what an OT in Springfield has.
    static func row(_ npi: String = "1234567893", _ changes: [String: String] = [:], quoted: Bool = true) -> String {
        var values = [
            "NPI": npi, "Entity Type Code": "1", "Provider Last Name (Legal Name)": "REYES",
            "Provider First Name": "ANA", "Provider Credential Text": "OTR/L",
            "Provider First Line Business Practice Location Address": "1 MAIN ST",
            "\(practice) City Name": "SPRINGFIELD",
            "\(practice) State Name": "IL", "\(practice) Postal Code": "627011234",
            "\(practice) Country Code (If outside U.S.)": "US", "\(practice) Telephone Number": "2175550100",
            "Last Update Date": "05/31/2024", "Healthcare Provider Taxonomy Code_1": "225X00000X",
        ]
        for (name, value) in changes { values[name] = value }
        let quote = quoted ? "\"" : ""
        return columns.map { "\(quote)\(values[$0] ?? "")\(quote)" }.joined(separator: ",") + "\n"
    }

    /// Scans a file, header and all.
    static func scan(_ text: String, known: [UInt32: UInt64] = [:]) throws -> ScannedChunk {
        let list = try TaxonomyList(taxonomies)
        return try Array(text.utf8).withUnsafeBytes { bytes in
            let (layout, rowsAt) = try ProviderLayout.read(bytes)
            let rows = UnsafeRawBufferPointer(rebasing: bytes[rowsAt...])
            return ProviderScanner(layout, list, known: known).scan(rows)
        }
    }
}
