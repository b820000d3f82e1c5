import Mustache

extension Page {
    /// What a template may show, by name: texts, numbers, truth, lists and further values.
    ///
    /// Lists, not a dictionary: a page makes some dozens of these, most with a handful of names, and they keep their order.
    struct Values: Sendable {
        private(set) var names: [String] = []
        private(set) var values: [any PageValue] = []

        /// `nil` for a name that is not there; setting it takes the name away.
        subscript(name: String) -> (any PageValue)? {
            get { names.firstIndex(of: name).map { values[$0] } }
            set {
                switch (names.firstIndex(of: name), newValue) {
                case (let place?, let value?): values[place] = value
                case (let place?, nil):
                    names.remove(at: place)
                    values.remove(at: place)
                case (nil, let value?):
                    names.append(name)
                    values.append(value)
                case (nil, nil): break
                }
            }
        }

        init() {}

        /// Takes the other ones in; `combine` chooses where both have a name.
        mutating func merge(
            _ other: Values,
            uniquingKeysWith combine: (any PageValue, any PageValue) -> any PageValue
        ) {
            self = merging(other, uniquingKeysWith: combine)
        }

        /// Sets a text where there is one: a template takes an empty text for something that is there.
        mutating func fill(_ name: String, _ text: String) { if !text.isEmpty { self[name] = text } }

        /// Both together; `combine` chooses where both have a name.
        func merging(
            _ other: Values,
            uniquingKeysWith combine: (any PageValue, any PageValue) -> any PageValue
        ) -> Values {
            var all = self
            for (name, value) in zip(other.names, other.values) {
                all[name] = all[name].map { combine($0, value) } ?? value
            }
            return all
        }
    }
}

extension Page.Values: ExpressibleByDictionaryLiteral {
    /// Most lists get a few names more after they were made.
    private static var room: Int { 4 }

    init(dictionaryLiteral elements: (String, any PageValue)...) {
        names.reserveCapacity(elements.count + Self.room)
        values.reserveCapacity(elements.count + Self.room)
        for (name, value) in elements {
            names.append(name)
            values.append(value)
        }
    }
}

extension Page.Values: MustacheParent {
    func child(named name: String) -> Any? { self[name] }
}
