"""Pictures to look at: nothing is compared, but a page that cannot be drawn fails."""
import pathlib

import pytest
from kinds import opened

SHOWN = [
    "home", "home with an error", "age", "age with an error", "question", "check", "pick", "pick, not understood", "answer PT",
    "answer OT", "answer both", "answer unsure", "answer emergency", "letter", "letter in an emergency", "activities", "activity",
    "skill", "search", "article", "privacy", "not found",
]
DARK = ["home", "question", "answer both", "answer emergency", "activity"]
PRINTED = ["answer both", "answer emergency", "letter", "letter in an emergency", "activity"]
README_PICTURE = pathlib.Path(__file__).resolve().parents[2] / "docs/images/guide-answer.png"
README_WORDS = "My 4 year old cannot ride a bike. She falls over putting her pants on, and she can't do zips."


@pytest.mark.parametrize("kind", SHOWN)
def test_a_page_can_be_drawn_wide_and_narrow(open_page, pictures, kind):
    page = open_page()
    opened(page, kind)
    name = kind.replace(",", "").replace(" ", "-")
    page.screenshot(path=pictures / f"{name}-desktop.png", full_page=True)
    if kind in DARK:
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=pictures / f"{name}-dark.png", full_page=True)
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    page.screenshot(path=pictures / f"{name}-phone.png", full_page=True)


@pytest.mark.parametrize("kind", PRINTED)
def test_a_page_can_be_printed(page, pictures, kind):
    opened(page, kind)
    page.pdf(path=pictures / f"{kind.replace(' ', '-')}.pdf", format="Letter")
    page.set_viewport_size({"width": 720, "height": 960})
    page.emulate_media(media="print")
    page.screenshot(path=pictures / f"{kind.replace(' ', '-')}-print.png", full_page=True)


def test_the_picture_of_the_readme_is_drawn(family):
    """Only where it is missing, so that a test run changes no file of the repository; delete it to draw it anew."""
    if not README_PICTURE.exists():
        family.ask(README_WORDS)
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        family.page.screenshot(path=README_PICTURE)
    assert README_PICTURE.stat().st_size < 300_000
