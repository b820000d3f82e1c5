"""The guide: answers a second, start, memory, pages."""
import http.client
import json
import resource
import statistics
import subprocess
import time
import urllib.parse

from report import RELEASE, ROOT, TANDEM, row
from serving import serving


def texts_of_forty_words():
    """Messages joined and cut to 40 words each."""
    words = []
    for path in sorted((ROOT / "Tests/Messages").glob("*.jsonl")):
        words += [w for line in path.read_text().splitlines() for w in json.loads(line)["text"].split()]
    return [" ".join(words[i : i + 40]) for i in range(0, len(words) - 40, 40)]


def engine():
    texts = texts_of_forty_words()
    done = subprocess.run([RELEASE / "tandem-bench"], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    row("answers a second, one core, 40-word texts", found["answers_per_second"], "1/s", ">= 20,000", found["answers_per_second"] >= 20_000)
    row("the same by processor time, not by the clock", found["answers_per_processor_second"], "1/s")
    row("engine latency, p50", found["p50_microseconds"], "us")
    row("engine latency, p99", found["p99_microseconds"], "us", "< 1,000", found["p99_microseconds"] < 1_000)
    row("ratio to a bare pass (split and count words)", found["ratio_to_bare_pass"], "x")
    row("catalog and language loaded", found["load_milliseconds"], "ms")


def command():
    times = []
    for _ in range(9):
        start = time.monotonic()
        subprocess.run([TANDEM, "guide", "can't do zips"], capture_output=True, check=True)
        times.append(time.monotonic() - start)
    row("start to first answer, median of 9", statistics.median(times), "s", "< 0.3", statistics.median(times) < 0.3)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("peak memory of any command so far", peak, "MB", "< 80", peak < 80)


def pages():
    """Each page at the server, by the clock of one client, beside a bare route of the same server."""
    with serving(str(TANDEM)) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"))
        form = urllib.parse.urlencode({"text": "my 4 year old falls over putting her pants on and can't do zips", "stage": "check", "years": "4", "none": "1"})

        def times(method, path, body=None):
            found = []
            for _ in range(300):
                start = time.perf_counter()
                connection.request(method, path, body)
                connection.getresponse().read()
                found.append((time.perf_counter() - start) * 1000)
            return statistics.median(found), statistics.quantiles(found, n=100)[98]

        bare = times("GET", "/healthz")[0]
        row("bare route, p50", bare, "ms")
        for method, path, body in [("GET", "/", None), ("POST", "/guide", form), ("GET", "/activities", None), ("GET", "/activities/get-dressed", None), ("GET", "/articles/pt-and-ot", None)]:
            middle, high = times(method, path, body)
            row(f"{method} {path}, p50 (p99 {high:.1f} ms, {middle / bare:.0f} x bare)", middle, "ms", "< 5", middle < 5)
