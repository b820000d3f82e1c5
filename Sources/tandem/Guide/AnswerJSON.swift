import Foundation
import TandemCatalog
import TandemGuide

/// The answer as JSON: the line format of the scorer, and with reasons for readers of `--json`.
struct AnswerJSON: Encodable {
    struct SkillJSON: Encodable {
        let id: String
        let name: String
        /// PT, OT or both.
        let discipline: String
    }

    struct ReasonJSON: Encodable {
        let words: String
        /// UTF-8 offsets of the words: from, to.
        let span: [Int]
        let leadsTo: String
        let disciplines: [String]
        let skills: [String]
        let polarity: String
        let strength: Double
    }

    struct FlagJSON: Encodable {
        let id: String
        let name: String
        let urgency: String
        let action: String
        /// What set it off; empty for a checked answer.
        let words: [String]
    }

    struct MilestoneJSON: Encodable {
        let id: String
        let does: String
        let reached: Bool
        let standing: String?
    }

    var id: String?
    let primary: String
    let disciplines: [String]
    let urgency: String
    let milestone: String?
    let skills: [SkillJSON]
    var confidence: Double?
    var reasons: [ReasonJSON]?
    var flags: [FlagJSON]?
    var milestones: [MilestoneJSON]?
    var elsewhere: [String]?
    var followUps: [String]?
    var unknownWords: [String]?
    var error: String?

    /// - Parameter explains: with reasons, flags, milestones, others and follow-up questions.
    init(_ answer: Recommendation, text: String, catalog: Catalog, id: String? = nil, explains: Bool = true) {
        self.id = id
        primary = answer.primary.rawValue
        let speech = answer.elsewhere.contains { catalog.elsewhere[$0].label == .speech }
        disciplines = answer.disciplines.map(\.rawValue) + (speech ? ["SLP"] : [])
        urgency = answer.urgency.rawValue.replacing("-", with: "_")
        milestone = answer.milestone?.rawValue
        skills = answer.skills.compactMap(catalog.skill).map { skill in
            SkillJSON(
                id: skill.id.text,
                name: skill.name,
                discipline: skill.lead.count > 1 ? "both" : skill.lead[0].rawValue
            )
        }
        guard explains else { return }
        let bytes = Array(text.utf8)
        confidence = (answer.confidence.probability * 100).rounded() / 100
        reasons = answer.reasons.map { reason in
            ReasonJSON(
                words: String(decoding: bytes[reason.span], as: UTF8.self),
                span: [reason.span.lowerBound, reason.span.upperBound],
                leadsTo: reason.entry.label(in: catalog),
                disciplines: reason.lead.map(\.rawValue),
                skills: reason.skills.map(\.text),
                polarity: "\(reason.polarity)",
                strength: (reason.strength * 100).rounded() / 100
            )
        }
        flags = answer.flags.map { fired in
            let flag = catalog.redFlags[fired.flag]
            return FlagJSON(
                id: flag.id.text,
                name: flag.name,
                urgency: fired.urgency.rawValue,
                action: flag.action,
                words: fired.spans.map { String(decoding: bytes[$0], as: UTF8.self) }
            )
        }
        milestones = answer.milestones.map { finding in
            let milestone = catalog.milestones[finding.milestone]
            return MilestoneJSON(
                id: milestone.id.text,
                does: milestone.does,
                reached: finding.isReached,
                standing: finding.standing?.rawValue
            )
        }
        elsewhere = answer.elsewhere.map { catalog.elsewhere[$0].who }
        followUps = answer.followUps.map(\.id)
        unknownWords = answer.unknownWords.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// What is answered to a line that cannot be answered.
    init(id: String?, refusal: String) {
        self.id = id
        primary = "none"
        disciplines = []
        urgency = "none"
        milestone = nil
        skills = []
        error = refusal
    }

    func text(pretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting =
            pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
