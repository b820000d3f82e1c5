#!/usr/bin/env python3
"""Measures what the guide must reach and prints each figure beside its bar, with machine, commit and date.

Speed is compared within one run: the engine against a bare pass over the same texts, the pages against a bare route of the
same server. Run it on a quiet machine: make bench
"""
import datetime
import http.client
import json
import pathlib
import platform
import resource
import socket
import statistics
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
TANDEM = ROOT / "build/tandem"
ENGINE = ROOT / ".build-release/release/tandem-bench"
failures = []


def row(name, value, unit, bar, holds):
    if not holds:
        failures.append(name)
    print(f"{'ok  ' if holds else 'MISS'}  {name:<50} {value:>12,.2f} {unit:<12} bar: {bar}")


def texts_of_forty_words():
    """Messages joined and cut to 40 words each."""
    words = []
    for path in sorted((ROOT / "Tests/Messages").glob("*.jsonl")):
        words += [w for line in path.read_text().splitlines() for w in json.loads(line)["text"].split()]
    return [" ".join(words[i : i + 40]) for i in range(0, len(words) - 40, 40)]


def engine():
    texts = texts_of_forty_words()
    done = subprocess.run([ENGINE], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    row("answers a second, one core, 40-word texts", found["answers_per_second"], "1/s", ">= 20,000", found["answers_per_second"] >= 20_000)
    row("the same by processor time, not by the clock", found["answers_per_processor_second"], "1/s", "-", True)
    row("engine latency, p50", found["p50_microseconds"], "us", "-", True)
    row("engine latency, p99", found["p99_microseconds"], "us", "< 1,000", found["p99_microseconds"] < 1_000)
    row("ratio to a bare pass (split and count words)", found["ratio_to_bare_pass"], "x", "-", True)
    row("catalog and language loaded", found["load_milliseconds"], "ms", "-", True)


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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([TANDEM, "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        connection = http.client.HTTPConnection("127.0.0.1", port)
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
        row("bare route, p50", bare, "ms", "-", True)
        for method, path, body in [("GET", "/", None), ("POST", "/guide", form), ("GET", "/activities", None), ("GET", "/activities/get-dressed", None), ("GET", "/articles/pt-and-ot", None)]:
            middle, high = times(method, path, body)
            row(f"{method} {path}, p50 (p99 {high:.1f} ms, {middle / bare:.0f} x bare)", middle, "ms", "< 5", middle < 5)
        status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
        memory = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
        row("peak memory of the server", memory, "MB", "< 80", memory < 80)
    finally:
        server.terminate()
        server.wait()


commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
print(f"{datetime.date.today()}  commit {commit}  {cpu}\n")
engine()
command()
pages()
print(f"\n{len(failures)} bars missed" + (": " + "; ".join(failures) if failures else ""))
raise SystemExit(bool(failures))
