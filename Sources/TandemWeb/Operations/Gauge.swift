/// One figure of the server as it stands now.
package struct Gauge: Sendable, Hashable {
    /// `tandem_outbox_letters` ...
    package let name: String
    package let help: String
    package let kind: Kind
    package let value: Double
    package let labels: [String: String]

    package enum Kind: String, Sendable { case gauge, counter }

    package init(_ name: String, _ help: String, kind: Kind = .gauge, labels: [String: String] = [:], value: Double) {
        self.name = name
        self.help = help
        self.kind = kind
        self.value = value
        self.labels = labels
    }
}
