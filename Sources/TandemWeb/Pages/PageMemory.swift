import Crypto
import NIOCore
import TandemStore

/// Pages that were drawn lately: a page with the same values is the same text, so it is drawn once. Drawing a page costs more
/// than all the reading for it.
///
/// It is asked only for pages of the workspace, whose values come from the store at every request and after every decision; it
/// keeps no value, only the drawn text under a hash of template and values.
struct PageMemory: Sendable {
    private let recent = RecentValues<SHA256.Digest, ByteBuffer>(most: 4 * 1024 * 1024)

    /// - Parameter draw: draws the page, where it is not there.
    func page(_ template: String, _ values: Page.Values, draw: () -> String) -> ByteBuffer {
        var canonical = CanonicalValues()
        canonical.add(template)
        values.add(to: &canonical)
        return recent.value(SHA256.hash(data: canonical.bytes), bytes: \.readableBytes) { ByteBuffer(string: draw()) }
    }
}
