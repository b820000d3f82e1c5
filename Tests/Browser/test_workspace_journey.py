"""The way of one child: a PT practice adds her, her mother joins and tells, an OT practice reads by consent, and no longer."""
import re

import pytest
from workspace_ways import OTHER_PASSWORD, fill, finding, new_child, press

MOTHER = "lena@family.example"
ANSWER = "She wants to climb the tall slide with her sister."


def main(page):
    return page.locator("main").inner_text()


def follow(page, name):
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=name).first.click()


class Story:
    """The people of the journey, each with a browser, and the address of the child's record."""

    def __init__(self, tryout):
        self.tryout = tryout
        self.dana, self.mei, self.sam = (tryout.page(who) for who in ("dana", "mei", "sam"))
        self.mother = tryout.page()
        self.child = None

    def close(self):
        for page in (self.dana, self.mei, self.sam):
            page.close()
        self.mother.context.close()

    def finds(self, page, who, words):
        """What a search finds, as its table says."""
        page.goto(self.tryout.practice(who) + "/children")
        finding(words)(page)
        return page.locator("main tbody").inner_text() if page.locator("main tbody").count() else ""


@pytest.fixture(scope="module")
def story(tryout):
    story = Story(tryout)
    yield story
    story.close()


def test_1_adding_a_child_shows_records_that_look_alike_first(story):
    page = story.dana
    page.goto(story.tryout.practice("dana") + "/children/new")
    new_child("Mayah", "Nunez-Baker", "5", "9", "2022")(page)
    assert "Is it one of these children?" in main(page)
    assert page.get_by_role("link", name="Maya Núñez-Baker").is_visible()
    assert page.get_by_label("First name").input_value() == "Mayah"
    assert "Mayah" not in story.finds(page, "dana", "Mayah"), "nothing may be saved before somebody has said so"


def test_2_a_pt_practice_adds_a_child_and_invites_her_mother(story):
    page = story.dana
    page.goto(story.tryout.practice("dana") + "/children/new")
    new_child("Zora", "Lindqvist", "6", "14", "2021")(page)
    story.child = page.url.split("?")[0].removeprefix(story.tryout.address)
    assert "The child is added." in main(page)
    page.goto(story.child + "/invitation")
    fill(page, email=MOTHER, relation="mother")
    page.get_by_role("radio", name="Decide for the child").check()
    press(page, "Send the invitation")
    assert "The invitation is on its way." in main(page)
    assert MOTHER in main(page)


def test_3_the_letter_names_no_child_and_its_link_makes_an_account(story):
    page = story.mother
    page.goto("/mail")
    letter = page.locator("article", has_text=f"To {MOTHER}").first
    assert not re.search("Zora|Lindqvist", letter.inner_text())
    with page.expect_navigation():
        letter.get_by_role("link", name="Open the link").click()
    fill(page, name="Lena Lindqvist", password=OTHER_PASSWORD)
    press(page, "Join")
    page.goto("/family")
    assert "Zora Lindqvist" in main(page)


def test_4_the_link_works_once(story):
    page = story.tryout.page()
    page.goto(story.tryout.letter_to(MOTHER))
    assert page.locator("h1").inner_text() == "This link no longer works"
    page.context.close()


def test_5_the_mother_fills_in_the_intake_form(story):
    page = story.mother
    page.goto(story.child + "/intake/matters")
    fill(page, what_matters=ANSWER, loves="Ladders <b>and</b> ropes & cats")
    press(page, "Save and go on")
    assert page.locator("h1").inner_text() == "A usual day"
    page.goto(story.child)
    assert ANSWER in main(page)
    page.goto(story.child + "/intake/all")
    assert "Ladders <b>and</b> ropes & cats" in main(page)


def test_6_nobody_else_finds_the_child_before_she_is_shared(story):
    assert "Lindqvist" not in story.finds(story.mei, "mei", "lindqvist")
    assert story.mei.goto(story.child).status == 404


def test_7_the_mother_shares_the_record_after_she_has_checked_it(story):
    page = story.mother
    page.goto(story.child + "/consents/new")
    page.get_by_role("radio", name="Handful Occupational Therapy").check()
    page.get_by_role("checkbox", name="The intake form and the plan").check()
    fill(page, purpose="So that PT and OT work on climbing together")
    press(page, "Go on")
    assert page.locator("h1").inner_text() == "Check before you share"
    assert story.mei.goto(story.child).status == 404, "only asked so far, not shared"
    press(page, "Change something")
    assert page.get_by_role("radio", name="Handful Occupational Therapy").is_checked()
    press(page, "Go on")
    press(page, "Share with Handful")
    assert "Done. They can see it from now on" in main(page)


def test_8_the_ot_practice_finds_and_reads_what_was_shared_and_no_more(story):
    page = story.mei
    assert "Lindqvist" in story.finds(page, "mei", "zora")
    follow(page, "Lindqvist")
    assert ANSWER in main(page)
    page.goto(story.child + "/intake")
    assert "Ladders" in main(page)
    assert page.goto(story.child + "/homes").status == 404, "how to reach the family was not shared"
    assert page.goto(story.child + "/edit").status == 404


def test_9_the_front_desk_cannot_open_the_intake_form_and_learns_nothing_of_it(story):
    page = story.sam
    assert page.goto(story.child).status == 200
    assert "Ladders" not in page.content()
    refused = page.goto(story.child + "/intake")
    wanted = refused.status, main(page), page.title()
    nowhere = page.goto(story.child[:-4] + "0000/intake")
    assert wanted == (nowhere.status, main(page), page.title())
    assert wanted[0] == 404


def test_10_the_mother_reads_who_has_looked(story):
    page = story.mother
    page.goto(story.child + "/looks")
    said = main(page)
    assert "Mei Tanaka, OT at Handful Occupational Therapy, looked at the intake form" in said
    assert "Sam Okafor, front desk at Bright Steps Physical Therapy, looked at the overview" in said
    assert "You shared the record" in said


def test_11_what_is_taken_back_is_gone_at_once(story):
    story.mei.goto(story.child + "/intake")
    story.mother.goto(story.child + "/consents")
    press(story.mother, "Take it back")
    assert "Taken back." in main(story.mother)
    assert story.mei.reload().status == 404
    assert story.mei.goto(story.child).status == 404
    assert "Lindqvist" not in story.finds(story.mei, "mei", "zora")
    assert "Sharing that has ended" in main(story.mother)


def test_12_two_people_who_change_the_same_thing_lose_nothing(story):
    story.mother.goto(story.child + "/edit")
    story.dana.goto(story.child + "/edit")
    fill(story.dana, preferred_name="Zo")
    press(story.dana, "Save")
    fill(story.mother, preferred_name="Zozo")
    press(story.mother, "Save")
    assert story.mother.title().startswith("Error: ")
    assert "What stands now" in main(story.mother) and "Zo" in main(story.mother)
    assert story.mother.get_by_label("Likes to be called").input_value() == "Zozo"
    press(story.mother, "Save")
    story.dana.goto(story.child)
    assert "Called Zozo" in main(story.dana)
