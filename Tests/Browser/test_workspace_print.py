"""The pages that are printed: nothing of the site's own, all of the record, within the width of the paper."""
import io

import pytest
from pypdf import PdfReader
from workspace_kinds import WORKSPACE

PRINTED = ["overview, PT", "overview, parent", "intake print", "looks", "merge, side by side", "recovery codes", "plan of care", "summary, PT", "discharge summary", "timeline, parent", "week", "waiting list", "referrals", "referral", "referral, parent", "numbers"]
PAPER_WIDTH = 720
MENUS = ".bar, .tabs, .work-foot, .skip, .no-print, .find, .filters, .crumb, main .button, main .actions-link"


@pytest.fixture(params=PRINTED)
def paper(request, tryout):
    kind = WORKSPACE[request.param]
    page = tryout.page(kind.who)
    kind.open(page, tryout)
    page.emulate_media(media="print")
    yield request.param, page
    page.close()


def test_only_the_record_is_printed_and_it_fits_the_paper(paper, pictures):
    name, page = paper
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 960})
    shown = page.evaluate("names => [...document.querySelectorAll(names)].filter(part => part.checkVisibility() && !part.matches('.sr')).map(part => part.outerHTML)", MENUS)
    assert shown == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER_WIDTH
    page.screenshot(path=pictures / f"workspace-{name.replace(',', '').replace(' ', '-')}-print.png", full_page=True)
    pdf = PdfReader(io.BytesIO(page.pdf(format="Letter")))
    text = " ".join(sheet.extract_text() for sheet in pdf.pages)
    assert page.locator("h1").inner_text().split()[0] in text
    for word in ("Sign out", "Skip to main", "The guide for families"):
        assert word not in text


def test_the_whole_intake_form_is_printed_with_the_name_of_the_child(tryout):
    page = tryout.page("dana")
    page.goto(tryout.child("Maya") + "/intake/all")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    for part in ("Maya", "May 9, 2022", "She wants to get dressed by herself", "Buttons and zips take so long", "Last saved"):
        assert part in text
    assert len(pdf.pages) <= 4
    page.close()
