"""The back button of the page, that of the browser, and a page loaded anew."""
import pytest
from kinds import PT_WORDS

BIKE_WORDS = "She cannot ride a bike"


@pytest.mark.parametrize("stage", ["age", "question", "check", "answer"])
def test_the_back_button_of_the_page_never_loses_the_words(family, stage):
    family.write(BIKE_WORDS)
    family.walk_to(stage, "7")
    for _ in range(10):
        if family.stage is None or family.stage == "words":
            break
        family.press("Change my answers" if family.stage == "answer" else "Back")
    assert family.page.get_by_role("textbox").first.input_value() == BIKE_WORDS


def test_going_back_keeps_what_was_told(family):
    family.write(PT_WORDS)
    family.tell_age(years="11", months="3")
    family.press("Back")
    assert family.stage == "age"
    assert family.page.get_by_label("Years").input_value() == "11"
    assert family.page.get_by_label("Months").input_value() == "3"


def test_the_back_button_of_the_browser_works_and_never_loses_the_words(family):
    family.write(BIKE_WORDS)
    stages = [family.stage]
    while family.stage != "answer":
        family.step("7")
        stages.append(family.stage)
    for stage in reversed(stages[:-1]):
        family.page.go_back()
        assert family.stage == stage
        assert family.page.locator("input[name=text]").get_attribute("value") == BIKE_WORDS
    family.page.go_back()
    assert family.page.get_by_role("textbox").input_value() == BIKE_WORDS


def test_after_going_back_in_the_browser_the_way_on_is_the_same(family):
    family.ask(PT_WORDS)
    answer = family.text()
    family.page.go_back()
    family.check_nothing()
    assert family.text() == answer


def test_a_page_loaded_anew_asks_nothing_twice(family):
    family.write(BIKE_WORDS)
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
