import Synchronization

/// Values that were asked for lately, up to a number of bytes.
///
/// Two generations: when the young one is full it becomes the old one, and what stood in the old one is forgotten, unless it
/// was asked for meanwhile.
package final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
        var bytes = 0
    }

    /// Bytes that a generation holds, at most.
    private let most: Int
    private let generations = Mutex(Generations())

    package init(most: Int) { self.most = most }

    /// - Parameter bytes: how much room `key` takes with its value.
    package func value(_ key: Key, bytes: (Value) -> Int, make: () throws -> Value) rethrows -> Value {
        let (known, isYoung) = generations.withLock { generations -> (Value?, Bool) in
            if let value = generations.young[key] { return (value, true) }
            return (generations.old[key], false)
        }
        let value = try known ?? make()
        if !isYoung { keep(value, key, bytes(value)) }
        return value
    }

    private func keep(_ value: Value, _ key: Key, _ bytes: Int) {
        guard bytes <= most / 100 else { return }
        generations.withLock { generations in
            if generations.bytes + bytes > most {
                generations.old = generations.young
                generations.young = [:]
                generations.bytes = 0
            }
            if generations.young.updateValue(value, forKey: key) == nil { generations.bytes += bytes }
        }
    }
}
