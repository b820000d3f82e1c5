/// One file of the catalog: its path below `Catalog/` and its text.
package struct CatalogFile: Sendable {
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The folder, which says what the entries are: `activities`.
    var folder: Substring { path.split(separator: "/").first ?? "" }
}
