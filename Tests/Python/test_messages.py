"""The guide on our own messages: what parents, teachers and doctors write, labelled, with the bars that must hold."""
import pytest
import scoring

AT_LEAST = {
    ("concerns", "primary"): 0.98,
    ("concerns", "set"): 0.95,
    ("concerns", "single"): 0.95,
    ("red_flags", "recall"): 1.00,
    ("red_flags", "enough"): 0.95,
    ("narratives", "f1"): 0.92,
    ("milestones", "exact"): 0.90,
    ("goals", "split"): 0.95,
}
AT_MOST = {("red_flags", "alarms"): 0.03, ("milestones", "missed"): 0.0}


@pytest.fixture(scope="module")
def scores(tandem):
    return {name: scoring.score(name, tandem) for name in ("concerns", "red_flags", "narratives", "milestones", "goals")}


@pytest.mark.parametrize("name,figure", AT_LEAST, ids=map("-".join, AT_LEAST))
def test_is_at_least(scores, name, figure):
    assert scores[name][figure] >= AT_LEAST[name, figure], scores[name]


@pytest.mark.parametrize("name,figure", AT_MOST, ids=map("-".join, AT_MOST))
def test_is_at_most(scores, name, figure):
    assert scores[name][figure] <= AT_MOST[name, figure], scores[name]


def test_there_are_enough_messages():
    assert sum(len(scoring.cases(n)) for n in ("concerns", "red_flags", "narratives", "milestones", "goals")) >= 400


def test_confidence_is_calibrated(tandem):
    """Of the answers given at a probability, about that share is right: expected calibration error at most 0.08."""
    asked = scoring.cases("concerns")
    found = scoring.answers(tandem, asked, "--explain")
    bins = {}
    for case, answer in zip(asked, found):
        bins.setdefault(round(answer["confidence"] * 10), []).append((answer["confidence"], scoring.is_first_accepted(case, answer)))
    error = sum(abs(sum(p for p, _ in rows) - sum(r for _, r in rows)) for rows in bins.values()) / len(asked)
    assert error <= 0.08, {k: (len(v), sum(r for _, r in v) / len(v)) for k, v in bins.items()}
