import Foundation
import TandemWeb
import Testing

@Suite("QR codes")
struct QRCodeTests {
    /// `qrencode` is somebody else's reading of the standard. It may like another mask better, so that one is taken over.
    @Test(
        "They are, module by module, what qrencode draws",
        arguments: [1, 17, 18, 53, 100, 106, 107, 140, 170, 200, 230, 231, 271]
    )
    func same(_ length: Int) throws {
        let letters = Array("otpauth://totp/Tandem:dana%40example.org?secret=ABCDEFGH&issuer=Tandem;é")
        var text = ""
        var place = 0
        while text.utf8.count < length {
            let letter = letters[place % letters.count]
            text.append(text.utf8.count + letter.utf8.count > length ? "x" : letter)
            place += 1
        }
        let theirs = try drawn(by: "qrencode", text)
        let row = theirs[8]
        // Bits 12 to 10 of the format stand in row 8, columns 2 to 4; 0x5412 is laid over them.
        let mask = ((row[2] ? 4 : 0) | (row[3] ? 2 : 0) | (row[4] ? 1 : 0)) ^ 0b101
        let ours = try #require(QRCode(text, mask: mask))
        #expect(ours.size == theirs.count)
        #expect(ours.modules == theirs)
    }

    @Test("A text that is too long has none")
    func long() {
        #expect(QRCode(String(repeating: "x", count: 271)) != nil)
        #expect(QRCode(String(repeating: "x", count: 272)) == nil)
    }

    private func drawn(by program: String, _ text: String) throws -> [[Bool]] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/\(program)")
        process.arguments = ["-8", "-l", "L", "-m", "0", "-t", "ASCII", text]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        return lines.map { line in
            let characters = Array(line)
            return stride(from: 0, to: characters.count, by: 2).map { characters[$0] == "#" }
        }
    }
}
