import TandemCatalog
import TandemGuide

/// The answer for somebody who reads it in a terminal.
struct TerminalAnswer {
    private let answer: Recommendation
    private let bytes: [UInt8]
    private let catalog: Catalog
    private let terminal: Terminal

    init(_ answer: Recommendation, text: String, catalog: Catalog, terminal: Terminal) {
        self.answer = answer
        bytes = Array(text.utf8)
        self.catalog = catalog
        self.terminal = terminal
    }

    var text: String {
        let parts = [flags, headline, sure, reasons, parts, milestones, elsewhere, questions, unknown]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n\n"
            + terminal.styled(terminal.wrapped(Self.promise), .dim) + "\n"
    }

    private static let promise = "Tandem does not diagnose. Nothing you typed was stored or sent."

    private var flags: String {
        answer.flags.prefix(3).map { fired in
            let flag = catalog.redFlags[fired.flag]
            let word =
                switch fired.urgency {
                case .emergency: "EMERGENCY"
                case .doctorNow: "DOCTOR TODAY"
                default: "DOCTOR SOON"
                }
            return terminal.styled("\(word): \(flag.name)", .red) + "\n"
                + terminal.wrapped(flag.what + " " + flag.action, indent: "  ")
        }.joined(separator: "\n")
    }

    private var headline: String {
        let text =
            switch answer.primary {
            case .physical: "Physical therapy (PT) could help."
            case .occupational: "Occupational therapy (OT) could help."
            case .both: "Physical therapy (PT) and occupational therapy (OT) could both help."
            case .speech: "A speech-language pathologist could help."
            case .other: "Somebody other than PT or OT could help."
            case .none: answer.urgency > .none ? "A doctor comes first." : "I am not sure who could help."
            }
        return terminal.styled(terminal.wrapped(text), .bold)
    }

    private var sure: String {
        switch answer.confidence.level {
        case .sure: ""
        case .fairlySure: "Fairly sure."
        case .unsure:
            terminal.wrapped(
                "I am not sure: not enough of the words led somewhere. Try other words, or name the activity."
            )
        }
    }

    private var reasons: String {
        let lines = answer.reasons.prefix(5).map { reason in
            let words = String(decoding: bytes[reason.span], as: UTF8.self)
            let lead = reason.lead.map(\.rawValue).joined(separator: " + ")
            let skills = reason.skills.compactMap(catalog.skill).filter { skill in
                reason.lead.contains { skill.lead.contains($0) }
            }
            let through =
                skills.isEmpty
                ? "" : ", through \(skills.prefix(3).map { $0.name.lowercased() }.joined(separator: ", "))"
            let leads = lead.isEmpty ? "" : " -> \(lead)"
            return terminal.wrapped(
                "\"\(words)\" -> \(reason.entry.name(in: catalog))\(through)\(leads)",
                indent: "    ",
                first: "  - "
            )
        }
        return lines.isEmpty ? "" : "Why\n" + lines.joined(separator: "\n")
    }

    private var parts: String {
        answer.disciplines.map { discipline in
            let skills = answer.skills.compactMap(catalog.skill).filter { $0.lead.contains(discipline) }.prefix(4)
            let title = "\(discipline.rawValue) would look at"
            let style: Terminal.Style = discipline == .physical ? .teal : .plum
            return terminal.styled(title, style) + "\n"
                + skills.map { terminal.wrapped("\($0.name): \($0.meaning)", indent: "    ", first: "  - ") }.joined(
                    separator: "\n"
                )
        }.joined(separator: "\n\n")
    }

    private var milestones: String {
        let lines = answer.milestones.compactMap { finding -> String? in
            guard let standing = finding.standing, !finding.isReached else { return nil }
            let milestone = catalog.milestones[finding.milestone]
            let text =
                switch standing {
                case .typical: "ordinary at this age"
                case .watch: "one to watch: talk about it at the next visit"
                case .refer: "ask the doctor and a therapist to have a look"
                }
            return terminal.wrapped("\(milestone.does): \(text)", indent: "    ", first: "  - ")
        }
        return lines.isEmpty ? "" : "For the age\n" + lines.joined(separator: "\n")
    }

    private var elsewhere: String {
        let lines = answer.elsewhere.prefix(3).map { index in
            let entry = catalog.elsewhere[index]
            return terminal.wrapped(
                "\(entry.who.prefix(1).uppercased() + entry.who.dropFirst()): \(entry.action)",
                indent: "    ",
                first: "  - "
            )
        }
        return lines.isEmpty ? "" : "Who else could help\n" + lines.joined(separator: "\n")
    }

    private var questions: String {
        let lines = answer.followUps.compactMap { followUp -> String? in
            let text: String? =
                switch followUp.topic {
                case .age: "How old is the child? (--age 4y6m)"
                case .redFlag(let id): catalog.redFlags.first { $0.id == id }?.question
                case .milestone(let id): catalog.milestones.first { $0.id == id }?.question
                case .steps(let id):
                    catalog.activity(id).map { "Which part of \"\($0.name.lowercased())\" is hardest?" }
                }
            return text.map { terminal.wrapped($0, indent: "    ", first: "  - ") }
        }
        return lines.isEmpty ? "" : "What would help to know\n" + lines.joined(separator: "\n")
    }

    private var unknown: String {
        guard !answer.unknownWords.isEmpty else { return "" }
        let words = answer.unknownWords.prefix(6).map { "\"\(String(decoding: bytes[$0], as: UTF8.self))\"" }
        return terminal.wrapped("Words I do not know: \(words.joined(separator: ", ")).")
    }
}
