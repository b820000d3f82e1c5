"""The national provider file taken in by the command: whole, broken, zipped, stopped, twice."""
import csv
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile

import pytest
from serving import ROOT, without_settings

sys.path.insert(0, str(ROOT / "Benchmarks"))
import nppes

FULL = "npidata_pfile_20050523-20260308.csv"
WEEKLY = "npidata_pfile_20260309-20260315.csv"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A full file of 4,000 providers."""
    folder = tmp_path_factory.mktemp("directory")
    write(folder / FULL, 4_000)
    return folder


def write(path, rows, *options):
    subprocess.run([sys.executable, nppes.__file__, str(rows), str(path), *map(str, options)], check=True)


def run(tandem, database, *words, code=0):
    environment = {**without_settings(), "TANDEM_DATABASE": str(database)}
    done = subprocess.run([tandem, "directory", *map(str, words)], capture_output=True, text=True, env=environment)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def kept(database):
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT npi, name, zip, kinds, updated FROM provider ORDER BY npi").fetchall()


def expected(path):
    """Who is kept, by Python's own reading of CSV."""
    lines = (ROOT / "Rules/taxonomies.txt").read_text().splitlines()
    codes = {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}
    with open(path, newline="") as file:
        return [
            int(row["NPI"]) for row in csv.DictReader(file)
            if not row["NPI Deactivation Date"] and codes & {row[f"Healthcare Provider Taxonomy Code_{n}"] for n in range(1, 16)}
        ]


def workbook(path, numbers):
    """A workbook with one number as a text and the others as values, and a date and a telephone number that are no NPI."""
    texts, values = numbers[:1], numbers[1:]
    strings = "".join(f"<si><t>{text}</t></si>" for text in ["NPPES Deactivated NPI Report", "2175550177", *texts])
    rows = "".join(f'<row><c r="A{n}"><v>{number}</v></c><c r="B{n}"><v>46091</v></c></row>' for n, number in enumerate(values, 3))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", f"<sst>{strings}</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


def test_the_kept_are_those_that_plain_reading_finds_and_twice_is_once(tandem, folder, tmp_path):
    database = tmp_path / "d.sqlite"
    assert "Nothing was written" in run(tandem, database, "import", folder / FULL, "--dry-run")
    assert kept(database) == []
    run(tandem, database, "import", folder / FULL)
    first = kept(database)
    assert [row[0] for row in first] == expected(folder / FULL)
    assert "(0 new, 0 changed" in run(tandem, database, "import", folder / FULL)
    assert kept(database) == first
    assert f"{len(first)} providers are kept." in run(tandem, database, "status")


