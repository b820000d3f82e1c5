"""`tandem audit verify` finds what somebody with the database in hands has done to the trail."""
import sqlite3
import subprocess

import pytest
from serving import running, without_settings


def verify(tandem, database, *words):
    return subprocess.run([tandem, "audit", "verify", *words], capture_output=True, text=True, env={**without_settings(), "TANDEM_DATABASE": database})


@pytest.fixture(scope="module")
def sound(tandem, tmp_path_factory):
    """A database with three chains: two of servers, one of a command."""
    database = str(tmp_path_factory.mktemp("audit") / "tandem.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        made = subprocess.run(
            [tandem, "practice", "create", "--name", "Handful", "--disciplines", "OT", "--admin-name", "Luis", "--admin-email", "luis@example.org"],
            env={**without_settings(), "TANDEM_DATABASE": database},
        )
        assert made.returncode == 0
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        pass
    return database


@pytest.fixture
def copy(sound, tmp_path):
    with sqlite3.connect(sound) as source, sqlite3.connect(tmp_path / "copy.sqlite") as target:
        source.backup(target)
    return str(tmp_path / "copy.sqlite")


SECOND = "(SELECT id FROM audit_chain WHERE position = 2)"
TAMPERINGS = {
    "changed": f"UPDATE audit_line SET body = replace(body, 'created', 'looked') WHERE chain = {SECOND} AND number = 2",
    "removed": f"DELETE FROM audit_line WHERE chain = {SECOND} AND number = 2",
    "inserted": f"INSERT INTO audit_line SELECT chain, 99, at, child, practice, account, body, hash FROM audit_line WHERE chain = {SECOND} AND number = 2",
    "head": f"UPDATE audit_chain SET hash = 'x' WHERE id = {SECOND}",
    "lines of a chain": f"DELETE FROM audit_line WHERE chain = {SECOND}",
    "row of a chain": f"DELETE FROM audit_chain WHERE id = {SECOND}",
    "whole chain": f"DELETE FROM audit_line WHERE chain = {SECOND}; DELETE FROM audit_chain WHERE id = {SECOND}",
    "searched column": f"UPDATE audit_line SET account = 'x' WHERE chain = {SECOND} AND number = 2",
}


def test_an_untouched_trail_is_sound(tandem, sound):
    done = verify(tandem, sound)
    assert done.returncode == 0 and "sound" in done.stdout and "3 chains" in done.stdout


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_tampering_is_found(tandem, copy, tampering):
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript(TAMPERINGS[tampering])
    done = verify(tandem, copy)
    assert done.returncode == 1 and "DAMAGED" in done.stdout and "chain" in done.stdout, done.stdout


def test_a_noted_hash_shows_that_nothing_was_written_anew(tandem, sound):
    noted = verify(tandem, sound).stdout.split("Newest hash: ")[1].split()[0]
    assert verify(tandem, sound, "--noted", noted).returncode == 0
    assert verify(tandem, sound, "--noted", "0" * 64).returncode == 1
