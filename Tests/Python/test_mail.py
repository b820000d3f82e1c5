"""Mail from the shipped program through a mail server that is not ours: aiosmtpd."""
import contextlib
import json
import pathlib
import quopri
import re
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from serving import running, without_settings

SERVER = pathlib.Path(__file__).with_name("smtp_server.py")


@contextlib.contextmanager
def mail_server(*options):
    """Gives the port, and the letters as they come."""
    process = subprocess.Popen([sys.executable, SERVER, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield json.loads(process.stdout.readline())["port"], map(json.loads, process.stdout)
    finally:
        process.stdin.close()
        process.wait(timeout=10)


def create_practice(tandem, settings, email):
    words = ["practice", "create", "--name", "Bright Steps", "--disciplines", "PT", "--admin-name", "Ruth", "--admin-email", email]
    done = subprocess.run([tandem, *words], env={**without_settings(), **settings}, capture_output=True, text=True, check=True)
    return re.search(r"/invitations/\S+", done.stdout).group()


def post(address, path, **fields):
    body = urllib.parse.urlencode(fields).encode()
    with urllib.request.urlopen(urllib.request.Request(address + path, body)) as response:
        return response.geturl(), response.read().decode()


def outbox(database):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT state, attempts, body FROM outbox ORDER BY id").fetchall()


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def test_a_forgotten_password_comes_back_by_mail(tandem, tmp_path):
    with mail_server() as (port, letters):
        settings = {
            "TANDEM_DATABASE": str(tmp_path / "tandem.sqlite"), "TANDEM_MAIL": f"smtp://127.0.0.1:{port}?tls=no",
            "TANDEM_MAIL_FROM": "tandem@example.org",
        }
        invitation = create_practice(tandem, settings, "ruth@example.org")
        with running(tandem, settings=settings) as (address, _):
            post(address, invitation, name="Ruth Abramson", password="correct horse battery")
            for email in ("nobody@example.org", "RUTH@example.org"):
                assert "If there is an account" in post(address, "/sign-in/forgotten", email=email)[1]
            letter = next(letters)
            assert letter["recipient"] == "ruth@example.org" and letter["sender"] == "tandem@example.org"
            text = quopri.decodestring(letter["text"].encode()).decode()
            link = re.search(re.escape(address) + r"(/passwords/\S+)", text).group(1)
            page = post(address, link, password="three little words")
            assert page[1].count("This link no longer works") == 0
            try:
                post(address, link, password="three other words")
                raise AssertionError("the link worked twice")
            except urllib.error.HTTPError as refusal:
                assert refusal.code == 404
            assert next(letters)["text"].count("Your Tandem password was changed") == 1
            wait_for(lambda: [row[0] for row in outbox(settings["TANDEM_DATABASE"])] == ["sent", "sent"])
            assert all(body == "" for _, _, body in outbox(settings["TANDEM_DATABASE"])), "what was sent is blanked"


def test_two_programs_on_one_database_send_each_letter_once(tandem, tmp_path):
    with mail_server() as (port, letters):
        settings = {
            "TANDEM_DATABASE": str(tmp_path / "tandem.sqlite"), "TANDEM_MAIL": f"smtp://127.0.0.1:{port}?tls=no",
            "TANDEM_MAIL_FROM": "tandem@example.org",
        }
        emails = [f"ruth{number}@example.org" for number in range(12)]
        for email in emails:
            create_practice(tandem, settings, email)
        with running(tandem, settings=settings) as (one, _), running(tandem, settings=settings) as (two, _):
            for number, email in enumerate(emails):
                post((one, two)[number % 2], "/sign-in/forgotten", email=email)
            wait_for(lambda: [row[0] for row in outbox(settings["TANDEM_DATABASE"])] == ["sent"] * 12)
        assert [row[1] for row in outbox(settings["TANDEM_DATABASE"])] == [1] * 12
        assert sorted(next(letters)["recipient"] for _ in emails) == sorted(emails)


def test_a_letter_whose_sender_is_killed_is_not_sent_again(tandem, tmp_path):
    """The server takes the letter and never answers; the program is killed; the next one leaves the letter alone."""
    with mail_server() as (port, letters):
        settings = {
            "TANDEM_DATABASE": str(tmp_path / "tandem.sqlite"), "TANDEM_MAIL": f"smtp://127.0.0.1:{port}?tls=no",
            "TANDEM_MAIL_FROM": "tandem@example.org",
        }
        create_practice(tandem, settings, "slow@example.org")
        with running(tandem, settings=settings) as (address, process):
            post(address, "/sign-in/forgotten", email="slow@example.org")
            next(letters)
            process.kill()
            process.wait()
        assert [row[:2] for row in outbox(settings["TANDEM_DATABASE"])] == [("sending", 1)]
        with contextlib.closing(sqlite3.connect(settings["TANDEM_DATABASE"])) as connection:
            # Eleven minutes later.
            connection.execute("UPDATE outbox SET next_at = next_at - 660000000")
            connection.commit()
        with running(tandem, settings=settings):
            wait_for(lambda: outbox(settings["TANDEM_DATABASE"]) == [("uncertain", 1, "")])
            time.sleep(3)
        assert outbox(settings["TANDEM_DATABASE"]) == [("uncertain", 1, "")]


def test_no_token_and_no_address_is_in_the_log(tandem, tmp_path):
    log = tmp_path / "log"
    settings = {"TANDEM_DATABASE": str(tmp_path / "tandem.sqlite"), "TANDEM_LOG_LEVEL": "trace"}
    invitation = create_practice(tandem, settings, "ruth@example.org")
    with log.open("w") as output, running(tandem, output=output, settings=settings) as (address, _):
        urllib.request.urlopen(address + invitation).read()
        post(address, invitation, name="Ruth Abramson", password="correct horse battery")
        post(address, "/sign-in/forgotten", email="ruth@example.org")
    text = log.read_text()
    assert "route=/invitations/{token}" in text, "the log was written"
    for secret in (invitation.split("/")[-1], "ruth@example.org", "Ruth Abramson", "correct horse"):
        assert secret not in text
