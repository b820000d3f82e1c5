"""Every page of the workspace: rules of accessibility, small screens, large text, privacy; and a picture of each."""
import re
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from family import Family
from test_accessibility import RULES, SMALL_BUTTONS, SMALL_TARGETS
from test_reading import FORBIDDEN, grade
from test_sizes import DOUBLE, MOST_BYTES, WIDE, Watch
from workspace_kinds import FOR_FAMILIES, WORKSPACE

BUTTONS_AND_CHOICES = "button, .button, .choice, summary, nav a, .filters a, .actions-link, .glance li, select"
INLINE = re.compile(r"<style|<script(?![^>]* src=)|<[^>]+ (?:style|on[a-z]+)=", re.IGNORECASE)
NAMES = re.compile(r"maya|leo\b|leonardo|in[eé]s|\bama\b|kofi|kofy|\besi\b|n[uú]ñ?n?ez|baker|osei", re.IGNORECASE)
OURS_OF_A_COPY = """(main, names) => {
    const copy = main.cloneNode(true);
    copy.querySelectorAll(names + ", .sr, .badge, svg").forEach(part => part.remove());
    main.after(copy);
    const text = copy.innerText;
    copy.remove();
    return text;
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(part => part.open = true)"
# A family's screens are for everybody; those of a practice may say "recovery code" and "birth date" all day.
MOST_FOR_FAMILIES, MOST_FOR_PRACTICES = 6.5, 9
# What somebody wrote, names and dates are no sentences of ours.
NOT_OURS = ".matters, .answers dd, .summary dd, .facts, .account-facts dt, textarea, table, .child-head, .tabs, .codes, .key, .timeline .when"
BLAMES = re.compile(FORBIDDEN.pattern + r"|\bneeds (?!an interpreter)|\bdeficits?\b|\bsuffer", re.IGNORECASE)
REFUSALS = re.compile(r"status of (403|404|422)")


@dataclass
class Shown:
    name: str
    who: str | None
    page: object
    watch: Watch

    def turn(self, scheme="light", width=1280, height=900):
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": height})


@pytest.fixture(scope="module", params=WORKSPACE)
def shown(request, tryout):
    """One page, opened once for all tests that look at it."""
    kind = WORKSPACE[request.param]
    page = tryout.page(kind.who)
    watch = Watch(page, tryout.address)
    kind.open(page, tryout)
    yield Shown(request.param, kind.who, page, watch)
    page.close() if kind.who else page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_breaks_no_rule(shown, scheme):
    shown.turn(scheme)
    found = Axe().run(shown.page, options=RULES)
    broken = [(rule["id"], node["target"], node["failureSummary"]) for rule in found.response["violations"] for node in rule["nodes"]]
    assert not broken, f"{shown.name}, {scheme}: {broken[:4]}"


def test_a_page_says_what_it_is(shown):
    page = shown.page
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    has_problem = page.locator(".problem").count() > 0
    assert page.title().startswith("Error: ") == has_problem
    if has_problem:
        assert page.locator(".problem").first.evaluate("box => box === document.activeElement")
        for link in page.locator(".problem li a").all():
            assert page.locator(link.get_attribute("href")).count() == 1, link.inner_text()


def test_a_page_keeps_what_it_shows_to_itself(shown):
    """Only this server is asked, nothing is written into the page that a strict policy would refuse, no name in an address."""
    watch, page = shown.watch, shown.page
    assert [line for line in watch.complaints if not REFUSALS.search(line)] == []
    assert watch.strangers == []
    last = [response for response in watch.responses if response.request.is_navigation_request()][-1]
    assert not INLINE.search(last.text())
    headers = last.all_headers()
    assert "private" in headers["cache-control"] or "no-store" in headers["cache-control"]
    if shown.who and last.status in (200, 422):
        assert "no-store" in headers["cache-control"], "going back after signing out would show it"
    assert "default-src 'none'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"]
    addresses = [response.url for response in watch.responses] + page.evaluate("[...document.querySelectorAll('a, form')].map(part => part.href || part.action)")
    assert [unquote(address) for address in addresses if NAMES.search(unquote(address)) and not address.startswith("otpauth:")] == []
    assert watch.bytes() < MOST_BYTES


def test_a_page_is_written_in_plain_words(shown):
    text = shown.page.locator("main").inner_text()
    assert not BLAMES.search(text), BLAMES.search(text)
    ours = shown.page.locator("main").evaluate(OURS_OF_A_COPY, NOT_OURS)
    most = MOST_FOR_FAMILIES if shown.name in FOR_FAMILIES else MOST_FOR_PRACTICES
    assert grade(ours) <= most, ours


def test_targets_are_large_enough_for_a_finger(shown):
    shown.turn(width=390, height=844)
    shown.page.evaluate(OPEN_ALL)
    assert shown.page.evaluate(SMALL_TARGETS) == []
    assert shown.page.evaluate(SMALL_BUTTONS, BUTTONS_AND_CHOICES) == []


def test_a_picture_can_be_drawn(shown, pictures):
    """To look at: nothing is compared."""
    name = "workspace-" + shown.name.replace(",", "").replace(" ", "-")
    shown.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for kind, scheme, width, height in (("desktop", "light", 1280, 900), ("phone", "light", 390, 844), ("dark", "dark", 1280, 900)):
        shown.turn(scheme, width, height)
        shown.page.screenshot(path=pictures / f"{name}-{kind}.png", full_page=True)


def test_nobody_has_to_scroll_sideways(shown):
    """Last, as the text stays doubled afterwards."""
    family = Family(shown.page)
    shown.turn(width=320, height=640)
    shown.page.evaluate(OPEN_ALL)
    assert family.sideways() <= 0, shown.page.evaluate(WIDE)
    shown.page.evaluate(DOUBLE)
    for width in (640, 1280):
        shown.turn(width=width)
        assert family.sideways() <= 0, (f"text doubled, {width} wide", shown.page.evaluate(WIDE))
