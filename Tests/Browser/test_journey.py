"""Whole journeys of families through the guide."""
import re

import pytest
from kinds import BOTH_WORDS, EMERGENCY_WORDS, LOST_WORDS, OT_WORDS, PT_WORDS, QUESTION_WORDS, UNSURE_WORDS


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        (PT_WORDS, "Physical therapy (PT) could help"),
        (OT_WORDS, "Occupational therapy (OT) could help"),
        (BOTH_WORDS, "PT and OT could both help"),
    ],
)
def test_the_words_of_a_family_lead_to_an_answer(family, words, headline):
    family.ask(words)
    assert family.heading == headline
    assert family.page.title() == f"{headline} - Tandem"
    quote = re.sub(r"(PT \+ OT|PT|OT|doctor)\)?", "", family.page.locator(".quote blockquote").inner_text())
    assert words.split()[0] in quote


@pytest.mark.parametrize(
    ("number", "headline"),
    enumerate(["PT and OT could both help", "Occupational therapy (OT) could help", "Physical therapy (PT) could help"]),
)
def test_the_examples_on_the_home_page_get_the_answer_that_they_stand_for(family, number, headline):
    family.page.goto("/")
    family.ask(family.page.locator(".voices q").nth(number).inner_text().strip("\u201c\u201d"))
    assert family.heading == headline


def test_a_guess_says_that_it_is_one(family):
    family.ask(UNSURE_WORDS)
    assert "We are not sure." in family.text()


def test_from_the_words_through_age_questions_and_check_to_the_page_for_the_doctor(family):
    family.write("She cannot ride a bike")
    seen = [family.stage]
    while family.stage != "answer":
        family.step("7")
        seen.append(family.stage)
    assert seen[0] == "age" and seen[-2:] == ["check", "answer"] and "question" in seen
    family.press("Print a page for the doctor")
    letter = family.page.locator(".letter").inner_text()
    assert family.heading == "A note for the doctor"
    assert "She cannot ride a bike" in letter and "7 years" in letter
    assert family.page.get_by_role("button", name="Print this page").is_visible()


def test_a_stated_age_is_not_asked_again(family):
    family.write(QUESTION_WORDS)
    assert family.stage != "age"


def test_a_baby_born_early_is_judged_by_the_age_from_the_due_date(family):
    def milestones(weeks_early):
        family.write("My baby does not sit alone yet")
        family.tell_age(months="8", weeks_early=weeks_early)
        family.walk_to("answer")
        return family.page.locator(".stones").all_inner_texts()

    assert milestones("") != milestones("10")


def test_the_age_may_stay_untold(family):
    family.write(PT_WORDS)
    family.page.get_by_role("checkbox", name="I do not know, or would rather not say").check()
    family.press("Continue")
    family.walk_to("answer")
    assert "PT" in family.heading


def test_who_has_no_words_picks_from_the_list(family):
    family.page.goto("/")
    family.press("Pick from a list instead")
    family.page.locator("summary", has_text="Dressing").click()
    family.page.get_by_role("checkbox", name="Do buttons, zippers and snaps").check()
    family.press("Continue")
    family.walk_to("answer")
    assert "OT" in family.heading and "Do buttons, zippers and snaps" in family.text()


def test_picking_nothing_is_said_to_be_a_problem(family):
    family.page.goto("/guide/pick")
    family.press("Continue")
    assert family.page.title().startswith("Error: ")
    assert family.page.locator(".problem").is_visible()


def test_words_that_are_not_understood_lead_to_the_list_and_stay(family):
    family.write(LOST_WORDS)
    assert family.stage == "pick"
    words = family.page.get_by_role("textbox", name="Your words")
    assert words.input_value() == LOST_WORDS
    words.fill(PT_WORDS)
    family.press("Continue")
    family.walk_to("answer")
    assert "PT" in family.heading


def test_the_last_check_asks_for_signs_that_a_doctor_should_see(family):
    family.write(OT_WORDS)
    family.walk_to("check")
    signs = family.page.locator("input[name=flag]")
    assert signs.count() >= 3
    signs.first.check()
    family.press("See the answer")
    assert family.urgency


def banner_is_first(page):
    """The banner stands above the heading, in reading order and on the screen."""
    return page.locator(".urgent").bounding_box()["y"] < page.locator("h1").bounding_box()["y"] and page.evaluate(
        "document.querySelector('.urgent').compareDocumentPosition(document.querySelector('h1')) & 4"
    )


