"""100,000 mutated texts through the engine: one answer each, none of them a crash, the same answer twice."""
import json
import random
import subprocess

import scoring

ROUNDS = 100_000
ODD = ["\u0000", "\u202e", "\ufeff", "é", "ß", "👶🏽", "🦵", "走", "ع", "\t", "\n", "<b>", "</script>", "' OR 1=1 --", "&amp;", "%00", "\\", "\"", "{{x}}", "1e999", "-1", "''", "’’", "......", "n't"]


def mutate(text, other, dice):
    """One to four small damages: letters dropped, doubled or swapped, words moved, odd signs put in, texts cut or joined."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        kind = dice.randrange(7)
        if kind == 0:
            text = text[:at] + text[at + 1 :]
        elif kind == 1:
            text = text[:at] + dice.choice(ODD) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        elif kind == 3:
            words = text.split(" ")
            dice.shuffle(words)
            text = " ".join(words)
        elif kind == 4:
            text = text[:at] + other[dice.randrange(len(other) + 1) :]
        elif kind == 5:
            text = text[at:] + text[:at]
        else:
            text = text[:at].upper() + text[at:] * dice.randint(1, 3)
    return text[: dice.choice([2_000, 2_000, 2_000, 3_000])]


def test_no_text_can_break_the_engine(tandem):
    dice = random.Random(20261123)
    seeds = [c["text"] for name in ("concerns", "red_flags", "narratives", "milestones", "goals") for c in scoring.cases(name)]
    short = [s for s in seeds if len(s) < 300]
    lines = []
    for number in range(ROUNDS):
        case = {"id": str(number), "text": mutate(dice.choice(short if number % 50 else seeds), dice.choice(short), dice)}
        if number % 3 == 0:
            case["age_months"] = dice.choice([0, 0.5, 6, 18, 42, 84, 200, 251, 252, 253, -1, 1e6])
        lines.append(json.dumps(case))
    question = "\n".join(lines) + "\n"
    first = subprocess.run([tandem, "guide", "--jsonl"], input=question, capture_output=True, text=True)
    assert first.returncode == 0, first.stderr[-500:]
    found = first.stdout.splitlines()
    assert len(found) == ROUNDS
    for number, line in enumerate(found):
        answer = json.loads(line)
        assert answer["id"] == str(number)
        assert answer["primary"] in ("PT", "OT", "both", "SLP", "other", "none")
        assert answer["urgency"] in scoring.LEVELS
    part = "\n".join(lines[:5_000]) + "\n"
    again = subprocess.run([tandem, "guide", "--jsonl"], input=part, capture_output=True, text=True, check=True)
    assert again.stdout.splitlines() == found[:5_000]
