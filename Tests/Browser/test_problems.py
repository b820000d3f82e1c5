"""What a family hears when something is missing or cannot be read: above the heading, linked, and beside the field."""
import pytest
from kinds import PT_WORDS


def test_picking_nothing_is_said_to_be_a_problem(family):
    family.page.goto("/guide/pick")
    family.press("Continue")
    assert family.page.title().startswith("Error: ")
    assert family.page.locator(".problem").is_visible()


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
