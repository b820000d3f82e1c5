/// What a template may show: a text, a number, truth, values with names, and lists of these.
protocol PageValue: Sendable {
    /// Adds itself, so that another value is other bytes.
    func add(to canonical: inout CanonicalValues)
}

extension String: PageValue {
    func add(to canonical: inout CanonicalValues) { canonical.add(self) }
}

extension Bool: PageValue {
    func add(to canonical: inout CanonicalValues) { canonical.add(.flag, self ? 1 : 0) }
}

extension Int: PageValue {
    func add(to canonical: inout CanonicalValues) { canonical.add(.number, self) }
}

extension Page.Values: PageValue {
    func add(to canonical: inout CanonicalValues) {
        canonical.add(.values, names.count)
        for (name, value) in zip(names, values) {
            canonical.add(name)
            value.add(to: &canonical)
        }
    }
}

extension Array: PageValue where Element: PageValue {
    func add(to canonical: inout CanonicalValues) {
        canonical.add(.list, count)
        for value in self { value.add(to: &canonical) }
    }
}
