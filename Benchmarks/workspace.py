"""The workspace: durable writes, searching among a million children, the page of one child."""
import json
import os
import subprocess
import tempfile
import time
import urllib.request

from report import RELEASE, TANDEM, memory, row
from serving import running

STORE = RELEASE / "tandem-bench-store"
FEW, MANY = 1_000, int(os.environ.get("TANDEM_BENCH_CHILDREN", "1000000"))
CONNECTIONS, SECONDS, ROUNDS = 64, 2, 9
CLOCK = os.sysconf("SC_CLK_TCK")


def store(*arguments):
    done = subprocess.run([STORE, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    return done.stdout.split() if arguments[0] in ("fill", "plan", "referrals") else json.loads(done.stdout)


def places(folder):
    """Where to measure: a file, and PostgreSQL where Scripts/with-postgres has started one."""
    found = {"SQLite": f"{folder}/writes.sqlite"}
    server = os.environ.get("TANDEM_TEST_POSTGRES")
    if server:
        found["PostgreSQL"] = server
    else:
        print("      TANDEM_TEST_POSTGRES is not set: PostgreSQL is LEFT OUT. Run make bench.")
    return found


def writes(folder):
    for engine, place in places(folder).items():
        shared, alone = store("writes", place), store("writes", place, "--alone")
        row(f"{engine}: durable writes, {CONNECTIONS} writers, a commit each", alone["writes_per_second"], "1/s")
        row(f"{engine}: the same, sharing commits (p99 {shared['p99_ms']:.0f} ms)", shared["writes_per_second"], "1/s")
        ratio = shared["writes_per_second"] / alone["writes_per_second"]
        row(f"{engine}: ratio", ratio, "x", ">= 4", ratio >= 4)


def search(engine, place, practice):
    found = store("search", place, practice, MANY)
    for kind in ("name", "birth_date"):
        p99 = found[f"{kind}_p99_ms"]
        row(f"{engine}: find by {kind.replace('_', ' ')} among {MANY:,}, p99 (p50 {found[f'{kind}_p50_ms']:.2f})", p99, "ms", "< 5", p99 < 5)


def load(url, token, pid):
    """Requests a second and processor microseconds a request, with wrk on the same cores."""
    before = processor(pid)
    done = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", f"Cookie: tandem={token}", url],
        capture_output=True, text=True, check=True,
    )
    assert "Non-2xx" not in done.stdout, done.stdout
    rate = float(next(l for l in done.stdout.splitlines() if l.startswith("Requests/sec")).split()[1])
    count = int(next(l for l in done.stdout.splitlines() if "requests in" in l).split()[0])
    return rate, (processor(pid) - before) * 1e6 / count


def processor(pid):
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK


def child_page(place, token, count):
    """Loads the page of one child and a bare route that reads one row, in the same server."""
    begin = time.monotonic()
    with running(str(TANDEM), "--bare-row", settings={"TANDEM_DATABASE": place}) as (address, process):
        pid = process.pid
        started = time.monotonic() - begin
        idle = memory(pid, "VmRSS")
        child = f"{address}/children/01900000-0000-7000-8000-{count // 2:012d}"
        request = urllib.request.Request(child, headers={"Cookie": f"tandem={token}"})
        assert b"<h1" in urllib.request.urlopen(request).read()
        load(f"{address}/bare-row", token, pid)
        load(child, token, pid)
        # In turns, so that what disturbs the machine disturbs both; the middle round counts.
        rounds = [load(f"{address}/bare-row", token, pid) + load(child, token, pid) for _ in range(ROUNDS)]
    rounds.sort(key=lambda one: one[2] / one[0])
    bare, bare_cost, page, page_cost = rounds[ROUNDS // 2]
    return started, idle, bare, bare_cost, page, page_cost


def measure():
    with tempfile.TemporaryDirectory() as folder:
        writes(folder)
        costs = {}
        for count in (FEW, MANY):
            place = f"{folder}/{count}.sqlite"
            practice, token, seconds = store("fill", place, count)
            started, idle, bare, bare_cost, page, costs[count] = child_page(place, token, count)
            row(f"{count:,} children: start-up", started, "s", "< 0.5", started < 0.5)
            row(f"{count:,} children: idle memory", idle, "MB", "< 80", idle < 80)
            row(f"{count:,} children: bare route that reads one row", bare, "1/s")
            row(f"{count:,} children: one child's page", page, "1/s")
            row(f"{count:,} children: share of the bare route", page / bare * 100, "%", ">= 40", page >= 0.4 * bare)
            row(f"{count:,} children: processor time of the page (bare route {bare_cost:.0f})", costs[count], "us")
        ratio = costs[MANY] / costs[FEW]
        row(f"one child's page, {MANY:,} children beside {FEW:,}", ratio, "x", "< 1.5", ratio < 1.5)
        search("SQLite", place, practice)
        if server := os.environ.get("TANDEM_TEST_POSTGRES"):
            search("PostgreSQL", server, store("fill", server, MANY)[0])
