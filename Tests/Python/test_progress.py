"""What takes over a second shows on a terminal how far it is; what goes to a file holds no control characters."""
import fcntl
import os
import pty
import re
import sqlite3
import struct
import subprocess
import termios
import threading

import pytest
from serving import running, without_settings

ROWS = 1_500_000
COLUMNS = 100
BAR = r"\r\[#*\.*\] \d+%  \d+ of \d+ {unit}, \d+ a second, \d+ (?:s|min) left\x1b\[K"
CLEARED = "\r\x1b[K"
SETTINGS = {"TANDEM_BACKUP_PASSPHRASE": "five little ducks"}


def command(tandem, words, database):
    return [tandem, *map(str, words)], {**without_settings(), **SETTINGS, "TANDEM_DATABASE": str(database)}


def at_terminal(tandem, *words, database, columns=COLUMNS):
    """What a command prints, and what it draws on a terminal."""
    arguments, environment = command(tandem, words, database)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    drawn = bytearray()

    def listen():
        try:
            while piece := os.read(ours, 65536):
                drawn.extend(piece)
        except OSError:
            pass  # The other end is closed.

    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs, env=environment, text=True)
    os.close(theirs)
    listener = threading.Thread(target=listen)
    listener.start()
    printed, _ = process.communicate(timeout=120)
    listener.join()
    os.close(ours)
    assert process.returncode == 0, drawn.decode()
    return printed, drawn.decode()


def into_file(tandem, *words, database):
    arguments, environment = command(tandem, words, database)
    done = subprocess.run(arguments, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def is_well_drawn(drawn, unit, columns=COLUMNS):
    bars = re.findall(BAR.format(unit=unit), drawn)
    assert len(bars) >= 2, drawn[:500]
    assert all(len(line.removesuffix("\x1b[K")) < columns for line in drawn.split("\r"))
    assert drawn.endswith(CLEARED)


@pytest.fixture(scope="module")
def large(tandem, tmp_path_factory):
    """A database that takes over a second, and its backup."""
    folder = tmp_path_factory.mktemp("progress")
    database = folder / "tandem.sqlite"
    with running(tandem, settings={"TANDEM_DATABASE": str(database)}):
        pass
    with sqlite3.connect(database) as connection:
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO throttle SELECT 'try ' || i, 1, 1 FROM n",
            [ROWS],
        )
    into_file(tandem, "backup", folder / "backup", database=database)
    return folder


def test_a_restore_shows_how_far_it_is_and_takes_it_away(tandem, large, tmp_path):
    printed, drawn = at_terminal(tandem, "restore", large / "backup", database=tmp_path / "copy.sqlite")
    is_well_drawn(drawn, "rows")
    assert printed.startswith("Restored") and "\x1b" not in printed and "\r" not in printed


def test_a_move_shows_how_far_it_is_and_takes_it_away(tandem, large, tmp_path):
    printed, drawn = at_terminal(tandem, "database", "move", "--to", tmp_path / "moved.sqlite", database=large / "tandem.sqlite")
    is_well_drawn(drawn, "rows (?:copied|compared)")
    assert "rows copied" in drawn
    assert "Both are equal" in printed and "\x1b" not in printed


def test_a_bar_fits_into_a_narrow_terminal(tandem, large, tmp_path):
    _, drawn = at_terminal(tandem, "restore", large / "backup", database=tmp_path / "copy.sqlite", columns=40)
    lines = [line.removesuffix("\x1b[K") for line in drawn.split("\r") if line.startswith("[")]
    assert lines and max(map(len, lines)) == 39


def test_without_a_terminal_there_are_no_control_characters(tandem, large, tmp_path):
    for words, database in [
        (("restore", large / "backup"), tmp_path / "copy.sqlite"),
        (("database", "move", "--to", tmp_path / "moved.sqlite"), large / "tandem.sqlite"),
    ]:
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", into_file(tandem, *words, database=database))
