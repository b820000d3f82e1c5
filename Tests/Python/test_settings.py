"""Settings: every problem named at once, no password repeated, and the page about them complete."""
import pathlib
import re
import subprocess

from serving import without_settings

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def check(tandem, *words, **settings):
    return subprocess.run([tandem, "settings", *words], capture_output=True, text=True, env={**without_settings(), **settings})


def test_all_problems_are_named_at_once_with_how_to_mend_them(tandem):
    wrong = {
        "TANDEM_PORT": "eighty",
        "TANDEM_DATABSE": "x",
        "TANDEM_MAIL": "smtp:nowhere",
        "TANDEM_TLS_KEY": "/nowhere/key.pem",
        "TANDEM_PUBLIC_ADDRESS": "tandem",
        "TANDEM_METRICS_TOKEN": "short",
        "TANDEM_TIMEZONE": "Mars/Olympus",
        "TANDEM_TRUST_PROXY": "perhaps",
        "TANDEM_LOG_LEVEL": "loud",
    }
    done = check(tandem, **wrong)
    assert done.returncode == 1 and not done.stdout
    for name in [*wrong, "TANDEM_TLS_CERTIFICATE", "TANDEM_MAIL_FROM"]:
        assert name in done.stderr, name
    assert "Did you mean TANDEM_DATABASE?" in done.stderr


def test_a_password_is_never_repeated(tandem):
    for settings in (
        {"TANDEM_DATABASE": "postgres://tandem:hidden@db/tandem"},
        {"TANDEM_MAIL": "smtp://tandem:hidden@mail/what/is/this", "TANDEM_MAIL_FROM": "tandem@example.org"},
        {"TANDEM_MAIL": "smtps://tandem:hidden@mail:465", "TANDEM_MAIL_FROM": "tandem@example.org"},
        {"TANDEM_PUBLIC_ADDRESS": "https://tandem:hidden@example.org"},
    ):
        done = check(tandem, **settings)
        assert "hidden" not in done.stdout + done.stderr, settings


def test_flags_outrank_the_environment_and_the_environment_the_file(tandem, tmp_path):
    file = tmp_path / "settings"
    file.write_text("# for the test\nTANDEM_DATABASE=file.sqlite\nTANDEM_PORT='4321'\n")
    assert "file.sqlite" in check(tandem, "--settings", str(file)).stdout
    assert "4321" in check(tandem, TANDEM_SETTINGS=str(file)).stdout
    assert "environment.sqlite" in check(tandem, TANDEM_SETTINGS=str(file), TANDEM_DATABASE="environment.sqlite").stdout
    flags = ["--settings", str(file), "--database", "flag.sqlite"]
    assert "flag.sqlite" in check(tandem, *flags, TANDEM_DATABASE="environment.sqlite").stdout


def test_trouble_in_the_file_is_told_with_its_line(tandem, tmp_path):
    file = tmp_path / "settings"
    file.write_text("TANDEM_PORT=1\nTANDEM_PORT=2\nsecret words\nTANDEM_MALE=none\n")
    done = check(tandem, "--settings", str(file))
    assert "line 2" in done.stderr and "line 3" in done.stderr and "Did you mean TANDEM_MAIL?" in done.stderr
    assert "secret words" not in done.stderr
    assert "cannot be read" in check(tandem, "--settings", "/nowhere").stderr


def test_the_page_lists_exactly_the_settings_there_are(tandem):
    page = (ROOT / "docs/settings.md").read_text()
    table = check(tandem, "--table").stdout.strip()
    assert table in page, "docs/settings.md is out of date: put in what `tandem settings --table` prints"
    assert set(re.findall(r"TANDEM_[A-Z_]+", page)) == set(re.findall(r"TANDEM_[A-Z_]+", table))
