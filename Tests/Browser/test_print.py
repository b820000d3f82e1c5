"""Paper: the answer, and one page for the doctor."""
import io

import pytest
from kinds import BOTH_WORDS, EMERGENCY_WORDS, PT_WORDS
from pypdf import PdfReader

LONG_WORDS = (
    "She is clumsy and falls over putting her pants on. She cannot ride a bike, catch a ball, or hop. "
    "She can't do zips, buttons or laces, and her handwriting is slow. "
)


def printed(page, paper="Letter"):
    return PdfReader(io.BytesIO(page.pdf(format=paper)))


def text(pdf):
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("words", [PT_WORDS, BOTH_WORDS, EMERGENCY_WORDS, LONG_WORDS, (LONG_WORDS * 20)[:1990]], ids=["PT", "both", "emergency", "long", "longest"])
def test_the_page_for_the_doctor_is_exactly_one_page(family, words, paper):
    family.letter(words)
    pdf = printed(family.page, paper)
    assert len(pdf.pages) == 1
    assert " ".join(words.split())[-60:] in text(pdf)


def test_the_page_for_the_doctor_has_lines_to_fill_and_nothing_of_the_site(family):
    family.letter(BOTH_WORDS)
    paper = text(printed(family.page))
    for part in ("A note for the doctor", "Date of birth", "Parent or guardian", "Signature", BOTH_WORDS):
        assert part in paper
    for part in ("Skip to main", "Activities", "Print this page", "Start again", "What happens to what you type"):
        assert part not in paper


def test_the_red_flag_comes_first_on_the_page_for_the_doctor(family):
    family.letter(EMERGENCY_WORDS)
    paper = text(printed(family.page))
    assert "Trouble breathing" in paper
    assert paper.index("Trouble breathing") < paper.index("What we see at home")


def test_no_reason_on_the_page_for_the_doctor_is_empty(family):
    family.letter(EMERGENCY_WORDS)
    assert "evaluate ." not in text(printed(family.page))


def test_a_printed_answer_leaves_out_what_only_works_on_a_screen(family):
    family.ask(BOTH_WORDS)
    family.page.emulate_media(media="print")
    for name in ("nav", "footer", ".skip", ".answer-actions"):
        assert family.page.locator(name).is_hidden(), name
    pdf = printed(family.page)
    assert len(pdf.pages) <= 2
    paper = text(pdf)
    for part in ("PT and OT could both help", "Why we say so", "What to ask a therapist", "When to call a doctor"):
        assert part in paper


def test_a_printed_answer_begins_with_the_red_flag(family):
    family.ask(EMERGENCY_WORDS)
    paper = text(printed(family.page))
    assert paper.index("Get help right now") < paper.index(family.heading)
    assert "Call 911 now" in paper
