/// One timeline of the child, newest first, merged from what goals, visits, measures and ticks tell.
package struct Timeline: Sendable, Hashable {
    package let entries: [TimelineEntry]

    /// - Parameter sources: in any order.
    package init(_ sources: [[TimelineEntry]]) { entries = sources.flatMap(\.self).sorted() }

    /// Up to `count` entries that come after `last`: the next page.
    package func page(after last: TimelineEntry? = nil, count: Int) -> ArraySlice<TimelineEntry> {
        var start = entries.startIndex
        if let last {
            // An entry that was corrected since is not found; then everything written before it comes next.
            start =
                entries.firstIndex(of: last).map { $0 + 1 } ?? entries.firstIndex { $0.at < last.at }
                ?? entries.endIndex
        }
        return entries[start...].prefix(max(0, count))
    }

    /// What others did since a person last looked; what one did oneself is no news.
    ///
    /// - Parameter looked: `nil` for somebody who never looked: everything is new.
    package func news(for account: ID<Account>, since looked: Instant?) -> [TimelineEntry] {
        let new = looked.map { looked in entries.prefix { $0.at > looked } } ?? entries[...]
        return new.filter { $0.by != account }
    }

    /// Without what stands in notes, for those who may see the plan and not the notes.
    package var withoutNotes: Timeline { Timeline([entries.filter { !$0.event.isNote }]) }
}
