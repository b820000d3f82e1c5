#!/usr/bin/env python3
"""Measures what Tandem must reach and prints each figure beside its bar, with machine, commit and date.

Speed is compared within one run: the engine against a bare pass over the same texts, pages against a bare route of the same
server, shared commits against a commit each. Run it on a quiet machine:

    make bench                                       all of it
    .venv/bin/python Benchmarks/bench.py guide       a part: guide, workspace, plan, directory or referrals
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Tests"))

import directory
import guide
import plan
import referrals
import report
import workspace

parts = sys.argv[1:] or ["guide", "workspace", "plan", "directory", "referrals"]
report.head()
if "guide" in parts:
    guide.engine()
    guide.command()
    guide.pages()
if "workspace" in parts:
    workspace.measure()
if "plan" in parts:
    plan.measure()
if "directory" in parts:
    directory.measure()
if "referrals" in parts:
    referrals.measure()
print(f"\n{len(report.failures)} bars missed" + (": " + "; ".join(report.failures) if report.failures else ""))
raise SystemExit(bool(report.failures))
