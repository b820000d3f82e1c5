import ArgumentParser
import Foundation
import TandemCatalog
import TandemGuide

/// `tandem guide`
struct GuideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "guide", abstract: "Say who could help, and why.")

    @Argument var words: [String] = []
    @Flag var jsonl = false
    @Option var catalog: String?
    @Flag var lenient = false

    func run() async throws {
        let files = try Composition.catalogFiles(catalog)
        let loaded: Catalog
        if lenient { loaded = Catalog.read(files).catalog } else { loaded = try Catalog.load(files) }
        let guide = Guide(loaded)
        while let line = readLine() {
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
            let text = object["text"] as? String ?? ""
            let question = GuideQuestion(text: text, ageInMonths: (object["age_months"] as? NSNumber)?.doubleValue, today: Composition.today())
            var result: [String: Any] = ["id": object["id"] ?? ""]
            do {
                let answer = try guide.answer(question)
                result["primary"] = answer.primary.rawValue
                var d = answer.disciplines.map(\.rawValue)
                if answer.elsewhere.contains(where: { loaded.elsewhere[$0].label == .speech }) { d.append("SLP") }
                result["disciplines"] = d
                result["urgency"] = answer.urgency.rawValue.replacingOccurrences(of: "-", with: "_")
                result["milestone"] = answer.milestone?.rawValue ?? NSNull()
                result["skills"] = answer.skills.compactMap { loaded.skill($0) }.map { s in ["id": s.id.text, "name": s.name, "discipline": s.lead.count == 2 ? "both" : s.lead[0].rawValue] }
                result["flags"] = answer.flags.map { "\(loaded.redFlags[$0.flag].id)" }
                result["reasons"] = answer.reasons.map { r in "\(Self.name(r.entry, loaded)) \(r.words.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }) \(r.polarity) \((r.strength*100).rounded()/100)" }
                result["ms"] = answer.milestones.map { "\(loaded.milestones[$0.milestone].id) reached=\($0.isReached) \($0.standing?.rawValue ?? "-")" }
                result["p"] = answer.confidence.probability
            } catch { result["primary"] = "none"; result["disciplines"] = [String](); result["urgency"] = "none"; result["milestone"] = NSNull(); result["skills"] = [Any](); result["error"] = "\(error)" }
            let data = try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys])
            print(String(decoding: data, as: UTF8.self))
        }
    }
}
extension GuideCommand {
    static func name(_ entry: Entry, _ c: Catalog) -> String {
        switch entry {
        case .activity(let i): "A:\(c.activities[i].id)/\(c.activities[i].lead.map(\.rawValue).joined(separator: "+"))"
        case .skill(let i): "S:\(c.skills[i].id)/\(c.skills[i].lead.map(\.rawValue).joined(separator: "+"))"
        case .condition(let i): "C:\(c.conditions[i].id)/\(c.conditions[i].lead.map(\.rawValue).joined(separator: "+"))"
        case .elsewhere(let i): "E:\(c.elsewhere[i].id)"
        default: "\(entry)"
        }
    }
}
