"""The directory: the national provider file read, beside DuckDB on the same file with the same cores, and its memory."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import nppes
from report import RELEASE, ROOT, TANDEM, row

ROWS = int(os.environ.get("TANDEM_BENCH_ROWS", "9000000"))
PROVIDERS = int(os.environ.get("TANDEM_BENCH_PROVIDERS", "1000000"))
CODES = [line.split()[0] for line in (ROOT / "Rules/taxonomies.txt").read_text().splitlines() if line.strip() and not line.startswith("#")]
# What DuckDB is asked to do: read the table, keep the same rows and columns in a table of its own.
DUCKDB = """
import duckdb, sys
connection = duckdb.connect(sys.argv[2])
connection.execute("SET threads = 2")
connection.execute("SET enable_progress_bar = false")
codes = "(" + ",".join(f"'{code}'" for code in sys.argv[3].split(",")) + ")"
slots = " OR ".join(f'"Healthcare Provider Taxonomy Code_{n}" IN {codes}' for n in range(1, 16))
practice = "Provider Business Practice Location Address"
kept = ["NPI", "Entity Type Code", "Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)", "Provider First Name",
        "Provider Credential Text", "Provider First Line Business Practice Location Address", "Provider Second Line Business Practice Location Address",
        *[f"{practice} {part}" for part in ("City Name", "State Name", "Postal Code", "Telephone Number", "Fax Number")], "Last Update Date",
        *[f"Healthcare Provider Taxonomy Code_{n}" for n in range(1, 16)]]
columns = ", ".join(f'"{name}"' for name in kept)
connection.execute(f'''CREATE TABLE provider AS SELECT {columns} FROM
    read_csv('{sys.argv[1]}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')
    WHERE ("NPI Deactivation Date" IS NULL OR "NPI Deactivation Date" = '' OR "NPI Reactivation Date" <> '')
      AND coalesce("{practice} Country Code (If outside U.S.)", '') IN ('', 'US') AND ({slots})''')
print(connection.execute("SELECT count(*) FROM provider").fetchone()[0])
"""


def timed(command, **settings):
    """Seconds, peak memory in MB, and what it printed."""
    begin = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, env=os.environ | settings)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (command, out)
    return time.monotonic() - begin, usage.ru_maxrss / 1024, out


def database(name):
    """A fresh database on the server of Scripts/with-postgres; None without one."""
    server = os.environ.get("TANDEM_TEST_POSTGRES")
    if not server:
        print("      TANDEM_TEST_POSTGRES is not set: PostgreSQL is LEFT OUT. Run make bench.")
        return None
    for statement in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
        subprocess.run(["psql", "-q", server, "-c", statement], check=True, stderr=subprocess.DEVNULL)
    return server.replace("/postgres?", f"/{name}?")


def kept(out):
    return int(next(line for line in out.splitlines() if "kept:" in line).split()[1])


def reading(folder):
    file = pathlib.Path(folder) / "npidata_pfile_20050523-20260308.csv"
    subprocess.run([sys.executable, nppes.__file__, str(ROWS), str(file)], check=True)
    size = file.stat().st_size / 1e6
    duck, duck_memory, out = timed([sys.executable, "-c", DUCKDB, file, f"{folder}/duck.db", ",".join(CODES)])
    expected = int(out)
    row(f"{ROWS:,} rows, {size:,.0f} MB: DuckDB reads and filters ({duck_memory:.0f} MB of memory)", duck, "s")
    places = {"SQLite": f"{folder}/directory.sqlite"}
    if place := database("bench_import"):
        places["PostgreSQL"] = place
    for engine, place in places.items():
        seconds, memory, out = timed([TANDEM, "directory", "import", file], TANDEM_DATABASE=place)
        assert kept(out) == expected, (kept(out), expected)
        row(f"{engine}: import of {expected:,} providers ({ROWS / seconds:,.0f} rows a second)", seconds, "s", f"<= {duck:.1f} (DuckDB)", seconds <= duck)
        row(f"{engine}: peak memory of the import", memory, "MB", "< 300", memory < 300)
        again, memory, out = timed([TANDEM, "directory", "import", file], TANDEM_DATABASE=place)
        assert "(0 new, 0 changed" in out, out
        row(f"{engine}: the same file again", again, "s")


def nearest(engine, place):
    done = subprocess.run([RELEASE / "tandem-bench-store", "nearest", place, str(PROVIDERS)], stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(done.stdout)
    p50, p99 = found["ours_p50_ms"], found["ours_p99_ms"]
    row(f"{engine}: 10 nearest pediatric OTs in 25 miles of {PROVIDERS:,}: p99 (p50 {p50:.3f})", p99, "ms", "< 1", p99 < 1)
    row(f"{engine}: the index read after a start", found["load_seconds"], "s")
    for name, words in (("rtree", "R*Tree"), ("postgis", "PostGIS, k nearest"), ("postgis_partial", "PostGIS, an index for this question")):
        if f"{name}_p50_ms" in found:
            ratio = found[f"{name}_p50_ms"] / p50
            held = name != "postgis_partial"
            row(f"{engine}: {words}: p50 (p99 {found[f'{name}_p99_ms']:.2f})", found[f"{name}_p50_ms"], "ms")
            row(f"{engine}: times as quick as {words}", ratio, "x", ">= 5" if held else "-", not held or ratio >= 5)
            row(f"{engine}: questions with as many answers", 100 * found[f"{name}_same"], "%", ">= 98", found[f"{name}_same"] >= 0.98)


def measure():
    # Beside the build, not in /tmp: a file of 10 GB may not fit there.
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        reading(folder)
        nearest("SQLite", f"{folder}/nearest.sqlite")
        if place := database("bench_nearest"):
            nearest("PostgreSQL", place)
