"""Who a child is stands on the pages of those who may read it: not in the log, not in an address, not in a browser left behind."""
import re

import pytest
from serving import serving
from tryout import Tryout
from workspace_ways import finding

PEOPLE = re.compile(r"maya|n[uú]ñez|nu%C3%B1ez|\bana\b|dana|reyes|brightsteps|slide|climb", re.IGNORECASE)


@pytest.fixture(scope="module")
def logged(browser, tandem, tmp_path_factory):
    """A demonstration that writes down every request, and its log."""
    log = tmp_path_factory.mktemp("logged") / "log"
    with log.open("wb") as out, serving(tandem, "--demo", "--log-requests", output=out) as address:
        tryout = Tryout(browser, address, log.read_text())
        yield tryout, log
        tryout.close()


def test_the_log_names_no_person_and_nothing_that_was_typed(logged):
    tryout, log = logged
    start = len(log.read_text())
    page = tryout.page("dana")
    page.goto(tryout.practice("dana") + "/children")
    finding("maya nunez climb")(page)
    page.goto(tryout.child("Maya") + "/intake/all")
    page.goto(tryout.child("Maya") + "/nowhere?q=maya")
    written = log.read_text()[start:]
    assert written.count("request") >= 6
    assert not PEOPLE.search(written), PEOPLE.search(written)


def test_a_cookie_is_for_the_server_alone(tryout):
    cookies = tryout.browser_of("dana").cookies()
    assert len(cookies) == 1
    assert cookies[0]["httpOnly"] and cookies[0]["sameSite"] == "Lax"


def test_nothing_is_kept_in_the_browser_beside_the_cookie(tryout):
    page = tryout.page("dana")
    page.goto(tryout.child("Maya"))
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.close()


def test_after_signing_out_going_back_shows_no_record(tryout):
    page = tryout.page()
    tryout.sign_in(page, tryout.people["sam"][0])
    page.goto(tryout.child("Kofi"))
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.go_back()
    page.wait_for_load_state()
    assert "Kofi" not in page.content()
    assert page.goto(tryout.child("Kofi")).ok
    assert page.locator("h1").inner_text() == "Sign in"
    page.context.close()


@pytest.mark.parametrize("who", ["mei", "jo", "ruth", "grace", None])
def test_what_is_not_yours_looks_like_what_is_not_there(tryout, who):
    page = tryout.page(who)
    mine, nowhere = tryout.child("Inés"), tryout.child("Inés")[:-4] + "0000"
    for rest in ("", "/intake", "/consents", "/homes", "/looks", "/edit"):
        answers = []
        for path in (mine, nowhere):
            response = page.goto(path + rest)
            text = page.content().replace(mine[10:], "").replace(nowhere[10:], "")
            answers.append((response.status, page.title(), text))
        assert answers[0] == answers[1], rest
        assert "Inés" not in answers[0][2]
    page.close() if who else page.context.close()
