"""A referral from the child's page to the report back, as the PT, the mother and the other side do it in the browser: between two
practices, and with a partner who has no account."""
import re


def main(page):
    return page.locator("main").inner_text()


def press(page, name):
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def open_move(page, name):
    """Opens one of the things that may have happened, where it is not open already."""
    move = page.locator("details.move", has=page.locator("summary", has_text=name)).first
    if move.get_attribute("open") is None:
        move.locator("summary").click()


def written(tryout, to):
    """Dana asks somebody to see Inés, and her mother says yes."""
    dana, ana = tryout.page("dana"), tryout.page("ana")
    dana.goto(tryout.child("Inés") + "/referrals/new")
    dana.get_by_role("radio", name=re.compile(to)).check()
    dana.get_by_role("radio", name=re.compile("Occupational therapy")).check()
    dana.get_by_label("What do you ask, and why?").fill("Her hand gets tired when she writes.")
    press(dana, "Look at what would be sent")
    assert "Her hand gets tired when she writes." in main(dana) and "Inés" in main(dana)
    press(dana, "Ask the family in Tandem")
    ana.goto("/family")
    with ana.expect_navigation():
        ana.get_by_role("link", name="Read it and answer").first.click()
    assert "Nothing is sent before you say yes" in main(ana)
    press(ana, "Yes, they may send it")
    dana.reload()
    with dana.expect_navigation():
        dana.locator("main").get_by_role("button", name=re.compile("^Send it to")).click()
    assert "Sent, waiting for an answer" in main(dana)
    ana.reload()
    assert "Sent, waiting for an answer" in main(ana), "the family reads the same line"
    return dana, ana


def reported(page):
    open_move(page, "Report back and close")
    page.get_by_label("What you found and did").fill("A softer pencil grip helps.")
    press(page, "Report back and close")
    assert "Done, with a report back" in main(page)


def test_between_two_practices(fresh):
    dana, ana = written(fresh, "Handful")
    mei = fresh.page("mei")
    mei.goto(fresh.practice("mei") + "/referrals?side=recipient")
    with mei.expect_navigation():
        mei.locator(".board-card", has_text="Inés").get_by_role("link").click()
    press(mei, "Accept")
    with mei.expect_navigation():
        mei.locator("h1").get_by_role("link").click()
    mei.goto(mei.url.split("?")[0] + "/plan")
    assert "Dana Reyes" in mei.content() or "Plan" in main(mei), "one plan for both"
    mei.goto(fresh.practice("mei") + "/referrals?side=recipient")
    with mei.expect_navigation():
        mei.locator(".board-card", has_text="Inés").get_by_role("link").click()
    reported(mei)
    for page in (dana, ana):
        page.reload()
        assert "A softer pencil grip helps." in main(page)
    ana.goto(fresh.child("Inés") + "/plan")
    assert "A softer pencil grip helps." in main(ana), "the report back stands in the plan"


def test_with_a_partner_who_has_no_account(fresh):
    dana, ana = written(fresh, "Little Hands")
    code = dana.locator(".referral-code").inner_text().split()[-1]
    mail = fresh.page("dana")
    mail.goto("/mail")
    link = re.search(r"/referral-links/[\w-]+", mail.content()).group()
    partner = fresh.page()
    partner.goto(link)
    assert "Inés" not in partner.content()
    partner.get_by_label("Code", exact=True).fill(code)
    press(partner, "Open the referral")
    assert "Her hand gets tired when she writes." in main(partner)
    press(partner, "Accept")
    reported(partner)
    for page in (dana, ana):
        page.reload()
        assert "A softer pencil grip helps." in main(page)
