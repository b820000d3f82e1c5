import TandemCare

extension Problems {
    /// What the rules find wrong, beside the field it is about; hints that block nothing are left to the page.
    ///
    /// - Parameter field: the field's name for the place that a remark names.
    mutating func add(_ remarks: [some Remark], field: (_ place: String) -> String = { $0.replacing(" ", with: "_") }) {
        for remark in remarks where remark.isBlocking { add(field(remark.place), "\(remark.message) \(remark.mend)") }
    }
}

extension [Page.Values] {
    /// Hints that block nothing, for a page to show beside what they are about.
    init(hints remarks: [some Remark]) {
        self = remarks.filter { !$0.isBlocking }.map { ["message": $0.message, "mend": $0.mend, "place": $0.place] }
    }
}
