import TandemCatalog

/// What the guide knows: the catalog, and what was made of it once at start. Behind one reference, so that the stages of an
/// answer hand it on without counting the references of its many lists.
final class Knowledge: Sendable {
    let catalog: Catalog
    let graph: Graph
    let book: PhraseBook

    init(_ catalog: Catalog) {
        self.catalog = catalog
        graph = Graph(catalog)
        book = PhraseBook(catalog)
    }
}
