"""The home program as people use it: a therapist suggests, edits and keeps; the family ticks; what hurts stops everything."""
import re

from workspace_ways import fill, press

ACTIVITY = "Stork at the bus stop"


def main(page):
    return page.locator("main").inner_text()


def home(tryout, who, rest="home-program", **options):
    page = tryout.page_like(who, **options) if options else tryout.page(who)
    page.goto(f"{tryout.child('Esi')}/{rest}")
    return page


def written(tryout, name):
    """An activity of the PT, written in her own words."""
    page = home(tryout, "dana", "home-program/new")
    fill(page, name=name, how="Stand on one leg while the bus comes.", minutes="2", days="5")
    press(page, "Save")
    assert name in main(page)
    page.close()


def card(page, name):
    return page.locator("article, .home-items > li").filter(has_text=name).first


def test_a_suggestion_is_added_changed_and_kept_instead_of_another(tryout):
    page = home(tryout, "dana")
    offer = page.locator(".home-offers li").first
    name = offer.locator("b").inner_text()
    skill = offer.locator("[name=skill]").get_attribute("value")
    with page.expect_navigation():
        offer.get_by_role("button", name="Add it").click()
    assert name in page.locator(".home-slot").filter(has_text=name).inner_text()
    card(page, name).get_by_role("link", name="Change").click()
    fill(page, name=name + " with a song", minutes="3")
    press(page, "Save")
    assert name + " with a song" in main(page)
    other = home(tryout, "mei", "home-program/new")
    assert other.locator(f"[name=skill] option[value={skill}]").count() == 1
    fill(other, name="Freeze like a statue", how="Stop when the music stops.", minutes="4", days="3")
    other.locator("[name=skill]").select_option(skill)
    press(other, "Save")
    hint = other.locator(".home-hints .warn").filter(has_text="train the same skill").filter(has_text="statue")
    with other.expect_navigation():
        hint.get_by_role("button", name="Keep " + name).click()
    resting = other.locator("[aria-labelledby=resting-heading]").inner_text()
    assert "Freeze like a statue" in resting and "trains the same skill" in resting
    other.close()
    page.close()


def test_a_family_ticks_with_one_tap_and_enter_saves_the_words(tryout):
    written(tryout, ACTIVITY)
    page = home(tryout, "grace", "today")
    with page.expect_navigation():
        card(page, ACTIVITY).get_by_role("button", name="Done").click()
    assert "Done today." in card(page, ACTIVITY).inner_text()
    with page.expect_navigation():
        card(page, ACTIVITY).get_by_role("button", name="Too easy").click()
    line = card(page, ACTIVITY).locator("[name=line]")
    line.fill("She sang to the bus")
    with page.expect_navigation():
        line.press("Enter")
    again = card(page, ACTIVITY)
    assert again.locator("[name=line]").input_value() == "She sang to the bus"
    assert again.get_by_role("button", name="Too easy").get_attribute("aria-pressed") == "true"
    therapist = home(tryout, "dana")
    told = card(therapist, ACTIVITY).inner_text()
    assert "Last two weeks: done once, too easy once." in told and "She sang to the bus" in told
    therapist.close()
    page.close()


def test_what_hurt_stands_above_the_plan_until_a_therapist_lets_it_go_on(tryout):
    name = "Hop like a frog"
    written(tryout, name)
    page = home(tryout, "grace", "today", java_script_enabled=False)
    for button in ("Tried", "It hurt"):
        with page.expect_navigation():
            card(page, name).get_by_role("button", name=button).click()
    assert "call your doctor" in page.locator("body").inner_text()
    assert f"{name}. Paused since it hurt." in main(page)
    plan = home(tryout, "mei", "plan")
    first = plan.locator("main > *").first
    assert "It hurt" in first.inner_text() and name in first.inner_text(), "the other therapist reads it first too"
    plan.close()
    therapist = home(tryout, "dana")
    resting = therapist.locator(".home-resting > li").filter(has_text=name)
    resting.locator("summary", has_text="Let it go on").click()
    with therapist.expect_navigation():
        resting.get_by_role("button", name="Let it go on").click()
    assert "Write what you changed" in main(therapist), "asked beside its field"
    resting = therapist.locator(".home-resting > li").filter(has_text=name)
    resting.get_by_label("What did you change?").fill("Only three small hops, on the mat")
    with therapist.expect_navigation():
        resting.get_by_role("button", name="Let it go on").click()
    assert therapist.locator(".hurt").count() == 0
    assert "has looked at it: Only three small hops, on the mat." in card(therapist, name).inner_text()
    page.goto(f"{tryout.child('Esi')}/today")
    assert "Only three small hops, on the mat." in card(page, name).inner_text()
    therapist.close()
    page.context.close()


def test_pausing_tells_the_family_why(tryout):
    name = "March to the door"
    written(tryout, name)
    therapist = home(tryout, "dana")
    own = card(therapist, name)
    own.locator("summary", has_text="Pause").click()
    own.get_by_label("Why? The family reads it.").first.fill("Until the cold is over")
    with therapist.expect_navigation():
        own.get_by_role("button", name="Pause").click()
    therapist.close()
    page = home(tryout, "grace", "today")
    assert re.search(name + r"\. Paused by .+: Until the cold is over\.", main(page))
    page.close()


def test_the_handout_is_in_spanish_and_marks_what_is_not(tryout):
    page = home(tryout, "dana", "home-program/new")
    fill(page, name="Tower of cups", how="Stack the cups.", minutes="3", days="4", donts="Not with glasses")
    page.locator("summary", has_text="In Spanish").click()
    fill(page, es_name="Torre de vasos")
    press(page, "Save")
    page.goto(f"{tryout.child('Esi')}/home-program/handout/es")
    sheet = page.locator(".handout")
    assert sheet.get_attribute("lang") == "es"
    article = page.locator(".handout-item").filter(has_text="Torre de vasos")
    assert article.locator("[lang=en]").all_inner_texts() == ["Stack the cups.", "Not with glasses"]
    of_the_catalog = [item for item in page.locator(".handout-item").all() if item.locator("[lang=en]").count() == 0]
    assert of_the_catalog, "activities of the catalog are Spanish"
    page.close()


def test_the_handout_prints_alone_on_paper(tryout):
    page = home(tryout, "grace", "home-program/handout")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    for shown in page.locator(".bar, .tabs, .no-print, .crumb").all():
        assert not shown.is_visible()
    assert page.locator(".handout-item").count() >= 1 and page.locator(".handout-stop").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
