"""A referral between two practices of the shipped program, while its server is killed and its mail is away: nothing is lost, nothing
goes out twice."""
import contextlib
import re
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

from serving import running, without_settings
from signing_in import Therapist
from test_mail import mail_server, outbox, wait_for

# What the server that was not there yet answers.
CLOSED = "smtp://127.0.0.1:9?tls=no"


class Asking:
    """Ruth of Bright Steps asks Hands On, whose administrator is Olga."""

    def __init__(self, tandem, settings, address):
        self.ruth = Therapist(tandem, settings, address)
        words = ["practice", "create", "--name", "Hands On", "--disciplines", "OT", "--admin-name", "Olga", "--admin-email", "olga@example.org"]
        done = subprocess.run([tandem, *words], env={**without_settings(), **settings}, capture_output=True, text=True, check=True)
        assert "/invitations/" in done.stdout
        self.child = self.ruth.add_child("Kim")
        homes = self.child + "/homes/new"
        made = self.ruth.post(homes, **{**self.ruth.form(homes), "home_name": "Home", "phone": "555-0100"})
        assert made.status == 303, made
        self.referral = self.write()

    def write(self):
        new = self.child + "/referrals/new"
        page = self.ruth.get(new).text
        other = re.search(r'value="(practice:[0-9a-f-]{36})"', page)[1]
        answer = self.ruth.post(new, form_key=self.key(page), to=other, discipline="OT", request="Buttons and zips.", part=["contact"], order="no")
        assert answer.status == 303, answer
        page = self.ruth.get(answer.location).text
        told = {"what": "told", "way": "spoken", "guardian": "Ana Garcia", "scope": ["contact", "plan", "notes"]}
        agreed = self.ruth.post(answer.location + "/consent", form_key=self.key(page), version=1, **told)
        assert agreed.status == 303, agreed
        return answer.location

    def send(self):
        page = self.ruth.get(self.referral).text
        return self.ruth.post(self.referral + "/moves", form_key=self.key(page), version=2, event="send")

    @staticmethod
    def key(page):
        return re.search(r'name="form_key" value="([^"]+)"', page)[1]


def settings_for(folder, mail):
    return {"TANDEM_DATABASE": str(folder / "tandem.sqlite"), "TANDEM_MAIL": mail, "TANDEM_MAIL_FROM": "tandem@example.org"}


def referrals(settings):
    with contextlib.closing(sqlite3.connect(settings["TANDEM_DATABASE"])) as connection:
        return connection.execute("SELECT state, version, owner FROM referral").fetchall()


def make_due(settings):
    """As if an hour had passed."""
    with contextlib.closing(sqlite3.connect(settings["TANDEM_DATABASE"], timeout=30)) as connection, connection:
        connection.execute("UPDATE outbox SET next_at = next_at - 3600000000 WHERE state = 'waiting'")


def join_as_therapist(settings):
    """Olga treats children too, so that there is somebody to be told."""
    with contextlib.closing(sqlite3.connect(settings["TANDEM_DATABASE"], timeout=30)) as connection, connection:
        connection.execute(
            "UPDATE membership SET roles = 'OT,administrator', body = replace(body, '\"administrator\"', '\"OT\",\"administrator\"')"
            " WHERE practice = (SELECT id FROM practice WHERE name = 'Hands On')"
        )


def test_killed_between_saving_and_sending_with_mail_away_for_an_hour(tandem, tmp_path):
    away = settings_for(tmp_path, CLOSED)
    with running(tandem, settings=away) as (address, process):
        asking = Asking(tandem, away, address)
        join_as_therapist(away)
        assert asking.send().status == 303
        process.kill()
        process.wait()
    assert referrals(away) == [("received", 3, "recipient")]
    with running(tandem, settings=away) as (address, _):
        make_due(away)
        wait_for(lambda: any(state == "waiting" and attempts >= 1 for state, attempts, _ in outbox(away["TANDEM_DATABASE"])))
    with mail_server() as (port, letters):
        back = settings_for(tmp_path, f"smtp://127.0.0.1:{port}?tls=no")
        make_due(back)
        with running(tandem, settings=back) as (address, _):
            letter = next(letters)
            assert letter["recipient"] == "olga@example.org"
            assert "Kim" not in letter["text"] and "Buttons" not in letter["text"]
            wait_for(lambda: all(state == "sent" for state, _, _ in outbox(back["TANDEM_DATABASE"])))
            again = asking.ruth.at(address).post(asking.referral + "/moves", form_key="", version=2, event="send")
            assert again.status != 303
            time.sleep(2)
        assert [state for state, _, _ in outbox(back["TANDEM_DATABASE"])] == ["sent"], "once"
    assert referrals(back) == [("received", 3, "recipient")]


def test_no_token_of_a_private_link_is_in_the_log(tandem, tmp_path):
    log, token = tmp_path / "log", "b" * 43
    settings = {"TANDEM_DATABASE": str(tmp_path / "tandem.sqlite"), "TANDEM_LOG_LEVEL": "trace"}
    with log.open("w") as output, running(tandem, output=output, settings=settings) as (address, _):
        for body in (None, b"code=123456"):
            try:
                urllib.request.urlopen(urllib.request.Request(f"{address}/referral-links/{token}", body))
                raise AssertionError("an unknown link opened")
            except urllib.error.HTTPError as refusal:
                assert refusal.code == 404
                assert refusal.headers["Referrer-Policy"] == "no-referrer"
                assert "private" in refusal.headers["Cache-Control"] or "no-store" in refusal.headers["Cache-Control"]
    text = log.read_text()
    assert "route=/referral-links/{token}" in text and token not in text and "123456" not in text
