"""The workspace by keyboard alone, and without JavaScript: both are how some people work all day."""
import pytest
from test_accessibility import Keys
from workspace_ways import compare, fill, press


def type_into(keys, field, text):
    keys.tab_to(lambda focus: focus["field"] == field)
    keys.page.keyboard.type(text)


def choose(keys, label):
    """A choice among several; the arrows go on from the first."""
    keys.tab_to(lambda focus: focus["type"] in ("radio", "checkbox") and label in focus["text"])
    keys.page.keyboard.press("Space")


def enter(keys, tag, text):
    keys.tab_to(lambda focus: focus["tag"] == tag and text in focus["text"])
    with keys.page.expect_navigation():
        keys.page.keyboard.press("Enter")


def test_somebody_without_a_mouse_signs_in_and_finds_a_child(tryout):
    page = tryout.page()
    keys = Keys(page)
    page.goto("/sign-in")
    type_into(keys, "email", tryout.people["dana"][0])
    type_into(keys, "password", tryout.password)
    keys.submit("Sign in")
    type_into(keys, "q", "kofi")
    keys.submit("Find")
    enter(keys, "A", "Osei, Kofi")
    assert page.locator("h1").inner_text() == "Kofi Osei"
    enter(keys, "A", "Intake form")
    assert page.locator("h1").inner_text() == "Intake form"
    page.context.close()


def test_somebody_without_a_mouse_shares_a_record_and_takes_it_back(tryout):
    page = tryout.page("grace")
    keys = Keys(page)
    page.goto("/family")
    enter(keys, "A", "Ama")
    keys.tab_to(lambda focus: focus["tag"] == "SUMMARY" and "More" in focus["text"])
    page.keyboard.press("Enter")
    enter(keys, "A", "Who may see it")
    enter(keys, "A", "Share with a practice")
    choose(keys, "Bright Steps")
    choose(keys, "The intake form and the plan")
    type_into(keys, "purpose", "So that both work on lunch")
    keys.submit("Go on")
    enter(keys, "BUTTON", "Share with Bright Steps")
    assert "Done." in page.locator(".notice").inner_text()
    enter(keys, "BUTTON", "Take it back")
    assert "Taken back." in page.locator(".notice").inner_text()
    page.close()


@pytest.mark.parametrize("who, path", [("dana", ""), ("dana", "/edit"), ("dana", "/homes"), ("ana", "/consents"), ("ana", "/intake/day")])
def test_every_stop_of_a_childs_page_is_seen_when_it_has_the_focus(tryout, who, path):
    page = tryout.page(who)
    page.goto(tryout.child("Maya") + path)
    with pytest.raises(AssertionError, match="not found by Tab"):
        Keys(page).tab_to(lambda focus: False, most=45)
    page.close()


def test_the_skip_link_comes_first_and_leads_past_the_menus(tryout):
    page = tryout.page("dana")
    page.goto(tryout.child("Maya"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


@pytest.fixture
def plain(tryout):
    """Pages in browsers without JavaScript."""
    pages = []

    def page(who):
        pages.append(tryout.page_like(who, java_script_enabled=False) if who else tryout.context(java_script_enabled=False).new_page())
        return pages[-1]

    yield page
    for each in pages:
        each.context.close()


def test_without_the_script_one_signs_in_and_out(tryout, plain):
    page = plain(None)
    tryout.sign_in(page, tryout.people["sam"][0])
    assert page.locator("h1").inner_text() == "Bright Steps Physical Therapy"
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto("/start")
    assert page.locator("h1").inner_text() == "Sign in"


def test_without_the_script_a_practice_finds_adds_and_changes_a_child(tryout, plain):
    page = plain("dana")
    page.goto(tryout.practice("dana"))
    page.get_by_role("searchbox").fill("osei kofi")
    press(page, "Find")
    with page.expect_navigation():
        page.get_by_role("link", name="Osei, Kofi").click()
    record = page.url
    page.goto(record + "/edit")
    fill(page, preferred_name="Koko")
    press(page, "Save")
    page.goto(record)
    assert "Called Koko" in page.locator("main").inner_text()
    page.goto(record + "/edit")
    fill(page, preferred_name="", given_name="")
    press(page, "Save")
    assert page.title().startswith("Error: ")
    assert page.locator(".problem a").first.get_attribute("href") == "#given_name"


def test_without_the_script_a_family_tells_shares_and_takes_back(tryout, plain):
    page = plain("grace")
    record = tryout.child("Ama")
    page.goto(record + "/intake/worries")
    fill(page, worries="That she eats so little.")
    press(page, "Save and go on")
    page.goto(record + "/consents/new")
    page.get_by_role("radio", name="Bright Steps").check()
    page.get_by_role("checkbox", name="How to reach you").check()
    fill(page, purpose="So that PT can call us")
    press(page, "Go on")
    press(page, "Share with Bright Steps")
    assert "Done." in page.locator(".notice").inner_text()
    press(page, "Take it back")
    assert "Taken back." in page.locator(".notice").inner_text()


def test_without_the_script_two_records_are_laid_side_by_side(tryout, plain):
    page = plain("dana")
    compare(page, tryout)
    assert page.locator(".differs").count() >= 1
    assert page.get_by_role("button", name="Print").count() == 0


def test_without_the_script_the_intake_form_can_be_read_as_one(tryout, plain):
    page = plain("dana")
    page.goto(tryout.child("Maya") + "/intake/all")
    assert "She wants to get dressed by herself" in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Print").count() == 0, "a button that could do nothing"
