"""WCAG 2.2 AA, as far as a program can tell, and the whole guide with the keys alone."""
import pytest
from axe_playwright_python.sync_playwright import Axe
from family import MEDICAL, MILESTONE, Family
from kinds import BOTH_WORDS, KINDS, QUESTION_WORDS, opened

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BUTTONS_AND_CHOICES = "button, .button, .choice, summary, nav a, .chip, .actions-link"
# Links within a sentence and boxes that lie in a larger label are free of the rule on size (WCAG 2.5.8). The link of a card
# is as large as the card.
SMALL_TARGETS = """() => [...document.querySelectorAll("a, input:not([type=hidden]), textarea")]
    .filter(target => target.checkVisibility() && !target.closest(".choice, .skip, p, dd, .prose li, .reason-act"))
    .map(target => getComputedStyle(target, "::after").position === "absolute" ? target.closest("li") : target)
    .filter(target => { const box = target.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
    .map(target => target.outerHTML)"""
SMALL_BUTTONS = """names => [...document.querySelectorAll(names)].filter(target => target.checkVisibility())
    .filter(target => { const box = target.getBoundingClientRect(); return box.width < 44 || box.height < 43.99; })
    .map(target => target.outerHTML)"""
FOCUS = """() => {
    const at = document.activeElement;
    const drawn = at.matches(".choice input") ? at.nextElementSibling : at;
    const style = getComputedStyle(drawn), box = drawn.getBoundingClientRect();
    return {
        name: at.outerHTML.slice(0, 90), tag: at.tagName, type: at.type || "", field: at.name || "",
        text: (at.closest("label") || at).innerText || "",
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_breaks_no_rule_in_light_and_in_dark(page, kind):
    opened(page, kind)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        broken = [(rule["id"], node["target"], node["failureSummary"]) for rule in found.response["violations"] for node in rule["nodes"]]
        assert not broken, f"{kind}, {scheme}: {broken[:4]}"


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_finger(open_page, kind):
    page = open_page(viewport={"width": 390, "height": 844})
    opened(page, kind)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(SMALL_BUTTONS, BUTTONS_AND_CHOICES) == []


class Keys:
    """Somebody who has no mouse."""

    def __init__(self, page):
        self.page = page

    def tab_to(self, wanted, most=80):
        """Tab until `wanted` says yes; every stop on the way must be seen."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            if focus["tag"] == "BODY":
                continue
            assert focus["ring"], f"no ring around {focus['name']}"
            assert focus["inside"], f"out of sight: {focus['name']}"
            if wanted(focus):
                return
        raise AssertionError(f"not found by Tab on {self.page.title()}")

    def submit(self, label):
        self.tab_to(lambda focus: focus["tag"] == "BUTTON" and focus["text"] == label)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_the_whole_guide_works_with_keys_alone_and_the_focus_is_seen(page):
    family, keys = Family(page), Keys(page)
    page.goto("/")
    keys.tab_to(lambda focus: focus["tag"] == "TEXTAREA")
    page.keyboard.type("She cannot ride a bike")
    keys.submit("Continue")
    keys.tab_to(lambda focus: focus["field"] == "years")
    page.keyboard.type("7")
    keys.submit("Continue")
    while family.stage == "question":
        why = page.locator("#why").inner_text()
        keys.tab_to(lambda focus: focus["type"] == "radio")
        page.keyboard.press("Space")
        if MEDICAL in why or MILESTONE not in why:
            page.keyboard.press("ArrowDown")
        keys.submit("Continue")
    keys.tab_to(lambda focus: focus["field"] == "none")
    page.keyboard.press("Space")
    keys.submit("See the answer")
    keys.submit("Print a page for the doctor")
    assert family.heading == "A note for the doctor"


def test_the_list_can_be_opened_and_picked_from_with_keys(page):
    keys = Keys(page)
    page.goto("/guide/pick")
    keys.tab_to(lambda focus: focus["tag"] == "SUMMARY" and focus["text"].strip() == "Dressing")
    page.keyboard.press("Enter")
    keys.tab_to(lambda focus: focus["field"] == "pick")
    page.keyboard.press("Space")
    keys.submit("Continue")
    assert Family(page).stage == "age"


def test_every_stop_on_the_answer_is_seen_when_it_has_the_focus(page):
    Family(page).ask(BOTH_WORDS)
    with pytest.raises(AssertionError, match="not found by Tab"):
        Keys(page).tab_to(lambda focus: False, most=60)


@pytest.mark.parametrize("kind", ["home", "activities", "answer both"])
def test_the_skip_link_is_the_first_stop_and_leads_to_the_main_part(page, kind):
    opened(page, kind)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_question_is_the_legend_of_its_choices(page):
    family = Family(page)
    family.write(QUESTION_WORDS)
    family.walk_to("question")
    assert page.get_by_role("group", name=family.heading).get_by_role("radio").count() >= 3
