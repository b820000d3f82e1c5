import TandemCatalog

extension Split {
    /// A step that asks for both therapies in the same moment, and what to do about it.
    package struct CoTreatmentProposal: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// One visit with both therapists.
            case treatTogether
            /// Different practices, where one visit with both is seldom possible: a handoff after each visit and a joint review.
            case reviewTogether
        }

        package let kind: Kind
        package let step: Step
        /// Skills of the step that physical therapy leads.
        package let physical: [String]
        /// Skills of the step that occupational therapy leads.
        package let occupational: [String]

        /// Why, in words for the note: both skills act at once, so that neither can be worked on alone in this step. (Joint
        /// guidelines of ASHA, AOTA and APTA: co-treat where it helps the child, never for the sake of the schedule.)
        package var reason: String {
            let both =
                "\"\(step.text)\" asks for \(Self.list(physical)) (PT) and \(Self.list(occupational)) (OT) "
                + "at the same moment."
            switch kind {
            case .treatTogether:
                return both + " One visit with both therapists could help with the whole step."
            case .reviewTogether:
                return both + " A handoff after each visit and a review together could help with the whole step."
            }
        }

        private static func list(_ names: [String]) -> String {
            let names = names.map { $0.lowercased() }
            guard let last = names.last, names.count > 1 else { return names.first ?? "" }
            return names.dropLast().joined(separator: ", ") + " and " + last
        }
    }

    /// One proposal a step in which one skill is led by PT alone and another by OT alone. Skills that both lead ask for no
    /// second therapist.
    ///
    /// - Parameter areInOnePractice: whether both therapists work in the same practice.
    package func coTreatmentProposals(areInOnePractice: Bool) -> [CoTreatmentProposal] {
        standingSteps.compactMap { step in
            let parts = parts(of: step)
            let physical = parts.filter { $0.lead == .physical }.map(\.name)
            let occupational = parts.filter { $0.lead == .occupational }.map(\.name)
            guard !physical.isEmpty, !occupational.isEmpty else { return nil }
            return CoTreatmentProposal(
                kind: areInOnePractice ? .treatTogether : .reviewTogether,
                step: step,
                physical: physical,
                occupational: occupational
            )
        }
    }
}
