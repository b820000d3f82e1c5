"""Backups from outside: what comes back is what was there, and a bad file changes nothing."""
import os
import sqlite3
import subprocess

import pytest
from serving import running, without_settings

PASSPHRASE = "five little ducks"


def run(tandem, *words, **settings):
    settings = {"TANDEM_BACKUP_PASSPHRASE": PASSPHRASE, **settings}
    return subprocess.run([tandem, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**without_settings(), **settings})


def content(database):
    """Every row of every table."""
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


@pytest.fixture(scope="module")
def place(tandem, tmp_path_factory):
    """A folder with a database that a server has closed, and a backup that was made while it ran."""
    folder = tmp_path_factory.mktemp("backup")
    database = str(folder / "tandem.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        for name in ("Bright Steps", "Zoë's “Handful” 👐"):
            made = run(tandem, "practice", "create", "--name", name, "--disciplines", "PT,OT", "--admin-name", "Ruth", "--admin-email", f"{len(name)}@example.org", TANDEM_DATABASE=database)
            assert made.returncode == 0 and "/invitations/" in made.stdout, made.stderr
        done = run(tandem, "backup", str(folder / "running"), TANDEM_DATABASE=database)
        assert done.returncode == 0, done.stderr
    assert run(tandem, "backup", str(folder / "stopped"), TANDEM_DATABASE=database).returncode == 0
    return folder


def test_a_restored_backup_equals_the_original_table_by_table(tandem, place, tmp_path):
    copy = str(tmp_path / "copy.sqlite")
    done = run(tandem, "restore", str(place / "stopped"), TANDEM_DATABASE=copy)
    assert done.returncode == 0, done.stderr
    assert content(copy) == content(place / "tandem.sqlite")
    assert run(tandem, "audit", "verify", TANDEM_DATABASE=copy).returncode == 0


def test_a_backup_made_while_serving_is_sound(tandem, place, tmp_path):
    copy = str(tmp_path / "copy.sqlite")
    assert run(tandem, "restore", str(place / "running"), TANDEM_DATABASE=copy).returncode == 0
    assert run(tandem, "audit", "verify", TANDEM_DATABASE=copy).returncode == 0
    assert len(content(copy)["practice"]) == 2


def test_it_goes_to_postgres_and_back(tandem, place, tmp_path):
    server = os.environ.get("TANDEM_TEST_POSTGRES")
    if not server:
        pytest.skip("TANDEM_TEST_POSTGRES is not set: see Scripts/with-postgres")
    subprocess.run(["psql", "-q", server.replace("postgres://", "postgresql://"), "-c", "CREATE SCHEMA backup_test"], check=True)
    target = f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3Dbackup_test"
    there = run(tandem, "restore", str(place / "stopped"), TANDEM_DATABASE=target)
    assert there.returncode == 0, there.stderr
    assert run(tandem, "audit", "verify", TANDEM_DATABASE=target).returncode == 0
    assert run(tandem, "doctor", TANDEM_DATABASE=target).returncode == 0
    assert run(tandem, "backup", str(tmp_path / "again"), TANDEM_DATABASE=target).returncode == 0
    back = str(tmp_path / "back.sqlite")
    assert run(tandem, "restore", str(tmp_path / "again"), TANDEM_DATABASE=back).returncode == 0
    assert content(back) == content(place / "tandem.sqlite")


def test_the_file_is_for_its_owner_and_holds_nothing_in_the_clear(place):
    assert os.stat(place / "stopped").st_mode & 0o077 == 0
    assert b"Bright" not in (place / "stopped").read_bytes() and b"practice" not in (place / "stopped").read_bytes()


def test_a_backup_is_never_written_over_another_file(tandem, place):
    before = (place / "stopped").read_bytes()
    done = run(tandem, "backup", str(place / "stopped"), TANDEM_DATABASE=str(place / "tandem.sqlite"))
    assert done.returncode != 0 and "there already" in done.stderr
    assert (place / "stopped").read_bytes() == before


@pytest.mark.parametrize("passphrase", ["five little duck", ""])
def test_without_the_passphrase_nothing_opens(tandem, place, tmp_path, passphrase):
    copy = tmp_path / "copy.sqlite"
    done = run(tandem, "restore", str(place / "stopped"), TANDEM_DATABASE=str(copy), TANDEM_BACKUP_PASSPHRASE=passphrase)
    assert done.returncode != 0 and "passphrase" in done.stderr
    assert not copy.exists()


@pytest.mark.parametrize("spoil", ["cut", "middle", "end", "empty", "other"])
def test_a_spoiled_file_changes_nothing(tandem, place, tmp_path, spoil):
    good = (place / "stopped").read_bytes()
    flipped = lambda at: good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
    bad = {"cut": good[:-20], "middle": flipped(len(good) // 2), "end": flipped(len(good) - 1), "empty": b"", "other": b"SQLite format 3" * 9}
    file, database = tmp_path / "spoiled", str(tmp_path / "kept.sqlite")
    file.write_bytes(bad[spoil])
    assert run(tandem, "restore", str(place / "running"), TANDEM_DATABASE=database).returncode == 0
    with sqlite3.connect(database) as connection:  # no server is about
        connection.execute("UPDATE audit_chain SET seen_at = seen_at - 120000000")
    before = content(database)
    done = run(tandem, "restore", str(file), "--replace", TANDEM_DATABASE=database)
    assert done.returncode == 1 and "backup" in done.stderr, done.stderr
    assert content(database) == before
    assert run(tandem, "restore", "--check", str(file)).returncode == 1


def test_what_is_there_is_replaced_only_on_request(tandem, place, tmp_path):
    database = str(tmp_path / "t.sqlite")
    assert run(tandem, "restore", str(place / "stopped"), TANDEM_DATABASE=database).returncode == 0
    again = run(tandem, "restore", str(place / "stopped"), TANDEM_DATABASE=database)
    assert again.returncode == 1 and "--replace" in again.stderr
    assert run(tandem, "restore", "--replace", str(place / "stopped"), TANDEM_DATABASE=database).returncode == 0


def test_nothing_is_restored_under_a_server_that_runs(tandem, place, tmp_path):
    database = str(tmp_path / "t.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        done = run(tandem, "restore", "--replace", str(place / "stopped"), TANDEM_DATABASE=database)
        assert done.returncode == 1 and "server" in done.stderr
