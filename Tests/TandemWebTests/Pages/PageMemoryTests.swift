import NIOCore
import Synchronization
import Testing

@testable import TandemWeb

@Suite("Pages that were drawn lately")
struct PageMemoryTests {
    private let values: Page.Values = [
        "name": "Maya", "is_here": true, "count": 3, "home": ["phone": "555"] as Page.Values,
        "team": [["name": "Dana"], ["name": "Omar"]] as [Page.Values], "words": ["a", "b"],
    ]

    @Test("A page with the same values is drawn once")
    func once() {
        let memory = PageMemory()
        let drawn = Mutex(0)
        for _ in 0..<3 {
            _ = memory.page("child", values) {
                drawn.withLock { $0 += 1 }
                return "page"
            }
        }
        #expect(drawn.withLock { $0 } == 1)
    }

    @Test("Whatever is different makes another page", arguments: PageMemoryTests.others)
    func different(_ name: String, _ value: any PageValue) {
        let memory = PageMemory()
        _ = memory.page("child", values) { "first" }
        var other = values
        other[name] = value
        #expect(String(buffer: memory.page("child", other) { "second" }) == "second")
    }

    private static let others: [(String, any PageValue)] = [
        ("name", "Leo"), ("name", ""), ("name", 1), ("name", true), ("is_here", false), ("is_here", 1), ("count", 4),
        ("home", ["phone": "556"] as Page.Values), ("home", ["phon": "e555"] as Page.Values), ("home", Page.Values()),
        ("team", [["name": "Dana"]] as [Page.Values]), ("team", [["name": "Dana", "x": "Omar"]] as [Page.Values]),
        ("team", [Page.Values]()), ("words", ["ab"]), ("words", ["b", "a"]), ("words", "ab"), ("more", ""),
    ]

    @Test("Another template makes another page, and so does a name that is missing")
    func templates() {
        let memory = PageMemory()
        _ = memory.page("child", values) { "first" }
        #expect(String(buffer: memory.page("team", values) { "second" }) == "second")
        var fewer = values
        fewer["words"] = nil
        #expect(String(buffer: memory.page("child", fewer) { "third" }) == "third")
    }

    @Test("Names stand for the last value that was set, and merging takes what is asked for")
    func names() {
        var values: Page.Values = ["a": "1", "b": "2"]
        values["a"] = "3"
        values["b"] = nil
        #expect(values["a"] as? String == "3" && values["b"] == nil && values.names == ["a"])
        let both = values.merging(["a": "4", "c": "5"]) { $1 }
        #expect(both["a"] as? String == "4" && both["c"] as? String == "5")
        #expect(values.merging(["a": "4"], uniquingKeysWith: { mine, _ in mine })["a"] as? String == "3")
    }
}
