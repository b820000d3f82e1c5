"""Every kind of page of the workspace, by name: who opens it, and how they come to it."""
from dataclasses import dataclass
from typing import Callable

from connect_kinds import connect_pages
from workspace_ways import (
    archived, child, choosing, code, compare, consent_to_check, dressing, finding, forgotten, go, goal, invitation,
    long_answer, long_line, new_child, new_password, overtaken, overtaken_note, pausing_without_a_reason, practice, press,
    pressing, proposed, proposed_part, recovery_codes, refused, signed_note, sport, too_old, with_second_step,
)

OUTSIDE = None


@dataclass(frozen=True)
class Kind:
    """`who` is one of the people of the demonstration; `OUTSIDE` is somebody who is not signed in."""

    who: str | None
    open: Callable


def at_practice(who, rest="", then=None):
    return Kind(who, practice(who, rest, then))


OUTSIDE_PAGES = {
    "sign-in": Kind(OUTSIDE, go("/sign-in")),
    "sign-in with an error": Kind(OUTSIDE, lambda page, tryout: tryout.sign_in(page, "nobody@family.example", "wrong words here")),
    "code": Kind(OUTSIDE, code()),
    "code with an error": Kind(OUTSIDE, code(refused("Continue", code="123"))),
    "forgotten": Kind(OUTSIDE, go("/sign-in/forgotten")),
    "forgotten with an error": Kind(OUTSIDE, lambda page, tryout: (page.goto("/sign-in/forgotten"), press(page, "Send the link"))),
    "forgotten, sent": Kind(OUTSIDE, forgotten),
    "new password": Kind(OUTSIDE, new_password()),
    "new password with an error": Kind(OUTSIDE, new_password(pressing("Save the password"))),
    "dead link": Kind(OUTSIDE, go("/passwords/" + "A" * 43)),
    "invitation": Kind(OUTSIDE, invitation("aunt@family.example")),
    "invitation with an error": Kind(OUTSIDE, invitation("aunt@family.example", pressing("Join"))),
    "invitation of somebody known": Kind(OUTSIDE, invitation("tom@family.example")),
    "invitation, signed in": Kind("tom", invitation("tom@family.example")),
    "letters": Kind(OUTSIDE, go("/mail")),
    "directory": Kind(OUTSIDE, go("/directory")),
    "directory, found": Kind(OUTSIDE, go("/directory?place=62701&therapy=OT")),
    "directory with an error": Kind(OUTSIDE, go("/directory?place=nowhere")),
    "openings": Kind(OUTSIDE, go("/directory/openings")),
    "openings, near": Kind(OUTSIDE, go("/directory/openings?place=62701")),
    "listing": Kind(OUTSIDE, lambda page, tryout: (page.goto("/directory?place=62701"), page.goto(page.locator(".results a").last.get_attribute("href")))),
    "not there": Kind("mei", child("Kofi")),
    "form too old": Kind("ana", too_old),
}
PRACTICE_PAGES = {
    "practice home": at_practice("dana"),
    "practice home, front desk": at_practice("sam"),
    "practice home, administrator": at_practice("ruth"),
    "children": at_practice("dana", "/children"),
    "children, shared": at_practice("mei", "/children?list=shared"),
    "search": at_practice("dana", "/children", finding("osei")),
    "search without results": at_practice("dana", "/children", finding("xyzzy")),
    "search with an error": at_practice("dana", "/children", finding("")),
    "add a child": at_practice("dana", "/children/new"),
    "add a child with errors": at_practice("dana", "/children/new", refused("Add this child", birth_date_day="40", email="nowhere")),
    "add a child, look-alikes": at_practice("dana", "/children/new", new_child("Maia", "Nunez Baker", "5", "9", "2022")),
    "people": at_practice("ruth", "/people"),
    "member": at_practice("ruth", "/people", lambda page: page.goto(page.locator("td a").first.get_attribute("href"))),
    "people invitation": at_practice("ruth", "/invitation"),
    "listings": at_practice("ruth", "/listings"),
    "listings with an error": at_practice("ruth", "/listings", refused("Claim this listing", npi="123")),
    "listing, own": at_practice("ruth", "/listings", lambda page: page.goto(page.locator("th a").first.get_attribute("href"))),
    "people invitation with errors": at_practice("ruth", "/invitation", pressing("Send the invitation")),
    "settings": at_practice("ruth", "/settings"),
    "settings with an error": at_practice("ruth", "/settings", refused("Save the settings", name="")),
}
CHILD_PAGES = {
    "overview, PT": Kind("dana", child("Maya")),
    "overview, both": Kind("mei", child("Esi")),
    "overview, by consent": Kind("mei", child("Maya")),
    "overview, front desk": Kind("sam", child("Kofi")),
    "overview, archived": Kind("dana", archived),
    "edit": Kind("dana", child("Esi", "/edit")),
    "edit with an error": Kind("dana", child("Esi", "/edit", refused("Save", given_name=""))),
    "edit, overtaken": Kind("dana", child("Esi", "/edit", overtaken(preferred_name="Es"))),
    "intake": Kind("mei", child("Maya", "/intake")),
    "intake section": Kind("dana", child("Maya", "/intake/matters")),
    "intake print": Kind("dana", child("Maya", "/intake/all")),
    "consents, practice": Kind("mei", child("Maya", "/consents")),
    "homes, practice": Kind("sam", child("Kofi", "/homes")),
    "home edit": Kind("sam", child("Kofi", "/homes", lambda page: page.goto(page.get_by_role("link", name="Change Home").get_attribute("href")))),
    "home new with an error": Kind("sam", child("Kofi", "/homes/new", refused("Save", email="nowhere"))),
    "family invitation": Kind("dana", child("Maya", "/invitation")),
    "family invitation with errors": Kind("dana", child("Maya", "/invitation", refused("Send the invitation", email=""))),
    "team": Kind("dana", child("Maya", "/team")),
    "merge": Kind("dana", child("Maya", "/merge")),
    "merge, found": Kind("dana", child("Kofi", "/merge", finding("osei"))),
    "merge, side by side": Kind("dana", compare),
    "merge with an error": Kind("dana", lambda page, tryout: (compare(page, tryout), press(page, "Make one record"))),
    "archive": Kind("dana", child("Maya", "/archive")),
    "leaving": Kind("dana", child("Esi", "/leaving")),
}
PAPER_PAGES = {
    "due": at_practice("dana", "/due"),
    "due, front desk": at_practice("sam", "/due"),
    "papers, PT": Kind("dana", child("Esi", "/papers")),
    "plan of care": Kind("dana", child("Esi", "/papers", lambda page: page.goto(page.locator(".papers a").first.get_attribute("href")))),
    "plan of care, draft": Kind("mei", child("Esi", "/papers", pressing("Write a plan of care"))),
    "plan of care with errors": Kind("mei", child("Esi", "/papers", lambda page: (press(page, "Write a plan of care"), refused("Save the draft", minutes="900")(page)))),
    "plan of care, unfinished": Kind("mei", child("Esi", "/papers", lambda page: (press(page, "Write a plan of care"), press(page, "Save and go on to signing")))),
    "orders and reports": Kind("dana", child("Esi", "/papers", lambda page: page.goto(page.get_by_role("link", name="Orders and reports").first.get_attribute("href")))),
    "summary, PT": Kind("dana", child("Esi", "/papers/summary")),
    "discharge summary": Kind("dana", child("Esi", "/papers/discharge/PT")),
    "timeline, PT": Kind("dana", child("Esi", "/timeline")),
}
FAMILY_PAGES = {
    "family home": Kind("ana", go("/family")),
    "overview, parent": Kind("ana", child("Maya")),
    "edit, parent": Kind("ana", child("Maya", "/edit")),
    "intake, parent": Kind("ana", child("Leonardo", "/intake")),
    "intake section, parent": Kind("ana", child("Leonardo", "/intake/medical")),
    "intake section with an error": Kind("ana", child("Leonardo", "/intake/medical", long_answer)),
    "intake section, overtaken": Kind("ana", child("Leonardo", "/intake/reaching", overtaken(languages="Spanish"))),
    "consents": Kind("ana", child("Maya", "/consents")),
    "consent new": Kind("ana", child("Leonardo", "/consents/new")),
    "consent with errors": Kind("ana", child("Leonardo", "/consents/new", pressing("Go on"))),
    "consent check": Kind("ana", child("Leonardo", "/consents/new", consent_to_check)),
    "looks": Kind("ana", child("Maya", "/looks")),
    "export": Kind("ana", child("Maya", "/export")),
    "homes": Kind("tom", child("Maya", "/homes")),
    "papers, parent": Kind("grace", child("Esi", "/papers")),
    "summary, parent": Kind("grace", child("Esi", "/papers/summary")),
    "timeline, parent": Kind("grace", child("Esi", "/timeline")),
    "family invitation, parent": Kind("ana", child("Leonardo", "/invitation")),
}
GOAL_PAGES = {
    "plan": Kind("mei", child("Esi", "/plan")),
    "plan, with news": Kind("mei", lambda page, tryout: (proposed(page, tryout), page.goto(tryout.child("Esi") + "/plan"))),
    "plan, empty": Kind("dana", child("Kofi", "/plan")),
    "goal": Kind("dana", goal("Esi")),
    "goal, to answer": Kind("mei", proposed),
    "goal with an error": Kind("dana", goal("Esi", "", lambda page: (page.locator("summary", has_text="Set it aside").click(), press(page, "Set it aside")))),
    "goal edit": Kind("dana", goal("Esi", "/edit")),
    "goal edit with errors": Kind("dana", goal("Esi", "/edit", refused("Save", title="", by_day="40"))),
    "goal edit, overtaken": Kind("dana", goal("Esi", "/edit", overtaken(help="a low bench"))),
    "goal steps": Kind("dana", goal("Esi", "/steps")),
    "goal steps with errors": Kind("dana", goal("Esi", "/steps", pressing("Add the step"))),
    "goal leads": Kind("dana", goal("Esi", "/leads")),
    "goal leads, to answer": Kind("mei", proposed_part("/leads")),
    "goal leads with errors": Kind("dana", goal("Esi", "/leads", pressing("Propose it"))),
    "goal start": Kind("mei", child("Esi", "/goals/new")),
    "goal start, found": Kind("mei", child("Esi", "/goals/new", finding("buttons"))),
    "goal new": Kind("mei", child("Esi", "/goals/new", choosing("Get dressed"))),
    "goal new with errors": Kind("mei", child("Esi", "/goals/new", lambda page: (press(page, "Get dressed"), press(page, "Propose this goal")))),
}
SCALE_PAGES = {
    "scale": Kind("mei", dressing("/scale")),
    "scale with errors": Kind("mei", dressing("/scale", refused("Save the scale", to_0="90"))),
    "scale, overtaken": Kind("mei", dressing("/scale", overtaken(unit="minutes, shoes too"))),
    "rating": Kind("dana", dressing("/ratings/new")),
    "progress": Kind("dana", child("Esi", "/progress")),
    "measures": Kind("dana", child("Esi", "/measures")),
    "measure, to choose": Kind("dana", child("Esi", "/measures/new")),
    "measure": Kind("dana", child("Esi", "/measures/new", choosing("Pediatric Balance Scale"))),
    "measure with errors": Kind("dana", child("Esi", "/measures/new", lambda page: (press(page, "Timed Up and Go"), refused("Save", value="long")(page)))),
    "return to sport, to begin": Kind("dana", child("Esi", "/measures/sport")),
    "return to sport": Kind("dana", sport),
    "return to sport with errors": Kind("dana", lambda page, tryout: (sport(page, tryout), press(page, "Save"))),
}
FAMILY_SCALE_PAGES = {
    "rating, parent": Kind("grace", dressing("/ratings/new")),
    "rating with errors, parent": Kind("grace", dressing("/ratings/new", pressing("Save"))),
    "progress, parent": Kind("grace", child("Esi", "/progress")),
}
FAMILY_GOAL_PAGES = {
    "plan, parent": Kind("grace", child("Esi", "/plan")),
    "plan with something to say yes to": Kind("grace", lambda page, tryout: (proposed(page, tryout), page.goto(tryout.child("Esi") + "/plan"))),
    "plan, empty, parent": Kind("grace", child("Kofi", "/plan")),
    "goal, parent": Kind("grace", goal("Esi")),
    "goal to say yes to": Kind("grace", proposed),
    "goal edit, parent": Kind("grace", goal("Esi", "/edit")),
    "goal start, parent": Kind("grace", child("Esi", "/goals/new")),
    "goal new, parent": Kind("grace", child("Esi", "/goals/new", choosing("Get dressed"))),
    "goal new with errors, parent": Kind("grace", child("Esi", "/goals/new", lambda page: (press(page, "Get dressed"), press(page, "Propose this goal")))),
}
HOME_PAGES = {
    "home program": Kind("dana", child("Esi", "/home-program")),
    "home program, both": Kind("mei", child("Esi", "/home-program")),
    "home program with an error": Kind("dana", child("Esi", "/home-program", pausing_without_a_reason)),
    "home item new": Kind("dana", child("Esi", "/home-program/new")),
    "home item with errors": Kind("dana", child("Esi", "/home-program/new", refused("Save", name="", minutes="0"))),
    "home item edit": Kind("dana", child("Esi", "/home-program", lambda page: page.goto(page.get_by_role("link", name="Change ", exact=False).first.get_attribute("href")))),
    "home settings, PT": Kind("dana", child("Esi", "/home-program/settings")),
}
FAMILY_HOME_PAGES = {
    "home program, parent": Kind("grace", child("Esi", "/home-program")),
    "today": Kind("grace", child("Esi", "/today")),
    "today, ticked": Kind("grace", child("Esi", "/today", pressing("Done"))),
    "today with an error": Kind("grace", child("Esi", "/today", long_line)),
    "handout": Kind("grace", child("Esi", "/home-program/handout")),
    "handout in Spanish": Kind("grace", child("Esi", "/home-program/handout/es")),
    "home settings": Kind("grace", child("Esi", "/home-program/settings")),
    "home settings with errors": Kind("grace", child("Esi", "/home-program/settings", refused("Save", minutes="0"))),
    "calendar": Kind("grace", child("Esi", "/calendar")),
    "calendar, made": Kind("grace", child("Esi", "/calendar", pressing("Make a"))),
}
VISIT_PAGES = {
    "visits": Kind("mei", child("Esi", "/visits")),
    "visits, empty": Kind("dana", child("Kofi", "/visits")),
    "note": Kind("mei", child("Esi", "/visits", pressing("Write a note"))),
    "note with errors": Kind("mei", child("Esi", "/visits", lambda page: (press(page, "Write a note"), press(page, "Sign and lock")))),
    "note, overtaken": Kind("mei", child("Esi", "/visits", overtaken_note)),
    "note, signed": Kind("dana", child("Esi", "/visits", signed_note)),
    "visits, parent": Kind("grace", child("Esi", "/visits")),
    "note, parent": Kind("grace", child("Esi", "/visits", signed_note)),
}
def first_link(selector):
    return lambda page: page.goto(page.locator(selector).first.get_attribute("href"))


