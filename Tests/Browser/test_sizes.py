"""Small screens, large text, slow lines, and nothing from anywhere else."""
import pytest
from family import Family
from kinds import KINDS, opened

MOST_BYTES = 60_000
PHONE = {"width": 320, "height": 640}
WIDE = """() => [...document.querySelectorAll("body *")].filter(part => part.checkVisibility() && !part.closest(".sr, svg"))
    .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(part => part.outerHTML.slice(0, 90))"""
DOUBLE = """() => {
    const root = document.documentElement;
    root.style.setProperty("font-size", 2 * parseFloat(getComputedStyle(root).fontSize) + "px");
}"""


class Watch:
    """What a page loads, and what the browser complains about."""

    def __init__(self, page, server):
        self.complaints, self.strangers, self.responses = [], [], []
        page.on("console", lambda line: line.type in ("error", "warning") and self.complaints.append(line.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith(server + "/") or self.strangers.append(request.url))
        page.on("response", lambda response: self.responses.append(response))

    def bytes(self):
        """What the last page and all it loads take on the line, from an empty cache."""
        pages = [r for r in self.responses if r.request.is_navigation_request()]
        parts = {r.url: r for r in self.responses if not r.request.is_navigation_request()}
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in (r.request.sizes() for r in [pages[-1], *parts.values()]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_light_and_asks_nobody_else(page, server, kind):
    watch = Watch(page, server)
    opened(page, kind)
    page.wait_for_load_state("networkidle")
    refused = [line for line in watch.complaints if "status of 422" not in line and "status of 404" not in line]
    assert refused == []
    assert watch.strangers == []
    assert watch.bytes() < MOST_BYTES
    policy = [r for r in watch.responses if r.request.is_navigation_request()][-1].all_headers()["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_has_to_scroll_sideways(open_page, kind):
    page = open_page(viewport=PHONE)
    opened(page, kind)
    family = Family(page)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert family.sideways() <= 0, page.evaluate(WIDE)
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate(DOUBLE)
    assert family.sideways() <= 0, ("text doubled", page.evaluate(WIDE))
    page.set_viewport_size({"width": 1280, "height": 900})
    assert family.sideways() <= 0, ("text doubled, wide", page.evaluate(WIDE))


def test_a_very_long_word_breaks_before_the_edge(open_page):
    page = open_page(viewport=PHONE)
    family = Family(page)
    family.write("She is clumsy " + "o" * 300)
    family.walk_to("answer")
    assert family.sideways() <= 0, page.evaluate(WIDE)
    family.press("Print a page for the doctor")
    assert family.sideways() <= 0, page.evaluate(WIDE)
