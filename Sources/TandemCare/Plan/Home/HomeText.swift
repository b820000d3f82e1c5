/// The words of a home activity in another language, for the handout.
package struct HomeText: Sendable, Hashable, Codable {
    package var name: String
    package var how: String
    package var dos: [String]
    package var donts: [String]

    package init(name: String, how: String, dos: [String], donts: [String]) {
        self.name = name
        self.how = how
        self.dos = dos
        self.donts = donts
    }
}
