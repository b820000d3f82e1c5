"""What a family types is in the answers to that family and nowhere else."""
import pytest
from family import Family
from serving import serving

WORD = "quizzaciously"
WORDS = f"She cannot ride a bike and {WORD} falls"


@pytest.fixture(scope="module")
def logging_server(tandem, tmp_path_factory):
    """Address and log of a server that writes down every request."""
    log = tmp_path_factory.mktemp("server") / "log"
    with log.open("wb") as out, serving(tandem, "--log-requests", output=out) as address:
        yield address, log


@pytest.fixture(scope="module")
def walked(browser, logging_server):
    """All responses of a walk through the guide and a search, and the log of the server."""
    address, log = logging_server
    page = browser.new_context(base_url=address).new_page()
    responses = []
    page.on("response", lambda response: responses.append(response))
    family = Family(page)
    family.letter(WORDS, "7")
    family.press("Start again")
    family.write("zzz " + WORD)
    page.goto("/activities")
    page.get_by_role("searchbox").fill(WORD)
    family.press("Search")
    page.goto(f"/{WORD}?text={WORD}")
    yield [r for r in responses if WORD not in r.request.url or r.status != 404], log
    page.context.close()


def test_the_words_are_in_no_log_header_or_address(walked):
    responses, log = walked
    logged = log.read_text()
    assert logged.count("request") >= 8, "the server should log its requests in this test"
    assert WORD not in logged.lower()
    for response in responses:
        assert WORD not in response.url.lower()
        assert WORD not in str(response.all_headers()).lower()


def test_a_page_that_shows_the_words_is_kept_by_no_shared_cache(walked):
    responses, _ = walked
    shown = [r for r in responses if r.request.method == "POST"]
    assert len(shown) >= 5
    for response in shown:
        assert "private" in response.all_headers()["cache-control"]


def test_no_cookie_is_set_and_nothing_is_kept_in_the_browser(walked):
    responses, _ = walked
    assert all("set-cookie" not in r.all_headers() for r in responses)
    page = responses[-1].frame.page
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
