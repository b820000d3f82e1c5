"""Plain words: the grade of a US school that a text asks for (Flesch-Kincaid), and words that no family should read."""
import pathlib
import re

import pytest
import textstat
import yaml
from kinds import KINDS, opened

CATALOG = pathlib.Path(__file__).resolve().parents[2] / "Catalog"
ARTICLES = ["pt-and-ot", "when-to-see-a-pediatric-pt", "children-are-not-small-adults"]
FORBIDDEN = re.compile(r"\bdelayed\b|\babnormal|\bfail(s|ed|ure)?\b|\byour child needs\b", re.IGNORECASE)
# What the family wrote, and lists of names, are no sentences of ours. Nor are sources and codes for clinicians.
NOT_OURS = ".quote blockquote, .reason-words, .urgent-words, .index, .jump, .provenance, textarea, .heard, .letter, .areas, .chips"
OURS = """names => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll(names + ", .sr, .badge, svg").forEach(part => part.remove());
    document.querySelector("main").replaceWith(main);
    return main.innerText;
}"""


def grade(text):
    """Lines of one or two words are labels, not sentences: textstat counts their words but not them as sentences."""
    lines = [line.strip() for line in text.splitlines()]
    sentences = [line if line[-1] in ".!?" else line + "." for line in lines if len(line.split()) > 2]
    return textstat.flesch_kincaid_grade(" ".join(sentences)) if sentences else 0


def entries(folder):
    for path in sorted((CATALOG / folder).glob("*.yaml")):
        yield from yaml.safe_load(path.read_text())["entries"]


def too_hard(folder, text, most):
    graded = {entry["id"]: grade(text(entry)) for entry in entries(folder)}
    return {name: value for name, value in graded.items() if value > most}


def joined(*texts):
    return "\n".join(text for text in texts if text)


def test_hard_words_get_a_higher_grade_than_plain_ones():
    plain = grade("Your child stands on one leg. Then the other leg.")
    hard = grade("Practitioners facilitate unilateral stance through graded proprioceptive interventions.")
    assert plain < 3 < 12 < hard


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_can_be_read_by_a_family(page, name):
    page.goto("/articles/" + name)
    assert grade(page.evaluate(OURS, NOT_OURS)) <= 8


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "article"])
def test_a_page_can_be_read_by_a_family_and_hurts_nobody(page, kind):
    opened(page, kind)
    text = page.locator("main").inner_text()
    assert not FORBIDDEN.search(text), FORBIDDEN.search(text)
    assert grade(page.evaluate(OURS, NOT_OURS)) <= 6.5


def test_a_red_flag_is_plain_enough_for_somebody_in_fear():
    assert too_hard("red-flags", lambda flag: joined(flag["what"], flag["do"], flag["ask"]), 5.5) == {}


def test_a_skill_is_told_in_plain_words():
    def text(skill):
        home = [part for each in skill.get("home", []) for part in (each["how"], each.get("safety"))]
        return joined(skill["means"], skill.get("pt"), skill.get("ot"), skill.get("stop"), *home)

    assert too_hard("skills", text, 6.5) == {}


def test_a_condition_is_told_in_plain_words():
    parts = ("means", "pt", "ot", "know")
    assert too_hard("conditions", lambda condition: joined(*(condition.get(part) for part in parts)), 6.5) == {}


def test_an_activity_is_told_in_plain_words():
    assert too_hard("activities", lambda activity: joined(activity["name"], *(step["do"] for step in activity["steps"])), 6.5) == {}


def test_who_else_could_help_is_told_in_plain_words():
    assert too_hard("elsewhere", lambda entry: joined(entry["means"], entry["do"]), 6.5) == {}


def test_no_text_of_the_catalog_hurts_a_family():
    shown = ("name", "means", "pt", "ot", "know", "stop", "what", "do", "ask", "does")
    hurting = [
        (entry["id"], part, entry[part])
        for folder in ("activities", "conditions", "elsewhere", "milestones", "red-flags", "skills")
        for entry in entries(folder)
        for part in shown
        if isinstance(entry.get(part), str) and FORBIDDEN.search(entry[part])
    ]
    assert hurting == []
