package import TandemCatalog

/// A question whose answer would change the recommendation.
package struct FollowUp: Sendable, Hashable {
    package enum Topic: Sendable, Hashable {
        /// How old is the child?
        case age
        /// Does this red flag apply? yes, no
        case redFlag(Slug<RedFlag>)
        /// Which part of the activity is hardest? the number of a step
        case steps(Slug<Activity>)
        /// Does the child do this? yes, no
        case milestone(Slug<Milestone>)
    }

    package let topic: Topic
    /// How far the answers would move the recommendation, 0 to 1.
    package let value: Double

    package init(topic: Topic, value: Double = 0) {
        self.topic = topic
        self.value = value
    }

    /// The key of its answer in `GuideQuestion.answers`.
    package var id: String {
        switch topic {
        case .age: "age"
        case .redFlag(let id): "flag-\(id)"
        case .steps(let id): "steps-\(id)"
        case .milestone(let id): "milestone-\(id)"
        }
    }
}
