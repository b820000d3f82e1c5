"""The server is killed under write load, again and again: what was acknowledged is there, and nothing is there by halves."""
import random

import pytest
from saving import Load, Saves, tasks
from serving import running
from signing_in import Therapist
from stored import Stored


@pytest.mark.parametrize("engine, kills", [("sqlite", 50), ("postgres", 10)])
def test_nothing_acknowledged_is_lost(tandem, tmp_path, engine, kills):
    stored, saves, dice, killed = Stored(engine, tmp_path), Saves(), random.Random(), []
    with running(tandem, settings=stored.settings) as (server, _):
        ruth = Therapist(tandem, stored.settings, server)
        work = tasks(ruth)
    for _ in range(kills):
        with running(tandem, settings=stored.settings) as (server, process):
            saves.check(stored.check())
            stored.verify(tandem)
            killed.append(stored.newest_chain())
            with Load(ruth.at(server), saves, work) as load:
                load.wait_for_more(dice.randint(1, 40))
                load.ended.wait(dice.uniform(0, 0.01))
                process.kill()
                process.wait()
    stored.let_time_pass(killed)
    with running(tandem, settings=stored.settings) as (server, _):
        saves.check(stored.check())
        assert ruth.at(server).get("/start").location == ruth.practice, "the session has outlived it all"
    gaps = [line["subject"] for line in stored.lines() if line["verb"] == "gap"]
    assert sorted(gaps) == sorted(killed), "each end without a word is marked, once"
    assert stored.verify(tandem).count("(marked)") == kills
    assert len(saves.acknowledged) >= kills
    print(f"{engine}: {kills} kills, {len(saves.acknowledged)} acknowledged saves are there, {len(saves.sent) - len(saves.acknowledged)} had no answer")
