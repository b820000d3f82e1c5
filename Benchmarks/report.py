"""What the benchmarks share: the programs, and rows that stand beside their bar."""
import datetime
import pathlib
import platform
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
TANDEM = ROOT / "build/tandem"
RELEASE = ROOT / ".build-release/release"
failures = []


def row(name, value, unit, bar="-", holds=True):
    """Prints one figure; without a bar it is there to compare with."""
    if not holds:
        failures.append(name)
    print(f"{'ok  ' if holds else 'MISS'}  {name:<60} {value:>12,.2f} {unit:<12} bar: {bar}", flush=True)


def head():
    """Machine, commit and date: a figure without them says nothing."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    load = open("/proc/loadavg").read().split()[0]
    print(f"{datetime.date.today()}  commit {commit}  {cpu}  load {load}\n", flush=True)


def memory(pid, field):
    """MB of a process: `VmRSS` now, `VmHWM` at its peak."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(field)).split()[1]) / 1024
