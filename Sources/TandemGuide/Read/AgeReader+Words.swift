extension AgeReader {
    /// The stems that ages are told with.
    enum Words {
        private static func stem(_ word: String) -> WordHash { .of(Stemmer.stem(word)) }

        static let year = stem("years"), yr = stem("yr"), yo = stem("yo"), y = stem("y"), o = stem("o")
        static let month = stem("months"), mo = stem("mo"), mth = stem("mth"), m = stem("m")
        static let week = stem("weeks"), wk = stem("wk"), weeker = stem("weeker"), day = stem("days")
        static let old = stem("old"), and = stem("and"), a = stem("a"), half = stem("half"), now = stem("now")
        static let early = stem("early"), premature = stem("premature"), prem = stem("prem"), born = stem("born")
        static let deliver = stem("delivered"), gestation = stem("gestation")
        static let corrected = stem("corrected"), adjusted = stem("adjusted")
        static let ago = stem("ago"), later = stem("later"), behind = stem("behind")
        static let `for` = stem("for"), `in` = stem("in"), after = stem("after"), every = stem("every")
        static let within = stem("within"), since = stem("since"), another = stem("another"), last = stem("last")
        static let at = stem("at"), `is` = stem("is"), was = stem("was"), aged = stem("aged"), age = stem("age")
        static let over = stem("over"), past = stem("past"), nearly = stem("nearly"), almost = stem("almost")
        static let turned = stem("turned"), turning = stem("turning"), my = stem("my"), our = stem("our"),
            she = stem("she")
        static let he = stem("he"), just = stem("just"), by = stem("by"), only = stem("only"), they = stem("they")
        static let child = stem("child"), son = stem("son"), daughter = stem("daughter"), im = stem("im")
        static let so = stem("so"), next = stem("next"), soon = stem("soon"), who = stem("who"), grade = stem("grade")

        static let months: WordTable<Int> = table([
            "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
            "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
            "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
        ])

        static let ordinals: WordTable<Double> = table([
            "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
            "ninth": 9, "tenth": 10,
        ])

        /// Rough ages in months behind words for a stage.
        static let hints: WordTable<Double> = table([
            "newborn": 0.5, "infant": 7, "baby": 8, "toddler": 24, "preschooler": 48, "preschool": 48, "prek": 54,
            "kindergarten": 66, "kindergartener": 66, "kindergartner": 66, "kinder": 66, "teen": 180, "teenager": 180,
            "teenage": 180, "adolescent": 180,
        ])

        private static func table<Value>(_ words: [String: Value]) -> WordTable<Value> {
            WordTable(words.lazy.map { (stem($0.key), $0.value) })
        }
    }
}
