"""Every kind of page, by name, and how a family comes to it."""
from urllib.parse import parse_qsl, urlsplit

from family import Family

PT_WORDS = "She sprained her ankle. When can she play soccer again?"
OT_WORDS = "He cannot button his shirt or zip his coat."
BOTH_WORDS = "She is clumsy."
UNSURE_WORDS = "He is tired."
EMERGENCY_WORDS = "My son turns blue and struggles to breathe."
QUESTION_WORDS = "My 7 year old cannot ride a bike"
LOST_WORDS = "She is behind"


def visit(path):
    return lambda family: family.page.goto(path)


def answer(words):
    return lambda family: family.ask(words)


def walk(words, stage):
    def go(family):
        family.write(words)
        family.walk_to(stage)

    return go


def mistake(words, stage, button="Continue"):
    """The page as it comes back after nothing was chosen on it."""

    def go(family):
        walk(words, stage)(family)
        family.press(button)

    return go


def search(words):
    def go(family):
        family.page.goto("/activities")
        family.page.get_by_role("searchbox").fill(words)
        family.press("Search")

    return go


PUBLIC = {
    "home": visit("/"),
    "pick": visit("/guide/pick"),
    "activities": visit("/activities"),
    "activity": visit("/activities/dress-lower"),
    "skills": visit("/skills"),
    "skill": visit("/skills/one-leg-stand"),
    "articles": visit("/articles"),
    "article": visit("/articles/pt-and-ot"),
    "privacy": visit("/privacy"),
    "directory, empty": visit("/directory"),
    "openings, none": visit("/directory/openings"),
    "not found": visit("/nowhere"),
}
GUIDE = {
    "home with an error": lambda family: family.write(""),
    "pick, not understood": lambda family: family.write(LOST_WORDS),
    "age": walk(PT_WORDS, "age"),
    "age with an error": mistake(PT_WORDS, "age"),
    "question": walk(QUESTION_WORDS, "question"),
    "question with an error": mistake(QUESTION_WORDS, "question"),
    "check": walk(OT_WORDS, "check"),
    "check with an error": mistake(OT_WORDS, "check", "See the answer"),
    "answer PT": answer(PT_WORDS),
    "answer OT": answer(OT_WORDS),
    "answer both": answer(BOTH_WORDS),
    "answer unsure": answer(UNSURE_WORDS),
    "answer emergency": answer(EMERGENCY_WORDS),
    "age in an emergency": walk(EMERGENCY_WORDS, "age"),
    "letter": lambda family: family.letter(BOTH_WORDS),
    "letter in an emergency": lambda family: family.letter(EMERGENCY_WORDS),
    "search": search("button"),
    "search without results": search("xyzzy"),
}
KINDS = PUBLIC | GUIDE


SEEN = {}
SEND = """([path, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: path });
    for (const [name, value] of fields) form.append(Object.assign(document.createElement("input"), { name, value, type: "hidden" }));
    document.body.append(form);
    form.submit();
}"""


def opened(page, kind):
    """Walks to a page; when it is wanted again, what the last form held is sent anew, without the walk."""
    if kind not in SEEN:
        requests = []
        page.on("request", lambda request: request.is_navigation_request() and requests.append(request))
        KINDS[kind](Family(page))
        SEEN[kind] = (urlsplit(requests[-1].url).path, requests[-1].post_data)
        return
    path, body = SEEN[kind]
    if body is None:
        page.goto(path)
        return
    page.goto("/healthz")
    with page.expect_navigation():
        page.evaluate(SEND, [path, parse_qsl(body)])
