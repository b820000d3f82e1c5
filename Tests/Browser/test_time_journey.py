"""A time comes free: planned, cancelled, offered to who waits, and taken by a family."""
import re

from workspace_ways import press


def test_a_cancelled_visit_goes_to_the_family_that_says_yes_first(fresh):
    desk = fresh.page("sam")
    desk.goto(fresh.child("Kofi") + "/appointments/new")
    desk.get_by_label("Dana Reyes").check()
    free = desk.locator("button[name=fill]").first
    with desk.expect_navigation():
        free.click()
    assert desk.locator("[name=at]").input_value()
    press(desk, "Plan it")
    assert "Planned." in desk.locator("main").inner_text()
    desk.goto(desk.locator(".visit-head a").first.get_attribute("href"))
    when = desk.locator("h1").inner_text()
    desk.locator("summary", has_text="Cancel").click()
    desk.get_by_label("The family").check()
    press(desk, "Cancel this visit")
    assert "cancelled" in desk.locator("main").inner_text()
    desk.goto(desk.get_by_role("link", name="Offer this time").get_attribute("href"))
    assert desk.get_by_label("Esi Osei").is_checked()
    press(desk, "Offer it")
    assert "has the time" not in desk.locator("main").inner_text()

    letters = fresh.page()
    letters.goto("/mail")
    letter = letters.locator("main").inner_text()
    assert "A time has come free" in letter and not re.search("Esi|Kofi|Dana", letter.split("A time has come free")[1].split("---")[0][:400])

    grace = fresh.page("grace")
    grace.goto("/family")
    grace.get_by_role("link", name="Read it and answer").last.click()
    grace.wait_for_url("**/offers/**")
    press(grace, "Yes, we come")
    assert "The time is yours" in grace.locator("main").inner_text()
    assert when.split(",")[0] in grace.locator("main").inner_text()
    desk.reload()
    assert "has the time" in desk.locator("main").inner_text()
    for page in (desk, letters, grace):
        page.close()
