import TandemGuide

/// What families in the US may ask for themselves: early intervention under three, the school's evaluation from three on.
/// Source: IDEA Part C and Part B, as told in the knowledge file on scope.
enum EarlyHelp {
    static func values(age: ChildAge?) -> Page.Values? {
        guard let months = age?.months else {
            return [
                "is_under_three": true,
                "text":
                    "In the US a child under 3 can get a free check from early intervention. You may call them yourself; no doctor has to ask. From age 3 on, your school district does this check, also for free.",
            ]
        }
        if months < 36 {
            return [
                "is_under_three": true,
                "text":
                    "In the US you may call your state's early intervention program yourself. No doctor has to ask for you. The check is free. Say: \"I would like an evaluation of my child.\"",
            ]
        }
        guard months < 22 * 12 else { return nil }
        return [
            "is_school": true,
            "text":
                "In the US you may ask your school district for a free evaluation, from age 3 on, also before school starts. Ask in writing, keep a copy, and say what is hard at school or in play.",
        ]
    }
}
