package import TandemCare
package import TandemDirectory

/// One run of `tandem directory import`, which may be stopped and go on.
package struct DirectoryImport: Sendable, Hashable {
    package let id: ID<DirectoryImport>
    package let source: Source
    /// Bytes of the rows that are written for good.
    package var position: Int64 = 0
    package var tally = Tally()
    package let begun: Instant
    package var ended: Instant?

    package init(id: ID<DirectoryImport>, source: Source, begun: Instant) {
        self.id = id
        self.source = source
        self.begun = begun
    }

    /// The file that it reads.
    package struct Source: Sendable, Hashable {
        package let name: String
        /// Of name, size and content: the same file has the same.
        package let fingerprint: String
        /// Whoever it does not name is gone.
        package let isFull: Bool
        /// Size of the table inside, as far as it is known.
        package let bytes: Int64

        package init(name: String, fingerprint: String, isFull: Bool, bytes: Int64) {
            self.name = name
            self.fingerprint = fingerprint
            self.isFull = isFull
            self.bytes = bytes
        }
    }

    /// What came of it.
    package struct Tally: Sendable, Hashable, Codable {
        package var read = ProviderCounts()
        package var added = 0
        package var changed = 0
        package var unchanged = 0
        package var removed = 0

        package init() {}
    }
}

/// Providers to write and to take out, in one commit.
package struct ProviderBatch: Sendable {
    package var providers: [Provider] = []
    /// Numbers to take out.
    package var gone: [UInt32] = []

    package init() {}

    package var isEmpty: Bool { providers.isEmpty && gone.isEmpty }
}
