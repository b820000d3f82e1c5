"""Two servers on one PostgreSQL behind one proxy: people notice nothing of it, even as one of the two is killed."""
import concurrent.futures
import contextlib
import threading

import pytest
from balancing import RoundRobin
from racing import forms, race
from saving import Load, Saves, tasks
from serving import running
from signing_in import Person, Therapist, form_in
from stored import Stored
from test_mail import create_practice, mail_server, wait_for


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    return Stored("postgres", tmp_path_factory.mktemp("two"))


@pytest.fixture(scope="module")
def letters():
    with mail_server() as (port, letters):
        yield port, letters


@pytest.fixture(scope="module")
def settings(stored, letters):
    return {**stored.settings, "TANDEM_MAIL": f"smtp://127.0.0.1:{letters[0]}?tls=no", "TANDEM_MAIL_FROM": "tandem@example.org"}


@pytest.fixture(scope="module")
def servers(tandem, settings):
    """Two servers with their processes."""
    with running(tandem, settings=settings) as one, running(tandem, settings=settings) as two:
        yield one, two


@pytest.fixture(scope="module")
def pair(servers):
    return servers[0][0], servers[1][0]


@pytest.fixture(scope="module")
def ruth(tandem, settings, pair):
    return Therapist(tandem, settings, pair[0])


def test_a_session_is_one_on_both(ruth, pair):
    one, two = pair
    person = Person(one)
    assert person.sign_in(ruth.email).status == 303
    for server in (two, one, two):
        assert person.at(server).get(ruth.practice).status == 200
    form = form_in(person.at(two).get("/account").text, "/sign-out")
    assert person.at(two).post("/sign-out", **form).location == "/sign-in"
    for server in (one, two):
        assert person.at(server).get(ruth.practice).location.startswith("/sign-in"), "signed out on one is signed out on both"


def test_ending_all_other_sessions_ends_those_on_the_other_server(tandem, settings, pair):
    one, two = pair
    here, there = Therapist(tandem, settings, one, "luis@example.org"), Person(two)
    assert there.sign_in(here.email).status == 303
    assert here.post("/account/sessions", **here.form("/account/sessions")).status == 303
    assert there.get("/account").location.startswith("/sign-in")
    assert here.get("/account").status == 200


def test_wrong_passwords_count_together(tandem, settings, pair):
    email = "guessed@example.org"
    other = Therapist(tandem, settings, pair[0], email)
    tries = [Person(pair[number % 2]).sign_in(email, f"guess number {number}").status for number in range(12)]
    assert tries == [422] * 10 + [429] * 2, "ten tries in all, not ten on each"
    for server in pair:
        assert Person(server).sign_in(email).status == 429, "the right password has to wait too, on both"
        assert other.at(server).get("/account").status == 200, "who is signed in already goes on"


def test_each_letter_goes_out_once(tandem, stored, settings, letters, pair):
    emails = [f"parent{number}@example.org" for number in range(12)]
    for email in emails:
        create_practice(tandem, settings, email)
    with RoundRobin(pair) as proxy:
        for email in emails:
            assert Person(proxy.address).post("/sign-in/forgotten", email=email).status == 200
    outbox = "SELECT state, attempts FROM outbox ORDER BY id"
    wait_for(lambda: [row["state"] for row in stored.rows(outbox)] == ["sent"] * 12, 60)
    assert {row["attempts"] for row in stored.rows(outbox)} == {1}
    assert sorted(next(letters[1])["recipient"] for _ in emails) == sorted(emails)


def test_the_same_form_saved_on_both_at_once(stored, ruth, pair):
    saves = Saves()
    people = [ruth.at(pair[number % 2]) for number in range(20)]
    for kind, path, fields in forms(ruth):
        before = sum(version.kind == kind for version in stored.versions())
        more = race(people, saves, kind, path, fields)
        assert sum(version.kind == kind for version in stored.versions()) == before + more
    saves.check(stored.check())


def test_parts_of_one_record_are_changed_on_both_at_once(stored, ruth, pair):
    """Name, team and home are different things: nobody stands in the way of anybody, and lists say what the record says."""
    saves, path = Saves(), ruth.add_child("Lou")
    one, two = (ruth.at(server) for server in pair)
    therapist = stored.rows(f"SELECT id FROM account WHERE email_key = '{ruth.email}'")[0]["id"]
    for round in range(15):
        start = threading.Barrier(4)
        team = {"therapist": [therapist] if round % 2 else []}

        def save(person, page, **typed):
            form = {**person.form(path + page), **typed}
            start.wait()
            return person.post(path + page, **form).status

        name = saves.mark("child")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            done = [
                pool.submit(save, one, "/edit", family_name=name), pool.submit(save, two, "/team", **team),
                pool.submit(save, one, "/team", **team), pool.submit(save, two, "/homes/new", home_name=saves.mark("household")),
            ]
        assert [each.result() for each in done] == [303] * 4
        saves.acknowledged.add(name)
    saves.check(stored.check())


def test_either_may_be_killed(tandem, tmp_path):
    stored, saves, killed = Stored("postgres", tmp_path), Saves(), []
    with contextlib.ExitStack() as stack:
        servers = []

        def start():
            server, process = stack.enter_context(running(tandem, settings=stored.settings))
            servers.append((server, process, stored.newest_chain()))

        start()
        start()
        ruth = Therapist(tandem, stored.settings, servers[0][0])
        work = tasks(ruth)
        with RoundRobin([server for server, _, _ in servers]) as proxy, Load(ruth.at(proxy.address), saves, work, goes_on=True) as load:
            for round in range(6):
                load.wait_for_more(30 + round)
                _, process, chain = servers.pop(0)
                process.kill()
                process.wait()
                killed.append(chain)
                load.wait_for_more(30)
                stored.let_time_pass([chain])
                start()
                proxy.servers = [server for server, _, _ in servers]
        for _, process, _ in servers:
            process.terminate()
            assert process.wait(timeout=30) == 0
    saves.check(stored.check())
    gaps = [line["subject"] for line in stored.lines() if line["verb"] == "gap"]
    assert sorted(gaps) == sorted(killed), "each end without a word is marked, once"
    assert stored.verify(tandem).count("(marked)") == len(killed)
    print(f"{len(killed)} kills, {len(saves.acknowledged)} acknowledged saves are there; {load.conflicts} were to be sent again")
