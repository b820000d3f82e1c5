import Crypto
package import TandemCare
import TandemDatabase

/// A secret that somebody carries: in a cookie, in a link. The database holds only its hash, so a stolen copy of the database
/// opens nothing.
package struct Token: Sendable, Hashable {
    /// 43 characters of base64url: 256 bits.
    package let text: String

    package init(_ effects: Effects) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var bits: UInt32 = 0
        var count = 0
        var characters: [UInt8] = []
        for byte in effects.random(32) + [0] {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6, characters.count < 43 {
                count -= 6
                characters.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// - Parameter text: what came with a request; `nil` if it cannot be a token.
    package init?(_ text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.text = text
    }

    /// What is stored and looked for.
    package var hash: String { Self.digest("token:" + text) }

    /// What the forms of a session carry, so that no other site can post in its name.
    package var formKey: String { Self.digest("form:" + text) }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).hexadecimal
    }
}
