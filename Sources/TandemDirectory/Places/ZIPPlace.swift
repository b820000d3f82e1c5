/// Where a ZIP code is: its center, good to a few miles.
package struct ZIPPlace: Sendable, Hashable {
    /// Five digits.
    package let zip: String
    package let city: String
    /// Two letters; territories too.
    package let state: String
    package let position: Position

    package init(zip: String, city: String, state: String, position: Position) {
        self.zip = zip
        self.city = city
        self.state = state
        self.position = position
    }
}
