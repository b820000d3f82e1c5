"""The disk is full: saving says so, reading goes on, and once there is room again so does everything, without a restart."""
import contextlib
import os
import subprocess

import pytest
from saving import Load, Saves, tasks
from serving import running, without_settings
from signing_in import Person, Therapist
from stored import Stored

SIZE = 12 * 1024 * 1024


@pytest.fixture
def disk(tmp_path):
    """A folder on a small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tandem-test", folder], capture_output=True, text=True)
    if made.returncode:
        why = f"no small disk can be made here: {made.stderr.strip()}"
        assert not os.environ.get("CI"), why
        pytest.skip(why)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


class Ballast:
    """A file that takes what room there is."""

    def __init__(self, disk):
        self.path = disk / "ballast"

    def take(self, sparing=0):
        """All that is left, to the last byte, but for `sparing`."""
        room = os.statvfs(self.path.parent)
        left = room.f_bavail * room.f_frsize - sparing
        with self.path.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while left > 0:
                left -= file.write(b"x" * min(left, 65536))

    def drop(self):
        self.path.unlink()


def fill_up(load, ballast):
    """Until nothing can be saved any more. SQLite lives on for a while on what its files have already."""
    def is_full():
        ballast.take()
        load.ended.wait(0.05)
        return load.refused_in_a_row >= 60

    load.wait_for_more(20)
    load.wait_for(is_full, "the disk does not get full")


def looks(stored, child):
    return sum(line["verb"] == "looked" and line.get("child") == child.split("/")[-1] for line in stored.lines())


def test_reading_goes_on_and_saving_comes_back(tandem, disk):
    stored, saves, ballast = Stored("sqlite", disk), Saves(), Ballast(disk)
    with running(tandem, settings=stored.settings) as (server, process):
        ruth = Therapist(tandem, stored.settings, server)
        work, read = tasks(ruth), ruth.add_child("Quinn")
        seen = 0
        with Load(ruth, saves, work) as load:
            fill_up(load, ballast)
            load.wait_for(lambda: ruth.get("/readyz").status == 503, "/readyz does not tell")
            for path in ("/healthz", "/", "/activities", "/start", "/account", ruth.practice):
                assert ruth.get(path).status in (200, 303), path
            for _ in range(30):
                answer = ruth.get(read)
                assert answer.status == 200 and "Quinn" in answer.text
                seen += 1
            assert ruth.get(work[0][1]).status == 200, "the form of a record that others try to save"
            assert Person(server).sign_in(ruth.email).status == 503
            assert load.refused_in_a_row >= 60
            ballast.drop()
            before = dict(load.count)
            load.wait_for(lambda: all(load.count[path] > before.get(path, 0) for _, path, _ in work), "saving does not come back")
            load.wait_for(lambda: ruth.get("/readyz").status == 200, "/readyz does not come back")
        assert Person(server).sign_in(ruth.email).status == 303
        process.terminate()
        assert process.wait(timeout=30) == 0
    saves.check(stored.check())
    assert looks(stored, read) == seen, "what was read while nothing could be written is in the trail"
    assert "gap" not in stored.verify(tandem)
    print(f"{len(saves.acknowledged)} acknowledged saves are there, none of {len(saves.refused)} refused ones is, {seen} looks are in the trail")


def test_a_session_goes_on_whose_time_cannot_be_written_down(tandem, disk):
    stored, saves, ballast = Stored("sqlite", disk), Saves(), Ballast(disk)
    with running(tandem, settings=stored.settings) as (server, _):
        ruth = Therapist(tandem, stored.settings, server)
        work = tasks(ruth)
        other = Person(server)
        assert other.sign_in(ruth.email).status == 303
        stored.change("UPDATE session SET seen_at = seen_at - 600000000")
        assert ruth.get("/account").status == 200
        with Load(ruth, saves, work) as load:
            fill_up(load, ballast)
            assert other.get("/account").status == 200
            ballast.drop()
            load.wait_for_more(1)
    stored.verify(tandem)


def test_a_server_killed_on_a_full_disk_starts_again_once_there_is_room(tandem, disk):
    stored, saves, ballast = Stored("sqlite", disk), Saves(), Ballast(disk)
    with running(tandem, settings=stored.settings) as (server, process):
        ruth = Therapist(tandem, stored.settings, server)
        work = tasks(ruth)
        with Load(ruth, saves, work) as load:
            fill_up(load, ballast)
            process.kill()
            process.wait()
    words = [tandem, "practice", "create", "--name", "Handful", "--disciplines", "OT", "--admin-name", "Luis", "--admin-email", "luis@example.org"]
    refused = subprocess.run(words, capture_output=True, text=True, env={**without_settings(), **stored.settings})
    if refused.returncode:  # SQLite may find a last corner
        assert "full" in refused.stderr, refused.stderr
    ballast.drop()
    with running(tandem, settings=stored.settings) as (server, _):
        with Load(ruth.at(server), saves, work) as load:
            load.wait_for_more(10)
    saves.check(stored.check())
    stored.verify(tandem)
