"""The calendar of a family, as a calendar program fetches it from the running demonstration."""
import datetime
import re

import icalendar
import pytest
from serving import serving
from signing_in import Person

PASSWORD = re.compile(r"with the password  (.+)")
HEALTH = re.compile(r"\b(PT|OT|therap\w+|pain|hurts?|balance|strength|diagnos\w+|disabilit\w+)\b", re.IGNORECASE)
NAMES = re.compile(r"\bEsi\b|\bAma\b|\bKofi\b|Osei|Grace", re.IGNORECASE)
LONG = "La cigüeña en la parada, con la canción del autobús y los zapatos de papá puestos; uno, dos, tres"
ZONE = datetime.timezone.utc
WEEK = datetime.timedelta(days=7)


class Calendars:
    """Grace at the page where the address of Esi's calendar is made."""

    def __init__(self, address, password):
        self.grace = Person(address)
        assert self.grace.sign_in("grace@family.example", password).status == 303
        family = self.grace.get("/family").text
        self.page = re.search(r'<a href="(/children/[0-9a-f-]{36})">Esi', family)[1] + "/calendar"
        self.stranger = Person(address)
        self.dana = dana = Person(address)
        dana.sign_in("dana@brightsteps.example", password)
        new = self.page.removesuffix("calendar") + "home-program/new"
        assert dana.post(new, **{**dana.form(new), "name": LONG, "minutes": "2", "days": "7"}).status == 303

    def make(self, **more):
        made = self.grace.post(self.page, **{**self.grace.form(self.page), "change": "make", **more})
        assert made.status == 200
        return re.search(r"/calendars/[A-Za-z0-9_-]{43}\.ics", made.text)[0]

    def revoke(self):
        assert self.grace.post(self.page, **{**self.grace.form(self.page), "change": "revoke"}).status == 303

    def fetch(self, path):
        """As a program does: with the address and nothing else."""
        answer = self.stranger.get(path)
        assert answer.status == 200
        return answer.text


@pytest.fixture(scope="module")
def calendars(tandem, tmp_path_factory):
    printed = tmp_path_factory.mktemp("calendar") / "printed"
    with printed.open("wb") as out, serving(tandem, "--demo", output=out) as address:
        yield Calendars(address, PASSWORD.search(printed.read_text())[1])


def read(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    events = calendar.walk("VEVENT")
    assert events and all(event.errors == [] for event in events)
    return events


def visits(events):
    return [event for event in events if str(event["UID"]).startswith("visit-")]


def practice(events):
    return [event for event in events if "RRULE" in event]


def test_lines_end_and_fold_as_the_standard_says(calendars):
    for more in ({}, {"names": "yes"}):
        text = calendars.fetch(calendars.make(**more))
        assert text.endswith("END:VCALENDAR\r\n")
        assert "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\r\n " in text, "a long name folds"


def test_every_event_has_an_id_that_stays_and_days_of_the_calendar(calendars):
    path = calendars.make()
    first, second = (read(calendars.fetch(path)) for _ in range(2))
    ids = [str(event["UID"]) for event in first]
    assert len(set(ids)) == len(ids) and ids == [str(event["UID"]) for event in second]
    for event in first:
        assert event["DTSTAMP"].dt.tzinfo is not None and event["CLASS"] == "PRIVATE"
        if event in visits(first):
            continue
        assert type(event["DTSTART"].dt) is datetime.date, "whole days need no time zone"
        assert event["TRANSP"] == "TRANSPARENT"


def test_visits_stand_at_their_moment_and_at_the_same_time_of_the_clock_all_along(calendars):
    planned = visits(read(calendars.fetch(calendars.make())))
    assert len(planned) > 10
    times = set()
    for event in planned:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert start.tzinfo is not None and end - start == datetime.timedelta(minutes=45)
        assert str(event["SUMMARY"]) == "Visit" and "RRULE" not in event and "DESCRIPTION" not in event
        times.add(start.astimezone(ZONE).time())
    assert len(times) <= 4, "two series and the visits with both keep their time over daylight saving changes"
    named = visits(read(calendars.fetch(calendars.make(names="yes"))))
    assert {str(event["SUMMARY"]) for event in named} == {"Visit with Dana Reyes", "Visit with Mei Tanaka"}


def test_a_therapist_s_week_says_visit_or_initials_and_nothing_else(calendars):
    dana = calendars.dana
    page = re.search(r"/practices/[0-9a-f-]{36}", dana.get("/start").location)[0] + "/week/address"
    for more, allowed in (({}, {"Visit"}), ({"names": "yes"}, {"E. O.", "K. O.", "M. N.", "A. O.", "L. N.", "I. N."})):
        made = dana.post(page, **{**dana.form(page), "change": "make", **more})
        path = re.search(r"/calendars/[A-Za-z0-9_-]{43}\.ics", made.text)[0]
        text = calendars.fetch(path)
        events = read(text)
        assert events and not HEALTH.search(re.sub(r"PRODID:.*", "", text)) and not NAMES.search(text)
        assert {re.sub(r"^[A-Z]\. [A-Z]\.$", "X", str(event["SUMMARY"])) for event in events} <= {"Visit", "X"}
        assert more or {str(event["SUMMARY"]) for event in events} == allowed


def test_practice_comes_back_every_week_on_its_own_weekday(calendars):
    weekly = practice(read(calendars.fetch(calendars.make())))
    days = [event["DTSTART"].dt for event in weekly]
    assert 1 <= len(days) <= 7 and len({day.weekday() for day in days}) == len(days)
    assert max(days) - min(days) < WEEK
    for event in weekly:
        assert event["RRULE"]["FREQ"] == ["WEEKLY"] and set(event["RRULE"]) == {"FREQ"}
        assert re.fullmatch(r"Practice: (1 activity|\d activities), \d+ minutes", str(event["SUMMARY"]))


def test_nobody_learns_of_health_or_of_a_child_from_a_calendar_without_names(calendars):
    text = calendars.fetch(calendars.make()).replace("\r\n ", "")
    said = "\n".join(line for line in text.split("\r\n") if not line.startswith(("UID:", "PRODID:")))
    assert not HEALTH.search(said), HEALTH.search(said)
    assert not NAMES.search(said), NAMES.search(said)
    assert "DESCRIPTION" not in said
    summaries = {re.sub(r"\d+", "1", str(event["SUMMARY"])) for event in read(text)}
    assert summaries <= {"Practice: 1 activity, 1 minutes", "Practice: 1 activities, 1 minutes", "Look at a goal together", "The day of a goal", "Visit"}


def test_a_family_that_wants_names_gets_those_of_activities_and_never_the_child_s(calendars):
    text = calendars.fetch(calendars.make(names="yes"))
    assert all(LONG in str(event["DESCRIPTION"]) for event in practice(read(text)))
    assert not NAMES.search(text.replace("\r\n ", ""))


def test_an_address_is_dead_once_it_is_taken_back_or_replaced(calendars):
    first = calendars.make()
    second = calendars.make()
    assert calendars.stranger.get(first).status == 404
    calendars.revoke()
    assert calendars.stranger.get(second).status == 404
