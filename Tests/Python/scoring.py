"""Scores the guide on the labelled messages in Tests/Messages.

Every figure is a share of the cases of its file:
- concerns: `primary`, the first advice is one a fair expert accepts; `set`, nothing is recommended that no expert accepts and
  nothing is missed; `single`, of those that only one of PT and OT claims, the share that gets exactly that one.
- red_flags: `recall`, urgent cases that get any urgency; `enough`, at least the urgency asked for; `alarms`, calm cases that
  get an urgency.
- narratives: `f1` over PT and OT.
- milestones: `exact`; `missed`, cases to refer that are called typical or nothing.
- goals: `split`, the disciplines whose skills are asked for are all named.
"""
import json
import pathlib
import subprocess

MESSAGES = pathlib.Path(__file__).resolve().parent.parent / "Messages"
THERAPY = {"PT", "OT"}
LEVELS = ["none", "doctor_soon", "doctor_now", "emergency"]


def cases(name):
    return [json.loads(line) for line in (MESSAGES / f"{name}.jsonl").read_text().splitlines() if line.strip()]


def answers(tandem, asked, *options):
    """One answer a case, in order."""
    lines = "".join(json.dumps({k: c[k] for k in ("id", "text", "age_months") if c.get(k) is not None}) + "\n" for c in asked)
    done = subprocess.run([tandem, "guide", "--jsonl", *options], input=lines, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in found] == [c["id"] for c in asked]
    return found


def share(flags):
    flags = list(flags)
    return sum(flags) / len(flags) if flags else 1.0


def is_first_accepted(case, answer):
    accept, first = set(case["accept"]), answer["primary"]
    if first in accept or (first == "both" and THERAPY <= accept):
        return True
    return "other" in accept and first in ("other", "SLP", "none")


def is_set_accepted(case, answer):
    accept, given = set(case["accept"]), set(answer["disciplines"]) & THERAPY
    if not accept & THERAPY:
        return not given
    wanted = THERAPY if case["primary"] == "both" else {case["primary"]}
    return bool(answer["disciplines"]) and given <= accept and bool(set(answer["disciplines"]) & wanted)


def score(name, tandem):
    asked = cases(name)
    return globals()["score_" + name](list(zip(asked, answers(tandem, asked))))


def score_concerns(pairs):
    single = [(c, a) for c, a in pairs if len(set(c["accept"]) & THERAPY) == 1]
    return {
        "primary": share(is_first_accepted(c, a) for c, a in pairs),
        "set": share(is_set_accepted(c, a) for c, a in pairs),
        "single": share(set(a["disciplines"]) & THERAPY == set(c["accept"]) & THERAPY for c, a in single),
    }


def score_red_flags(pairs):
    urgent = [(LEVELS.index(c["urgency"]), LEVELS.index(a["urgency"])) for c, a in pairs if c["urgency"] != "none"]
    return {
        "recall": share(got > 0 for _, got in urgent),
        "enough": share(got >= want for want, got in urgent),
        "alarms": share(a["urgency"] != "none" for c, a in pairs if c["urgency"] == "none"),
    }


def score_narratives(pairs):
    right = wrong = missed = 0
    for case, answer in pairs:
        want, got = set(case["needs"]) & THERAPY, set(answer["disciplines"]) & THERAPY
        right, wrong, missed = right + len(want & got), wrong + len(got - want), missed + len(want - got)
    return {"f1": 2 * right / (2 * right + wrong + missed)}


def score_milestones(pairs):
    refer = [(c, a) for c, a in pairs if c["expected"] == "refer"]
    return {
        "exact": share(a.get("milestone") == c["expected"] for c, a in pairs),
        "missed": share(a.get("milestone") in ("typical", None) for c, a in refer),
    }


def score_goals(pairs):
    rows = []
    for case, answer in pairs:
        want = {d for d, field in (("PT", "pt"), ("OT", "ot")) if case[field]}
        named = {s["discipline"] for s in answer["skills"]}
        rows.append(want <= (THERAPY if "both" in named else named))
    return {"split": share(rows)}
