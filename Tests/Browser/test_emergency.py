"""A doctor comes first: the banner, and the last check."""
from kinds import EMERGENCY_WORDS, OT_WORDS


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