def test_an_emergency_in_the_words_stays_above_every_page_that_follows(family):
    family.write(EMERGENCY_WORDS)
    while True:
        assert family.urgency == "Emergency", family.stage
        assert banner_is_first(family.page)
        assert family.page.get_by_role("link", name="Call 911").get_attribute("href") == "tel:911"
        if family.stage == "answer":
            break
        family.step()
    family.press("Print a page for the doctor")
    assert family.urgency == "Emergency" and banner_is_first(family.page)


def test_the_answer_to_an_emergency_begins_with_the_doctor(family):
    family.ask(EMERGENCY_WORDS)
    assert "could help" not in family.heading


@pytest.mark.parametrize("stage", ["age", "question", "check", "answer"])
def test_the_back_button_of_the_page_never_loses_the_words(family, stage):
    words = "She cannot ride a bike"
    family.write(words)
    family.walk_to(stage, "7")
    for _ in range(10):
        if family.stage is None or family.stage == "words":
            break
        family.press("Change my answers" if family.stage == "answer" else "Back")
    assert family.page.get_by_role("textbox").first.input_value() == words


def test_going_back_keeps_what_was_told(family):
    family.write(PT_WORDS)
    family.tell_age(years="11", months="3")
    family.press("Back")
    assert family.stage == "age"
    assert family.page.get_by_label("Years").input_value() == "11"
    assert family.page.get_by_label("Months").input_value() == "3"


def test_the_back_button_of_the_browser_works_and_never_loses_the_words(family):
    words = "She cannot ride a bike"
    family.write(words)
    stages = [family.stage]
    while family.stage != "answer":
        family.step("7")
        stages.append(family.stage)
    for stage in reversed(stages[:-1]):
        family.page.go_back()
        assert family.stage == stage
        assert family.page.locator("input[name=text]").get_attribute("value") == words
    family.page.go_back()
    assert family.page.get_by_role("textbox").input_value() == words


def test_after_going_back_in_the_browser_the_way_on_is_the_same(family):
    family.ask(PT_WORDS)
    answer = family.text()
    family.page.go_back()
    family.check_nothing()
    assert family.text() == answer


def test_a_page_loaded_anew_asks_nothing_twice(family):
    family.write("She cannot ride a bike")
    family.tell_age("7")
    before = (family.stage, family.heading)
    family.page.reload()
    assert (family.stage, family.heading) == before
    asked = set()
    while family.stage != "answer":
        assert family.heading not in asked
        asked.add(family.heading)
        family.step()
        family.page.reload()


@pytest.mark.parametrize("stage", ["words", "age", "question", "check"])
def test_a_problem_is_told_above_the_heading_with_focus_and_a_link_to_its_field(family, stage):
    page = family.page
    if stage == "words":
        family.write("")
    else:
        family.write("She cannot ride a bike")
        family.walk_to(stage, "7")
        family.press("See the answer" if stage == "check" else "Continue")
    assert page.title().startswith("Error: ")
    problem = page.locator(".problem")
    assert "There is a problem" in problem.inner_text()
    assert problem.evaluate("box => box === document.activeElement")
    assert problem.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]
    link = problem.get_by_role("link").first
    field = link.get_attribute("href")
    link.click()
    assert page.evaluate("name => document.activeElement.id === name || document.activeElement.name === name", field[1:])
    assert page.locator(".field-error").first.is_visible()


def test_what_was_typed_stays_beside_its_problem(family):
    family.write(PT_WORDS)
    family.tell_age(years="eleven", months="3", weeks_early="40")
    page = family.page
    assert page.get_by_label("Years").input_value() == "eleven"
    assert page.get_by_label("Weeks early").input_value() == "40"
    for name in ("Years", "Weeks early"):
        field = page.get_by_label(name)
        assert field.get_attribute("aria-invalid") == "true"
        assert page.locator("#" + field.get_attribute("aria-describedby")).is_visible()


def test_nothing_that_was_typed_or_chosen_appears_in_the_address(family):
    addresses = []
    family.page.on("framenavigated", lambda frame: addresses.append(frame.url))
    family.letter("She cannot ride a bike", "7")
    family.page.goto("/activities")
    family.page.get_by_role("searchbox").fill("zebra buttons")
    family.press("Search")
    assert len(addresses) > 5
    for address in addresses:
        assert not re.search(r"[?#]|bike|zebra|7", address.split("/", 3)[3]), address


def test_whatever_is_picked_leads_on(family):
    family.page.goto("/guide/pick")
    ids = family.page.locator("input[name=pick]").evaluate_all("all => all.map(box => box.value)")
    assert len(ids) > 100
    for name in ids:
        response = family.page.request.post("/guide/pick", form={"stage": "pick", "pick": name})
        assert "How old is your child?" in response.text(), name
