"""Whole journeys of families through the guide."""
import re

import pytest
from kinds import BOTH_WORDS, LOST_WORDS, OT_WORDS, PT_WORDS, QUESTION_WORDS, UNSURE_WORDS


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


def test_words_that_are_not_understood_lead_to_the_list_and_stay(family):
    family.write(LOST_WORDS)
    assert family.stage == "pick"
    words = family.page.get_by_role("textbox", name="Your words")
    assert words.input_value() == LOST_WORDS
    words.fill(PT_WORDS)
    family.press("Continue")
    family.walk_to("answer")
    assert "PT" in family.heading


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
