"""The kinds of pages that connect families and practices: letters from the guide, referrals, partners, numbers."""
from family import Family
from workspace_ways import child, go, practice, press, refused

WORDS = "My 4 year old falls over putting her pants on and can't do zips."


def write(page):
    """From the guide's answer to the letter."""
    family = Family(page)
    family.ask(WORDS, "4")
    family.press("Write to a practice")


def nearest_first(page):
    write(page)
    page.get_by_label("Where do you live?").fill("62701")
    press(page, "Show the nearest first")


def send(page, name="Rosa Diaz"):
    write(page)
    page.get_by_role("radio", name="Bright Steps").check()
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your child's first name").fill("Lila")
    page.get_by_label("Email").fill("rosa@family.example")
    page.get_by_label("Anything else").fill("Do you have time after school?")
    # Nobody writes in less time than this, and the server knows.
    page.wait_for_timeout(3100)
    press(page, "Send")


def own_letter(page, name="Rosa Diaz"):
    send(page, name)
    link = page.locator(".own-link a").get_attribute("href")
    page.goto(link)
    return link


def sent_letter(tryout):
    """A family's letter that waits at Bright Steps; the family's private link to it."""

    def make():
        page = tryout.page()
        link = own_letter(page)
        page.close()
        return link

    return tryout.once("letter", make)


def letter(rest="", then=None):
    """The letter as the practice has it."""

    def open(page, tryout):
        sent_letter(tryout)
        page.goto(tryout.practice("sam") + "/inquiries")
        page.goto(page.get_by_role("link", name="Rosa Diaz").first.get_attribute("href") + rest)
        if then:
            then(page)

    return open


def first_card(who, side, given):
    def open(page, tryout):
        page.goto(tryout.practice(who) + f"/referrals?side={side}")
        page.goto(page.locator(".board-card", has_text=given).get_by_role("link").first.get_attribute("href"))

    return open


def draft(tryout):
    """The page on which a draft of Kofi's referral is changed."""

    def make():
        page = tryout.page("dana")
        child("Kofi", "/referrals/new")(page, tryout)
        page.locator("input[name=to]").first.check()
        page.locator("input[name=discipline][value=OT]").check()
        page.get_by_label("What do you ask").fill("Please look at buttons and zips.")
        press(page, "Look at what would be sent")
        address = page.get_by_role("link", name="Change what is written here").get_attribute("href")
        page.close()
        return address

    return tryout.once("draft of a referral", make)


def first_of_family(page):
    page.goto(page.locator("main h2 a").first.get_attribute("href"))


def pass_on_to_nobody(page):
    page.locator("summary", has_text="Pass the family on").click()
    press(page, "Ask the family")


def connect_pages(Kind):
    outside = None
    practices = {
        "inquiries": Kind("sam", lambda page, tryout: (sent_letter(tryout), page.goto(tryout.practice("sam") + "/inquiries"))),
        "inquiry": Kind("sam", letter()),
        "inquiry with an error": Kind("sam", letter(then=pass_on_to_nobody)),
        "inquiry, taking on": Kind("sam", letter("/taking-on")),
        "inquiry, taking on with errors": Kind("sam", letter("/taking-on", refused("Take this child on", family_name=""))),
        "partners": Kind("sam", practice("sam", "/partners")),
        "partners, none": Kind("jo", practice("jo", "/partners")),
        "partner": Kind("sam", practice("sam", "/partners", lambda page: page.goto(page.locator(".partner-list a").first.get_attribute("href")))),
        "partner, near": Kind("sam", practice("sam", "/partners/find?place=62701&therapy=OT")),
        "partner, near, with an error": Kind("sam", practice("sam", "/partners/find?place=nowhere")),
        "partner with errors": Kind("sam", practice("sam", "/partners/new", refused("Save this partner", npi="123", email="nowhere"))),
        "numbers": Kind("dana", practice("dana", "/numbers")),
        "numbers, none": Kind("luis", practice("luis", "/numbers")),
        "referrals": Kind("dana", practice("dana", "/referrals")),
        "referrals, received": Kind("jo", practice("jo", "/referrals?side=recipient")),
        "referral": Kind("dana", first_card("dana", "sender", "Maya")),
        "referral, received": Kind("mei", first_card("mei", "recipient", "Maya")),
        "referral, new": Kind("dana", child("Kofi", "/referrals/new")),
        "referral, changed": Kind("dana", lambda page, tryout: page.goto(draft(tryout))),
        "referrals of a child": Kind("dana", child("Maya", "/referrals")),
    }
    families = {
        "write to a practice": Kind(outside, lambda page, tryout: write(page)),
        "write to a practice with errors": Kind(outside, lambda page, tryout: (write(page), press(page, "Send"))),
        "write to the nearest practice": Kind(outside, lambda page, tryout: nearest_first(page)),
        "letter sent": Kind(outside, lambda page, tryout: send(page, "Rita Moon")),
        "own letter": Kind(outside, lambda page, tryout: page.goto(sent_letter(tryout))),
        "own letter, gone": Kind(outside, go("/inquiries/" + "A" * 43)),
        "referrals, parent": Kind("ana", child("Maya", "/referrals")),
        "referral, parent": Kind("ana", child("Maya", "/referrals", first_of_family)),
        "private link of a referral, gone": Kind(outside, go("/referral-links/" + "A" * 43)),
    }
    return practices, families
