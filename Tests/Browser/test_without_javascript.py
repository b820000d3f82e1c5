"""The script only makes pages quicker; without it everything works."""
import pytest
from family import Family
from kinds import BOTH_WORDS, EMERGENCY_WORDS, LOST_WORDS


@pytest.fixture
def family(open_page):
    return Family(open_page(java_script_enabled=False))


def test_the_whole_guide_works(family):
    family.ask(BOTH_WORDS)
    assert family.heading == "PT and OT could both help"
    family.press("Print a page for the doctor")
    assert BOTH_WORDS in family.page.locator(".letter").inner_text()


def test_no_button_is_shown_that_needs_the_script(family):
    family.letter(BOTH_WORDS)
    assert family.page.get_by_role("button", name="Print this page").count() == 0


def test_the_emergency_is_shown(family):
    family.write(EMERGENCY_WORDS)
    assert family.urgency == "Emergency"


def test_going_back_keeps_the_words(family):
    family.write(BOTH_WORDS)
    family.press("Back")
    assert family.page.get_by_role("textbox").input_value() == BOTH_WORDS


def test_the_list_can_be_picked_from(family):
    family.write(LOST_WORDS)
    family.page.locator("summary", has_text="Play").click()
    family.page.get_by_role("checkbox", name="Stack blocks").check()
    family.press("Continue")
    family.walk_to("answer")
    assert "Stack blocks" in family.text()


def test_a_problem_is_told_and_linked(family):
    family.write("")
    assert family.page.title().startswith("Error: ")
    assert family.page.locator(".problem a").get_attribute("href") == "#text"


def test_search_finds_an_activity(family):
    family.page.goto("/activities")
    family.page.get_by_role("searchbox").fill("button")
    family.press("Search")
    assert "Do buttons, zippers and snaps" in family.text()
