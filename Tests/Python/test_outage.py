"""PostgreSQL goes away and comes back: the guide goes on, the workspace says so, and nobody has to restart anything."""
import glob
import os
import pathlib
import pwd
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from saving import Load, Saves, tasks
from serving import running
from signing_in import Therapist
from stored import Stored

ADDRESS, DATA = os.environ.get("TANDEM_TEST_POSTGRES"), os.environ.get("TANDEM_TEST_POSTGRES_DATA")


@pytest.fixture(autouse=True)
def own_server():
    """These tests stop a server, which they do to one of their own only."""
    assert DATA, "there is no PostgreSQL of our own: run this under Scripts/with-postgres, as make test does"


def control(*words):
    """pg_ctl, as the user whom the data belongs to."""
    program = sorted(glob.glob("/usr/lib/postgresql/*/bin/pg_ctl"))[-1]
    owner = pwd.getpwuid(pathlib.Path(DATA).stat().st_uid).pw_name
    user = ["runuser", "-u", owner, "--"] if os.getuid() == 0 else []
    subprocess.run([*user, program, "-D", DATA, "-w", *words], cwd="/", check=True, stdout=subprocess.DEVNULL)


def restart_options():
    """What the server was started with, which its data folder remembers."""
    return (pathlib.Path(DATA) / "postmaster.opts").read_text().split(" ", 1)[1].strip()


def status(url, data=None):
    try:
        with urllib.request.urlopen(url, data=data, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def ready(server, wanted):
    deadline = time.monotonic() + 30
    while status(server + "/readyz")[0] != wanted:
        assert time.monotonic() < deadline, f"/readyz is not {wanted}"
        time.sleep(0.2)


def test_the_guide_goes_on_and_the_workspace_comes_back(tandem):
    schema = "outage_test"
    subprocess.run(["psql", "-q", ADDRESS.replace("postgres://", "postgresql://"), "-c", f"CREATE SCHEMA {schema}"], check=True)
    database = f"{ADDRESS}{'&' if '?' in ADDRESS else '?'}options=-csearch_path%3D{schema}"
    with running(tandem, settings={"TANDEM_DATABASE": database}) as (server, process):
        ready(server, 200)
        form = b"email=nobody%40example.org&password=some+password"
        assert status(server + "/sign-in", form)[0] in (200, 400, 401, 422)
        options = restart_options().replace('"', "")
        control("-m", "immediate", "stop")
        try:
            ready(server, 503)
            assert "database" in status(server + "/readyz")[1]
            assert status(server + "/healthz")[0] == 200
            assert status(server + "/")[0] == 200
            assert status(server + "/activities")[0] == 200
            code, page = status(server + "/sign-in", form)
            assert code == 503 and "Nothing that was saved is lost" in page
        finally:
            control("-t", "60", "-o", options, "-l", "/dev/null", "start")
        ready(server, 200)
        assert status(server + "/sign-in", form)[0] in (200, 400, 401, 422)
        process.terminate()
        assert process.wait(timeout=30) == 0


def test_nothing_acknowledged_is_lost_as_it_goes_and_comes_under_load(tandem, tmp_path):
    stored, saves = Stored("postgres", tmp_path), Saves()
    with running(tandem, settings=stored.settings) as (server, process):
        ruth = Therapist(tandem, stored.settings, server)
        options = restart_options().replace('"', "")
        with Load(ruth, saves, tasks(ruth), goes_on=True) as load:
            for _ in range(5):
                load.wait_for_more(30)
                control("-m", "immediate", "stop")
                try:
                    load.wait_for(lambda: load.refused_in_a_row > 5, "saving goes on without a database")
                finally:
                    control("-t", "60", "-o", options, "-l", "/dev/null", "start")
            load.wait_for_more(30)
        process.terminate()
        assert process.wait(timeout=30) == 0
    saves.check(stored.check())
    assert "gap" not in stored.verify(tandem)
    print(f"5 outages, {len(saves.acknowledged)} acknowledged saves are there; {load.conflicts} were to be sent again")
