"""How people come to the pages of the workspace: each way is a function of a page and the demonstration."""
from totp import totp

OTHER_PASSWORD = "seven quiet rivers"


def press(page, name):
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=name).first.click()


def go(path):
    return lambda page, tryout: page.goto(path)


def practice(who, rest="", then=None):
    """A page of the practice that somebody works for."""

    def open(page, tryout):
        page.goto(tryout.practice(who) + rest)
        if then:
            then(page)

    return open


def child(given, rest="", then=None):
    def open(page, tryout):
        page.goto(tryout.child(given) + rest)
        if then:
            then(page)

    return open


def goal(given, rest="", then=None, named=None):
    """A page of the first goal of a child's plan, or of the first that is named so."""

    def open(page, tryout):
        page.goto(tryout.child(given) + "/plan")
        page.goto(page.locator("article h3 a", has_text=named).first.get_attribute("href") + rest)
        if then:
            then(page)

    return open


def dressing(rest="", then=None):
    """A page of Esi's dressing goal, which is worked on."""
    return goal("Esi", rest, then, "Put on pants")


def sport(page, tryout):
    """A way back to sport that has begun."""

    def begin():
        page = tryout.page("dana")
        page.goto(tryout.child("Kofi") + "/measures/sport")
        page.get_by_role("radio", name="sprained ankle").check()
        fill(page, began_month="9", began_day="1", began_year="2026")
        press(page, "Begin")
        path = page.locator("main section h2 a").first.get_attribute("href")
        page.close()
        return path

    page.goto(tryout.once("sport", begin))


def choosing(name):
    return lambda page: press(page, name)


def proposed(page, tryout):
    """A goal that waits for the family's yes, and a lead that the other therapist proposes."""

    def propose():
        page = tryout.page("dana")
        page.goto(tryout.child("Esi") + "/goals/new")
        press(page, "Ride a tricycle")
        fill(page, baseline="She pushes with her feet on the ground.")
        press(page, "Propose this goal")
        path = page.url.split("?")[0]
        page.goto(path + "/leads")
        page.get_by_role("radio", name="PT and OT", exact=True).first.check()
        fill(page, reason="We both see her on the tricycle.")
        press(page, "Propose it")
        page.close()
        return path

    page.goto(tryout.once("proposed goal", propose))


def proposed_part(rest):
    return lambda page, tryout: (proposed(page, tryout), page.goto(page.url + rest))


def pressing(name):
    return lambda page: press(page, name)


def finding(words):
    def find(page):
        page.get_by_role("searchbox").fill(words)
        press(page, "Find")

    return find


def fill(page, **fields):
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)


def new_child(given, family, month, day, year):
    def add(page):
        fill(page, given_name=given, family_name=family, birth_date_month=month, birth_date_day=day, birth_date_year=year)
        press(page, "Add this child")

    return add


def refused(button, **fields):
    """The page as it comes back with what is wrong."""

    def refuse(page):
        fill(page, **fields)
        press(page, button)

    return refuse


def overtaken(**fields):
    """The page as it comes back after somebody else has saved it meanwhile."""

    def save(page):
        other = page.context.new_page()
        other.goto(page.url)
        fill(other, **{name: value + " (by somebody else)" for name, value in fields.items()})
        press(other, "Save")
        other.close()
        fill(page, **fields)
        press(page, "Save")

    return save


def signed_note(page):
    """The newest visit that was signed."""
    page.goto(page.locator(".visit:not(:has(.tag-warn)) .visit-head a").first.get_attribute("href"))


def overtaken_note(page):
    """A draft as it comes back after it was saved in another window."""
    press(page, "Write a note")
    other = page.context.new_page()
    other.goto(page.url)
    fill(other, handoff_did=f"Buttons {page.evaluate('Date.now()')}")
    press(other, "Save the draft")
    other.close()
    fill(page, handoff_did="Buttons on the bench")
    press(page, "Save the draft")


def consent_to_check(page):
    page.get_by_role("radio").first.check()
    page.get_by_role("checkbox").first.check()
    fill(page, purpose="So that both therapists work on one plan")
    press(page, "Go on")


def twins(page, tryout):
    """Two records that look alike, and the page that lays them side by side."""
    page.goto(tryout.practice("dana") + "/children/new")
    new_child("Kofy", "Osei", "4", "27", "2015")(page)
    if page.locator("#anyway").count():
        page.locator("#anyway").check()
        press(page, "Add this child")


def compare(page, tryout):
    tryout.once("twins", lambda: twins(page, tryout))
    page.goto(tryout.child("Kofi") + "/merge")
    with page.expect_navigation():
        page.get_by_role("link", name="Kofy Osei").click()


def long_answer(page):
    page.locator("textarea").first.evaluate("box => { box.removeAttribute('maxlength'); box.value = 'word '.repeat(3000); }")
    press(page, "Save and go on")


def long_line(page):
    """A line about the first activity of today that is too long."""
    if not page.locator("[name=line]").count():
        press(page, "Done")
    page.locator("[name=line]").first.evaluate("line => { line.removeAttribute('maxlength'); line.value = 'word '.repeat(60); }")
    press(page, "Save the words")


def pausing_without_a_reason(page):
    page.locator(".home-move summary", has_text="Pause").first.click()
    press(page, "Pause")


def invited(tryout, email):
    """The link of an invitation to Kofi's family."""

    def invite():
        page = tryout.page("dana")
        page.goto(tryout.child("Kofi") + "/invitation")
        fill(page, email=email, relation="aunt")
        page.get_by_role("radio", name="Look").check()
        press(page, "Send the invitation")
        page.close()
        return tryout.letter_to(email)

    return tryout.once(f"invitation of {email}", invite)


def invitation(email, then=None):
    def open(page, tryout):
        page.goto(invited(tryout, email))
        if then:
            then(page)

    return open


def archived(page, tryout):
    def archive():
        page.goto(tryout.practice("dana") + "/children/new")
        new_child("Old", "Record", "1", "2", "2014")(page)
        path = page.url.split("?")[0]
        page.goto(path + "/archive")
        press(page, "Archive it")
        return path

    page.goto(tryout.once("archived", archive))


def forgotten(page, tryout):
    page.goto("/sign-in/forgotten")
    fill(page, email="tom@family.example")
    press(page, "Send the link")


def new_password(then=None):
    def open(page, tryout):
        tryout.once("forgotten", lambda: forgotten(page, tryout))
        page.goto(tryout.once("new password", lambda: tryout.letter_to("tom@family.example")))
        if then:
            then(page)

    return open


def turn_on(tryout):
    """Luis turns the second step on."""
    page = tryout.page("luis")
    page.goto("/account/second-factor")
    fill(page, code=totp(page.locator("[name=secret]").get_attribute("value")))
    press(page, "Turn it on")
    assert "recovery codes" in page.locator("h1").inner_text()
    page.close()


def recovery_codes(page, tryout):
    with_second_step("/account/recovery-codes")(page, tryout)
    page.locator("main [type=password]").fill(tryout.password)
    press(page, "Make new codes")


def with_second_step(path):
    def open(page, tryout):
        tryout.once("second step", lambda: turn_on(tryout))
        page.goto(path)

    return open


def code(then=None):
    def open(page, tryout):
        tryout.once("second step", lambda: turn_on(tryout))
        tryout.sign_in(page, tryout.people["luis"][0])
        if then:
            then(page)

    return open


def too_old(page, tryout):
    page.goto(tryout.child("Leonardo") + "/export")
    page.locator("main [name=form_key]").evaluate("key => key.value = 'x'")
    press(page, "Download the record")
