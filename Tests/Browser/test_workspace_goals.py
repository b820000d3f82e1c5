"""A goal, from nothing to a yes from both sides, in few clicks."""
from workspace_ways import fill


class Clicks:
    """Counts what somebody clicks and fills in."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def link(self, name):
        self.count += 1
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()

    def button(self, name):
        self.count += 1
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name).first.click()

    def fill(self, **fields):
        self.count += len(fields)
        fill(self.page, **fields)


def test_a_goal_is_proposed_in_five_clicks_and_accepted_in_one(tryout):
    page = tryout.page("dana")
    page.goto(tryout.child("Maya"))
    clicks = Clicks(page)
    clicks.link("Plan")
    clicks.link("Start a goal")
    clicks.button("Get dressed")
    clicks.fill(baseline="Mom does most of it.")
    clicks.button("Propose this goal")
    assert clicks.count == 5
    assert page.locator(".split > li").count() >= 3
    assert page.locator(".split .badge[data-letter=PT], .split .badge[data-letter=OT]").count() >= 3
    family = tryout.page("ana")
    family.goto(tryout.child("Maya") + "/plan")
    yes = Clicks(family)
    yes.button("Yes, let us work on this")
    page.reload()
    assert "said yes" in page.locator("main").inner_text()


def test_without_the_script_a_family_proposes_in_its_own_words_and_a_therapist_takes_it_up(tryout):
    page = tryout.page_like("ana", java_script_enabled=False)
    page.goto(tryout.child("Leonardo") + "/goals/new")
    clicks = Clicks(page)
    clicks.button("Write it yourself")
    clicks.fill(title="Play goalkeeper again", setting="at the club", baseline="He watches from the side.")
    clicks.button("Propose this goal")
    path = page.url.split("?")[0]
    therapist = tryout.page_like("mei", java_script_enabled=False)
    therapist.goto(tryout.child("Leonardo") + "/plan")
    assert "The family proposes: Play goalkeeper again" in therapist.locator("main").inner_text()
    therapist.goto(path)
    Clicks(therapist).button("Take it up")
    assert "We work on it" in therapist.locator("main").inner_text()
