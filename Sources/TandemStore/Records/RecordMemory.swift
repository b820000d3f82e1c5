import Synchronization

/// Values that were read lately, by the very text they are kept as: equal texts are equal values, so nothing here can be out of
/// date. It saves reading the JSON of the same account, membership or consent again at every request.
///
/// Two generations: when the young one is full it becomes the old one, and what stood in the old one is forgotten.
final class RecordMemory: Sendable {
    static let shared = RecordMemory()

    /// Bytes of text that a generation holds, at most.
    private static let most = 2 * 1024 * 1024
    /// Longer texts are read anew each time.
    private static let longest = 8 * 1024

    private struct Key: Hashable {
        let type: ObjectIdentifier
        let text: String
    }

    private struct Generations {
        var young: [Key: any Sendable] = [:]
        var old: [Key: any Sendable] = [:]
        var bytes = 0
    }

    private let generations = Mutex(Generations())

    func value<Value: Sendable>(of text: String, _ read: () throws -> Value) rethrows -> Value {
        let key = Key(type: ObjectIdentifier(Value.self), text: text)
        let (known, isYoung) = generations.withLock { generations -> ((any Sendable)?, Bool) in
            if let value = generations.young[key] { return (value, true) }
            return (generations.old[key], false)
        }
        if let value = known as? Value {
            if !isYoung { keep(value, key) }
            return value
        }
        let value = try read()
        if text.utf8.count <= Self.longest { keep(value, key) }
        return value
    }

    private func keep(_ value: some Sendable, _ key: Key) {
        let bytes = key.text.utf8.count
        generations.withLock { generations in
            if generations.bytes + bytes > Self.most {
                generations.old = generations.young
                generations.young = [:]
                generations.bytes = 0
            }
            if generations.young.updateValue(value, forKey: key) == nil { generations.bytes += bytes }
        }
    }
}
