"""The plan: the pages of a child whose plan has grown for years, and the home of a large practice, beside a bare route of the
same server that reads one row."""
import subprocess
import tempfile
import urllib.request

from report import TANDEM, row
from serving import running
from workspace import SECONDS, processor, store

CHILDREN = 5_000
# Goals, visits and ticks: what the issue names, and a tenth of what grows.
LONG, SHORT = (12, 200, 2_000), (12, 20, 200)
PAGES = {
    "plan page": ("/children/{child}/plan", 15),
    "home program": ("/children/{child}/home-program", 15),
    "visits": ("/children/{child}/visits", 15),
    "timeline": ("/children/{child}/timeline", 15),
}
# Two at a time, as two cores allow: more would measure how long requests wait in line.
AT_ONCE = 2


def latency(url, token, pid):
    """p50 and p99 in ms, requests a second, processor microseconds a request."""
    before = processor(pid)
    done = subprocess.run(
        ["wrk", "-t1", f"-c{AT_ONCE}", f"-d{SECONDS}s", "--latency", "-H", f"Cookie: tandem={token}", url],
        capture_output=True, text=True, check=True,
    ).stdout
    assert "Non-2xx" not in done, done
    words = done.split()
    count = int(next(line for line in done.splitlines() if "requests in" in line).split()[0])
    return milliseconds(words[words.index("50%") + 1]), milliseconds(words[words.index("99%") + 1]), \
        count / SECONDS, (processor(pid) - before) * 1e6 / count


def milliseconds(text):
    for unit, factor in (("us", 1e-3), ("ms", 1), ("s", 1e3)):
        if text.endswith(unit):
            return float(text.removesuffix(unit)) * factor
    raise ValueError(text)


def measure():
    with tempfile.TemporaryDirectory() as folder:
        place = f"{folder}/plan.sqlite"
        practice, token, _ = store("fill", place, CHILDREN)
        children = {}
        for number, (goals, visits, ticks) in enumerate((LONG, SHORT), start=1):
            arguments = ["--goals", goals, "--visits", visits, "--ticks", ticks]
            children[(goals, visits, ticks)] = store("plan", place, number, *arguments)[0]
        with running(str(TANDEM), "--bare-row", settings={"TANDEM_DATABASE": place}) as (address, process):
            bare = latency(f"{address}/bare-row", token, process.pid)
            row("bare route that reads one row: p99", bare[1], "ms")
            row("bare route: processor time", bare[3], "us")
            for name, (path, most) in PAGES.items():
                page(name, path, most, address, token, process.pid, children)
            home(f"{address}/practices/{practice}", token, process.pid)


def page(name, path, most, address, token, pid, children):
    found = {size: latency(address + path.format(child=child), token, pid) for size, child in children.items()}
    p50, p99, rate, cost = found[LONG]
    goals, visits, ticks = LONG
    row(f"{name}, {goals} goals, {visits} visits, {ticks:,} ticks: p99 (p50 {p50:.1f})", p99, "ms", f"< {most}", p99 < most)
    row(f"{name}: processor time ({rate:,.0f} pages a second)", cost, "us")
    ratio = cost / found[SHORT][3]
    row(f"{name}, beside a tenth of the visits and ticks", ratio, "x", "< 1.3", ratio < 1.3)


def home(url, token, pid):
    request = urllib.request.Request(url, headers={"Cookie": f"tandem={token}"})
    assert b"Due soon" in urllib.request.urlopen(request).read()
    p50, p99, rate, cost = latency(url, token, pid)
    row(f"home of a practice of {CHILDREN:,} children: p99 (p50 {p50:.1f})", p99, "ms", "< 30", p99 < 30)
    row(f"home of a practice: processor time ({rate:,.0f} pages a second)", cost, "us")