def test_both_layouts_and_a_zip_archive_give_the_same(tandem, folder, tmp_path):
    write(tmp_path / FULL, 4_000, "--version", 1)
    with zipfile.ZipFile(tmp_path / "nppes.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FULL.replace(".csv", "_fileheader.csv"), "NPI\n")
        archive.write(folder / FULL, FULL)
    found = []
    for number, file in enumerate((folder / FULL, tmp_path / FULL, tmp_path / "nppes.zip")):
        run(tandem, tmp_path / f"{number}.sqlite", "import", file)
        found.append(kept(tmp_path / f"{number}.sqlite"))
    assert found[0] == found[1] == found[2] and found[0]


def test_a_damaged_archive_takes_nobody_out(tandem, folder, tmp_path):
    database = tmp_path / "d.sqlite"
    run(tandem, database, "import", folder / FULL)
    before = kept(database)
    with zipfile.ZipFile(tmp_path / "nppes.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / FULL, FULL)
    whole = (tmp_path / "nppes.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "copied to its end" in run(tandem, database, "import", tmp_path / "cut.zip", code=1)
    middle = len(whole) // 2
    (tmp_path / "spoiled.zip").write_bytes(whole[:middle] + bytes(64) + whole[middle + 64 :])
    assert "damaged" in run(tandem, database, "import", tmp_path / "spoiled.zip", code=1)
    assert kept(database) == before


def test_a_broken_row_costs_that_row_only_and_takes_nobody_out(tandem, folder, tmp_path):
    database, refused = tmp_path / "d.sqlite", tmp_path / "refused.csv"
    run(tandem, database, "import", folder / FULL)
    before = kept(database)
    write(tmp_path / FULL, 4_000, "--broken", 40)
    # Numbers that cannot be read any more cannot be known again; the others stay though their rows are broken.
    run(tandem, database, "import", tmp_path / FULL, "--refused", refused)
    rows = list(csv.DictReader(open(refused)))
    assert 30 <= len(rows) <= 40
    lines = (tmp_path / FULL).read_text().splitlines()
    for row in rows:
        assert lines[int(row["line"]) - 1].startswith(row["row"]), row
    unreadable = sum(not row["row"].lstrip('"')[:10].isdigit() for row in rows)
    assert len(before) - unreadable <= len(kept(database)) <= len(before)


def test_a_weekly_file_changes_whom_it_names_and_nobody_else(tandem, folder, tmp_path):
    database = tmp_path / "d.sqlite"
    run(tandem, database, "import", folder / FULL)
    before = kept(database)
    header, *rows = (folder / FULL).read_text().splitlines(keepends=True)
    numbers = [row[0] for row in before[:2]]
    one, two = (next(row for row in rows if row.startswith(f'"{number}"')) for number in numbers)
    fields = next(csv.reader([two]))
    fields[39] = "03/10/2026"
    changed = one.replace('"OTR/L"', '"PT, DPT"').replace(" LLC", " INC")
    (tmp_path / WEEKLY).write_text(header + changed + ",".join(f'"{field}"' for field in fields).replace("\n", "") + "\n")
    assert "gone: 1" in run(tandem, database, "import", tmp_path / WEEKLY)
    assert [row[0] for row in kept(database)] == [row[0] for row in before if row[0] != numbers[1]]
    # The same by the list of deactivated numbers.
    (tmp_path / "deactivated.csv").write_text(f"NPI,NPPES Deactivation Date\n{numbers[0]},03/10/2026\n")
    assert "gone: 1" in run(tandem, database, "import", tmp_path / "deactivated.csv")
    assert len(kept(database)) == len(before) - 2
    # And by the workbook of them, as it is published: in a zip archive.
    workbook(tmp_path / "report.xlsx", [row[0] for row in kept(database)][:2])
    with zipfile.ZipFile(tmp_path / "report.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "report.xlsx", "NPPES Deactivated NPI Report 20260310.xlsx")
    assert "gone: 2" in run(tandem, database, "import", tmp_path / "report.xlsx", "--dry-run")
    assert "gone: 2" in run(tandem, database, "import", tmp_path / "report.zip")
    assert len(kept(database)) == len(before) - 4
    workbook(tmp_path / "empty.xlsx", [])
    assert "no NPI stands in it" in run(tandem, database, "import", tmp_path / "empty.xlsx", code=1)
    # And the full file brings all back.
    run(tandem, database, "import", folder / FULL)
    assert kept(database) == before


def test_a_full_file_that_is_not_whole_takes_nobody_out(tandem, folder, tmp_path):
    database = tmp_path / "d.sqlite"
    run(tandem, database, "import", folder / FULL)
    before = kept(database)
    lines = (folder / FULL).read_text().splitlines(keepends=True)
    (tmp_path / FULL).write_text("".join(lines[: len(lines) // 2]))
    assert "may not be whole" in run(tandem, database, "import", tmp_path / FULL, code=1)
    assert kept(database) == before
    run(tandem, database, "import", tmp_path / FULL, "--allow-removals")
    assert kept(database) == [row for row in before if row[0] in set(expected(tmp_path / FULL))]


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_an_import_that_was_stopped_goes_on_and_ends_the_same(tandem, tmp_path, by):
    write(tmp_path / FULL, 150_000)
    whole, database = tmp_path / "whole.sqlite", tmp_path / "d.sqlite"
    assert "150000 rows" in run(tandem, whole, "import", tmp_path / FULL)
    assert [row[0] for row in kept(whole)] == expected(tmp_path / FULL)
    environment = {**without_settings(), "TANDEM_DATABASE": str(database)}
    process = subprocess.Popen([tandem, "directory", "import", tmp_path / FULL], env=environment, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        if database.exists() and count(database):
            process.send_signal(by)
            break
        time.sleep(0.001)
    process.wait()
    written = count(database)
    out = run(tandem, database, "import", tmp_path / FULL)
    assert f"{written} as before" in out
    assert kept(database) == kept(whole)


def count(database):
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return connection.execute("SELECT count(*) FROM provider").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_another_file_is_refused_with_words_that_help(tandem, tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    assert "does not name: NPI; Entity Type Code" in run(tandem, tmp_path / "d.sqlite", "import", tmp_path / "other.csv", code=1)
    assert "No such file" in run(tandem, tmp_path / "d.sqlite", "import", tmp_path / "none.csv", code=1)
    (tmp_path / "list.txt").write_text("225X00000X OT\n")
    words = run(tandem, tmp_path / "d.sqlite", "import", tmp_path / "other.csv", "--taxonomies", tmp_path / "list.txt", code=1)
    assert "line 1" in words
