import Yams

extension Catalog {
    /// Reads and checks every file; the catalog is usable only if nothing at all is wrong with it.
    ///
    /// - Throws: every problem of every file at once, each with file, line and reason.
    package static func load(_ files: [CatalogFile]) throws(BrokenCatalog) -> Catalog { try sound(read(files)) }

    /// The same as `load`, with the files read on two threads: reading YAML is a third of the time to the first answer.
    package static func loadConcurrently(_ files: [CatalogFile]) async throws(BrokenCatalog) -> Catalog {
        try sound(await readConcurrently(files))
    }

    /// The catalog that was read, if nothing at all is wrong with it.
    private static func sound(
        _ found: (catalog: Catalog, diagnostics: [Diagnostic])
    ) throws(BrokenCatalog) -> Catalog {
        let diagnostics = found.diagnostics + found.catalog.graphDiagnostics()
        guard diagnostics.isEmpty else {
            throw BrokenCatalog(diagnostics: diagnostics.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
        }
        return found.catalog
    }

    private static func readConcurrently(_ files: [CatalogFile]) async -> (catalog: Catalog, diagnostics: [Diagnostic])
    {
        let total = files.reduce(0) { $0 + work($1) }
        var half = 0
        var size = 0
        while half < files.count, size * 2 < total {
            size += work(files[half])
            half += 1
        }
        let front = Array(files[..<half])
        let back = Array(files[half...])
        async let first = readApart(front)
        async let second = readApart(back)
        var (catalog, diagnostics) = await first
        let rest = await second
        catalog.append(rest.catalog)
        catalog.index()
        return (catalog, diagnostics + rest.diagnostics)
    }

    /// How long a file takes to read, in bytes of YAML: a list of words is read in no time, a translation later.
    private static func work(_ file: CatalogFile) -> Int {
        file.path.hasSuffix(".txt") || file.folder == spanishFolder ? 0 : file.text.utf8.count
    }

    @concurrent
    private static func readApart(_ files: [CatalogFile]) async -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        read(files)
    }

    private mutating func append(_ other: Catalog) {
        activities += other.activities
        skills += other.skills
        conditions += other.conditions
        milestones += other.milestones
        redFlags += other.redFlags
        elsewhere += other.elsewhere
        findings += other.findings
        sources += other.sources
        language.append(other.language)
        translationFiles += other.translationFiles
    }

    /// Reads every file; what does not fit its type is left empty and reported.
    package static func read(_ files: [CatalogFile]) -> (catalog: Catalog, diagnostics: [Diagnostic]) {
        var catalog = Catalog()
        var diagnostics: [Diagnostic] = []
        for file in files {
            catalog.read(file) { diagnostics.append($0) }
        }
        catalog.index()
        return (catalog, diagnostics)
    }

    private mutating func read(_ file: CatalogFile, report: @escaping (Diagnostic) -> Void) {
        if file.path.hasSuffix(".txt") {
            language.dictionary = file.text
            return
        }
        if file.folder == Self.spanishFolder {
            translationFiles.append(file)
            return
        }
        if let root = Self.compose(file, report: report) { read(root, of: file) }
    }

    /// A file's fields; what is no YAML is reported.
    static func compose(_ file: CatalogFile, report: @escaping (Diagnostic) -> Void) -> Record? {
        do {
            guard let root = try Yams.compose(yaml: file.text, .basic, .default, .utf8) else {
                report(Diagnostic(file: file.path, line: 1, message: "the file is empty"))
                return nil
            }
            return Record(root, file: file.path, report: report)
        } catch {
            let message = "not valid YAML: \(reason(error))"
            report(Diagnostic(file: file.path, line: line(of: error), message: message))
            return nil
        }
    }

    private mutating func read(_ record: Record, of file: CatalogFile) {
        switch file.folder {
        case "language": language.add(record, into: &findings)
        case "sources.yaml":
            sources += record.records("sources").map { source in
                defer { source.finish() }
                return Source(code: source.text("code"), name: source.text("name"), address: source.text("address"))
            }
        default:
            let area = record.text("area")
            for entry in record.records("entries") { add(entry, folder: file.folder, area: area) }
        }
        record.finish()
    }

    private static func line(of error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: "\(error)"
        }
    }
}
