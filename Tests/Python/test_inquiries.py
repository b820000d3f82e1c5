"""A family's letter to a practice of the shipped program, while its server is killed and its mail is away: nothing is lost, nothing
goes out twice."""
import contextlib
import json
import re
import sqlite3
import time

from serving import running
from signing_in import Person, Therapist
from test_mail import mail_server, outbox, wait_for
from test_referrals import CLOSED, make_due, settings_for

TOLD = {"stage": "answer", "text": "My 4 year old falls over putting her pants on.", "years": "4", "months": "0", "none": "1"}
# Nobody writes in less time than this, and the server knows.
READING = 3.2


class Writing:
    """Rosa, whom nobody knows yet, writes from the guide's answer."""

    def __init__(self, address):
        self.rosa = Person(address)
        page = self.rosa.post("/guide/inquiry", **TOLD).text
        self.fields = {
            **TOLD,
            "practice": re.search(r'name="practice" value="([^"]+)"', page)[1],
            "opened": re.search(r'name="opened" value="([^"]+)"', page)[1],
            "part": ["words", "age"],
            "name": "Rosa Diaz",
            "email": "rosa@example.org",
        }
        time.sleep(READING)

    def send(self):
        answer = self.rosa.post("/inquiries", **self.fields)
        assert answer.status == 200, answer.text
        return re.search(r'href="(/inquiries/[^"]+)"', answer.text)[1]


def inquiries(settings):
    with contextlib.closing(sqlite3.connect(settings["TANDEM_DATABASE"])) as connection:
        return [json.loads(body) for (body,) in connection.execute("SELECT body FROM inquiry")]


def test_killed_between_saving_and_sending_with_mail_away_for_an_hour(tandem, tmp_path):
    away = settings_for(tmp_path, CLOSED)
    with running(tandem, settings=away) as (address, process):
        ruth = Therapist(tandem, away, address)
        link = Writing(address).send()
        process.kill()
        process.wait()
    assert [one["writer"]["name"] for one in inquiries(away)] == ["Rosa Diaz"], "acknowledged is kept"
    with running(tandem, settings=away) as (address, _):
        make_due(away)
        wait_for(lambda: len([1 for state, tries, _ in outbox(away["TANDEM_DATABASE"]) if state == "waiting" and tries >= 1]) == 2)
        assert "falls over" in Person(address).get(link).text, "the private page is there while no letter goes out"
    with mail_server() as (port, letters):
        back = settings_for(tmp_path, f"smtp://127.0.0.1:{port}?tls=no")
        make_due(back)
        with running(tandem, settings=back) as (address, _):
            sent = [next(letters), next(letters)]
            assert {letter["recipient"] for letter in sent} == {"rosa@example.org", ruth.email}
            assert not any(word in letter["text"] for letter in sent for word in ("Rosa", "falls", "4 year"))
            wait_for(lambda: all(state == "sent" for state, _, _ in outbox(back["TANDEM_DATABASE"])))
            time.sleep(2)
        assert [state for state, _, _ in outbox(back["TANDEM_DATABASE"])] == ["sent", "sent"], "each once"
    assert len(inquiries(back)) == 1


def test_who_answers_a_letter_that_the_family_has_ended_meanwhile_is_told(tandem, tmp_path):
    settings = settings_for(tmp_path, CLOSED)
    with running(tandem, settings=settings) as (address, _):
        ruth = Therapist(tandem, settings, address)
        link = Writing(address).send()
        lists = ruth.practice + "/inquiries"
        letter = re.search(rf'href="({re.escape(lists)}/[0-9a-f-]{{36}})"', ruth.get(lists).text)[1]
        key = re.search(r'name="form_key" value="([^"]+)"', ruth.get(letter).text)[1]
        rosa = Person(address)
        assert rosa.post(link + "/end").status in (302, 303)
        late = ruth.post(letter + "/answer", form_key=key, text="Come on Tuesday.")
        assert late.status == 422 and "ended already" in late.text
        steps = [step["kind"] for step in inquiries(settings)[0]["steps"]]
        assert steps == ["written", "closed"], "what came second has changed nothing"
