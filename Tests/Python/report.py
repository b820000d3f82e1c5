#!/usr/bin/env python3
"""Prints the figures of the guide on our own messages: .venv/bin/python Tests/Python/report.py"""
import pathlib

import scoring

TANDEM = pathlib.Path(__file__).resolve().parent.parent.parent / "build/tandem"
for name in ("concerns", "red_flags", "narratives", "milestones", "goals"):
    figures = "  ".join(f"{key} {value:.3f}" for key, value in scoring.score(name, str(TANDEM)).items())
    print(f"{name:<12} n {len(scoring.cases(name)):>4}  {figures}")
