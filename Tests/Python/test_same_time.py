"""People save the same form at the same time: one wins, the others see both versions, and what they typed stays."""
from racing import forms, race
from saving import Saves
from serving import running
from signing_in import Therapist
from stored import Stored

import pytest


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_one_wins_and_the_others_see_both(tandem, tmp_path, engine):
    stored, saves = Stored(engine, tmp_path), Saves()
    with running(tandem, settings=stored.settings) as (server, _):
        ruth = Therapist(tandem, stored.settings, server)
        for kind, path, fields in forms(ruth):
            before = sum(version.kind == kind for version in stored.versions())
            more = race([ruth] * 20, saves, kind, path, fields)
            after = sum(version.kind == kind for version in stored.versions())
            assert after == before + more, "exactly one version more for each save that won"
        saves.check(stored.check())
    stored.verify(tandem)
