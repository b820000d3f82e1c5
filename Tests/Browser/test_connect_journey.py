"""From a family's words at the guide to the report back: a letter, a practice that takes the child on, a referral, one plan."""
import re

from connect_kinds import own_letter
from test_referral_journey import main, open_move, press, reported


def test_from_the_guide_to_the_report_back(fresh):
    rosa = fresh.page()
    link = own_letter(rosa)

    sam = fresh.page("sam")
    sam.goto(fresh.practice("sam"))
    sam.get_by_role("link", name="Letters from families").click()
    sam.get_by_role("link", name="Rosa Diaz").click()
    assert "falls over putting her pants on" in main(sam) and "PT could look at" in main(sam)
    sam.get_by_label("Answer the family").fill("Yes, on Tuesdays at 4.")
    press(sam, "Send")
    rosa.goto(link)
    assert "Yes, on Tuesdays at 4." in main(rosa)
    sam.get_by_role("link", name="Take the child on").click()
    assert sam.get_by_label("First name").input_value() == "Lila" and sam.get_by_label("Parent or guardian").input_value() == "Rosa Diaz"
    sam.get_by_label("Last name").fill("Diaz")
    for name, value in {"Month": "5", "Day": "3", "Year": "2022"}.items():
        sam.get_by_label(name).fill(value)
    press(sam, "Take this child on")
    record = sam.url.split("?")[0].removeprefix(fresh.address)
    rosa.reload()
    assert "takes your child on" in main(rosa)

    joined = fresh.page()
    joined.goto(fresh.letter_to("rosa@family.example"))
    joined.locator("#name").fill("Rosa Diaz")
    joined.locator("#password").fill("a quiet green pond")
    press(joined, "Join")
    joined.goto(record + "/intake")
    assert "falls over putting her pants on" in main(joined), "nothing is typed twice"

    dana = fresh.page("dana")
    dana.goto(record + "/referrals/new")
    dana.get_by_role("radio", name=re.compile("Handful")).check()
    dana.get_by_role("radio", name=re.compile("Occupational therapy")).check()
    dana.get_by_label("What do you ask, and why?").fill("Zips and buttons.")
    press(dana, "Look at what would be sent")
    press(dana, "Ask the family in Tandem")
    joined.goto("/family")
    with joined.expect_navigation():
        joined.get_by_role("link", name="Read it and answer").first.click()
    press(joined, "Yes, they may send it")
    dana.reload()
    with dana.expect_navigation():
        dana.locator("main").get_by_role("button", name=re.compile("^Send it to")).click()

    mei = fresh.page("mei")
    mei.goto(fresh.practice("mei") + "/referrals?side=recipient")
    mei.goto(mei.locator(".board-card", has_text="Diaz").get_by_role("link").get_attribute("href"))
    referral = mei.url
    press(mei, "Accept")
    mei.goto(record + "/plan")
    assert "Lila" in main(mei), "one plan, for the OT too"
    mei.goto(referral)
    reported(mei)
    dana.reload()
    assert "A softer pencil grip helps." in main(dana) and open_move
    joined.goto(record + "/plan")
    assert "A softer pencil grip helps." in main(joined)