def naming_nobody(page):
    page.locator("summary", has_text="Add somebody").click()
    press(page, "Add to the list")


TIME_PAGES = {
    "week": at_practice("dana", "/week"),
    "week, front desk": at_practice("sam", "/week"),
    "week, asked": at_practice("mei", "/week"),
    "week as a calendar": at_practice("dana", "/week/address"),
    "free times": at_practice("sam", "/free"),
    "hours": at_practice("sam", "/hours"),
    "hours of one": at_practice("sam", "/hours", first_link("section h2 a")),
    "hours with errors": at_practice("sam", "/hours", lambda page: (first_link("section h2 a")(page), refused("Save the hours", from_1_0="18:00", off="soon")(page))),
    "waiting list": at_practice("sam", "/waiting"),
    "waiting list with errors": at_practice("sam", "/waiting", naming_nobody),
    "waiting list, one": at_practice("sam", "/waiting", lambda page: page.goto(page.get_by_role("link", name="Change").first.get_attribute("href"))),
    "schedule": Kind("dana", child("Esi", "/schedule")),
    "schedule, asked": Kind("mei", child("Esi", "/schedule")),
    "plan a visit": Kind("dana", child("Esi", "/appointments/new")),
    "plan a visit with errors": Kind("dana", child("Esi", "/appointments/new", pressing("Plan it"))),
    "planned visit": Kind("dana", child("Kofi", "/schedule", first_link(".visit-head a"))),
    "later visits": Kind("dana", child("Kofi", "/schedule", lambda page: (first_link(".visit-head a")(page), page.goto(page.get_by_role("link", name="Change this and all").get_attribute("href"))))),
    "common times": Kind("dana", child("Esi", "/joint")),
    "common times, found": Kind("dana", child("Esi", "/joint", pressing("Look for times"))),
    "waiting, a child": Kind("dana", child("Kofi", "/waiting")),
}
FAMILY_TIME_PAGES = {"schedule, parent": Kind("grace", child("Esi", "/schedule"))}
ACCOUNT_PAGES = {
    "account": Kind("grace", go("/account")),
    "account name": Kind("grace", go("/account/name")),
    "account name with an error": Kind("grace", lambda page, tryout: (page.goto("/account/name"), refused("Save the name", name="")(page))),
    "account email": Kind("grace", go("/account/email")),
    "account password": Kind("grace", go("/account/password")),
    "account password with errors": Kind("grace", lambda page, tryout: (page.goto("/account/password"), press(page, "Save the password"))),
    "sessions": Kind("grace", go("/account/sessions")),
    "second step": Kind("grace", go("/account/second-factor")),
    "second step with an error": Kind("grace", lambda page, tryout: (page.goto("/account/second-factor"), press(page, "Turn it on"))),
    "recovery codes": Kind("luis", recovery_codes),
    "recovery codes new": Kind("luis", with_second_step("/account/recovery-codes")),
    "second step off": Kind("luis", with_second_step("/account/second-factor/off")),
}
# What families read, so what has to be plain.
CONNECT_PAGES, FAMILY_CONNECT_PAGES = connect_pages(Kind)
FOR_FAMILIES = FAMILY_CONNECT_PAGES | FAMILY_PAGES | FAMILY_SCALE_PAGES | FAMILY_GOAL_PAGES | FAMILY_HOME_PAGES | FAMILY_TIME_PAGES | ACCOUNT_PAGES | OUTSIDE_PAGES
WORKSPACE = {
    **OUTSIDE_PAGES, **PRACTICE_PAGES, **CHILD_PAGES, **PAPER_PAGES, **FAMILY_PAGES, **GOAL_PAGES, **SCALE_PAGES, **FAMILY_SCALE_PAGES, **FAMILY_GOAL_PAGES, **HOME_PAGES, **FAMILY_HOME_PAGES, **VISIT_PAGES, **TIME_PAGES, **FAMILY_TIME_PAGES, **CONNECT_PAGES, **FAMILY_CONNECT_PAGES, **ACCOUNT_PAGES,
}
SIGNED_IN = {name: kind for name, kind in WORKSPACE.items() if kind.who is not OUTSIDE}
