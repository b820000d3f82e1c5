/// What a family reads of a skill, in another language. The English of the skill is the one that counts.
package struct SkillTranslation: Sendable {
    package struct HomeActivity: Sendable {
        package let name: String
        package let how: String
        package let safety: String
    }

    package let id: Slug<Skill>
    package let name: String
    /// In the order of the skill's own home activities.
    package let home: [HomeActivity]
    package let stop: String
    package let provenance: Provenance
}
