"""The note of a visit: quick to write, and nothing that was typed is lost."""
from test_workspace_goals import Clicks

from workspace_ways import fill

SAVED = "[data-autosave-status]:has-text('Saved at')"


def visits(tryout):
    return tryout.child("Esi") + "/visits"


def begin(tryout, who="dana"):
    page = tryout.page(who)
    page.goto(visits(tryout))
    Clicks(page).button("Write a note")
    return page


def test_a_usual_note_takes_twelve_clicks_and_fields_at_most(tryout):
    page = tryout.page("dana")
    page.goto(tryout.child("Esi"))
    clicks = Clicks(page)
    clicks.link("Visits")
    clicks.button("Write a note")
    assert "Planned last time" in page.locator("form.note-form").inner_text(), "begun from the last note"
    assert page.locator(".note-entry").count() >= 1, "and from the plan"
    clicks.fill(start="15:00", stop="15:45", did_0="Four rungs, hand off at the second.")
    page.locator("#outcome_0_easier").check()
    clicks.count += 1
    clicks.fill(next_0="Down again alone.", handoff_did="The ladder", handoff_next_asks="Pants while standing")
    clicks.button("Sign and lock")
    assert clicks.count <= 12, clicks.count
    text = page.locator("main").inner_text()
    assert "Signed by Dana Reyes, PT" in text and "45 minutes" in text and "Pants while standing" in text


def test_a_draft_saves_itself_and_is_there_again(tryout):
    page = begin(tryout)
    fill(page, did_0="Step-ups on the low box")
    page.wait_for_selector(SAVED)
    page.reload()
    assert page.locator("[name=did_0]").input_value() == "Step-ups on the low box"
    assert page.locator("[name=service_minutes_0]").input_value() == "", "nobody wrote minutes"


def test_only_the_author_reads_signs_or_changes_a_draft(tryout):
    page = begin(tryout)
    fill(page, did_0="Mine alone")
    page.wait_for_selector(SAVED)
    path = page.url.split("?")[0]
    for who in ["mei", "grace"]:
        other = tryout.page(who)
        answer = other.goto(path)
        assert answer.status == 404
        other.goto(visits(tryout))
        assert "Mine alone" not in other.locator("main").inner_text()
        key = other.locator("[name=form_key]").first.get_attribute("value")
        form = {"form_key": key, "version": "1", "did_0": "Theirs", "sign_as": "X, PT"}
        for rest, do in [("", "sign"), ("", "save")]:
            assert other.request.post(path + rest, form={**form, "do": do}).status == 404
        assert other.request.post(path.removesuffix("/edit") + "/draft", form=form).status == 404
        other.close()
    page.reload()
    assert page.locator("[name=did_0]").input_value() == "Mine alone"


def test_signed_out_while_writing_loses_nothing(tryout):
    page = tryout.page()
    email = tryout.people["dana"][0]
    tryout.sign_in(page, email)
    page.goto(visits(tryout))
    Clicks(page).button("Write a note")
    page.context.clear_cookies()
    fill(page, did_0="Typed after the session had ended")
    page.wait_for_selector("[data-autosave-status]:has-text('You are signed out')")
    page.locator("[name=do][value=save]").click()
    assert page.locator("[name=did_0]").input_value() == "Typed after the session had ended", "sending waits"
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in another tab").click()
    tryout.sign_in(opened.value, email)
    opened.value.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_selector(SAVED)
    page.reload()
    assert page.locator("[name=did_0]").input_value() == "Typed after the session had ended"


def test_signed_in_another_window_keeps_what_was_typed_here(tryout):
    page = begin(tryout)
    other = tryout.page("dana")
    other.goto(page.url)
    fill(other, start="15:00", stop="15:45", did_0="Signed elsewhere")
    Clicks(other).button("Sign and lock")
    fill(page, start="15:00", stop="15:45", did_0="Signed elsewhere", next_0="Typed too late")
    Clicks(page).button("Save the draft")
    assert "Typed too late" in page.locator("[name=addendum]").input_value()
    Clicks(page).button("Add it")
    text = page.locator("main").inner_text()
    assert "Typed too late" in text and "Added later" in text
