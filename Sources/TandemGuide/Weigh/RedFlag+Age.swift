import TandemCatalog

extension RedFlag {
    /// Whether the child's age lets the flag apply. Of an age that is only hinted at the range may be missed by some.
    /// Without any the urgent flags apply, but for those of small babies, and the others only if nothing speaks against it.
    func mayConcern(_ age: ChildAge?, hinted hint: Double?) -> Bool {
        guard let range = ages else { return true }
        if let age { return range.contains(age.corrected) || range.contains(age.months) }
        if let hint { return range.to >= hint * 0.4 && range.from <= hint * 1.8 }
        return urgency > .doctorSoon && range.to >= 12 || range.from < 3 && range.to >= 36
    }
}
