"""Referrals: the board of a practice with 10,000 referrals, both sides of it, and the home that counts them."""
import tempfile
import urllib.request

from plan import latency
from report import TANDEM, row
from serving import running
from workspace import store

CHILDREN, REFERRALS = 5_000, 10_000


def measure():
    with tempfile.TemporaryDirectory() as folder:
        place = f"{folder}/referrals.sqlite"
        practice, token, _ = store("fill", place, CHILDREN)
        store("referrals", place, REFERRALS)
        with running(str(TANDEM), settings={"TANDEM_DATABASE": place}) as (address, process):
            for name, path, words in (
                ("board", "/referrals", b"Waiting for an answer"), ("board of what came", "/referrals?side=recipient", b"None"),
                ("home of the practice", "", b"Referrals overdue"),
            ):
                url = f"{address}/practices/{practice}{path}"
                request = urllib.request.Request(url, headers={"Cookie": f"tandem={token}"})
                assert words in urllib.request.urlopen(request).read()
                p50, p99, rate, cost = latency(url, token, process.pid)
                row(f"{name}, {REFERRALS:,} referrals: p99 (p50 {p50:.1f})", p99, "ms", "< 30", p99 < 30)
                row(f"{name}: processor time ({rate:,.0f} pages a second)", cost, "us")
