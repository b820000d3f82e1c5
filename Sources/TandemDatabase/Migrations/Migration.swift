/// One step of the schema: frozen SQL text that is never changed once it has been released, only followed by another.
///
/// The text is what SQLite and PostgreSQL share. `{bytewise}` stands for the collation that orders text by its bytes, which
/// makes ranges of a text index work as prefixes.
package struct Migration: Sendable, Hashable {
    /// 1, 2, 3, ... without gaps.
    package let number: Int
    package let name: String
    package let sql: String

    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// - Parameter file: `0001-people.sql`; `nil` if the name is not of that form.
    package init?(file: String, sql: String) {
        guard let dash = file.firstIndex(of: "-"), file.hasSuffix(".sql"), let number = Int(file[..<dash]) else {
            return nil
        }
        self.init(number: number, name: String(file[file.index(after: dash)...].dropLast(4)), sql: sql)
    }
}
