"""What stands in the database, read past the program: every version of every record, and the trail."""
import collections
import contextlib
import json
import os
import sqlite3
import subprocess
import uuid

import pytest
from serving import without_settings

RECORDS = ("practice", "account", "membership", "child", "household", "residence", "family_tie", "care_relationship", "consent", "intake")
Version = collections.namedtuple("Version", "kind id version body")


class Stored:
    """A database of its own on either engine."""

    def __init__(self, engine, folder):
        if engine == "sqlite":
            self.address, self.schema = str(folder / "tandem.sqlite"), None
            return
        server = os.environ.get("TANDEM_TEST_POSTGRES")
        if not server:
            pytest.skip("TANDEM_TEST_POSTGRES is not set: see Scripts/with-postgres")
        self.server, self.schema = server.replace("postgres://", "postgresql://"), f"test_{uuid.uuid4().hex}"
        self.address = f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{self.schema}"
        self.change(f"CREATE SCHEMA {self.schema}")

    @property
    def settings(self):
        return {"TANDEM_DATABASE": self.address}

    def rows(self, sql):
        """Each row as a dictionary."""
        if self.schema:
            return json.loads(self._psql(f"SELECT coalesce(json_agg(found), '[]') FROM ({sql}) found"))
        with contextlib.closing(sqlite3.connect(self.address, timeout=30)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql)]

    def change(self, sql):
        if self.schema:
            return self._psql(sql)
        with contextlib.closing(sqlite3.connect(self.address, timeout=30)) as connection, connection:
            connection.execute(sql)

    def _psql(self, sql):
        words = ["psql", "-qAtX", self.server, "-v", "ON_ERROR_STOP=1"]
        done = subprocess.run(words, input=f"SET search_path TO {self.schema}; {sql};", capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def versions(self):
        """Every version of every record, those that stand and those in history."""
        parts = [f"SELECT '{kind}' AS kind, id, version, body FROM {kind}" for kind in RECORDS]
        found = self.rows(" UNION ALL ".join([*parts, "SELECT kind, id, version, body FROM history"]))
        return [Version(row["kind"], row["id"], row["version"], json.loads(row["body"])) for row in found]

    def lines(self):
        """The trail, in order."""
        found = self.rows("SELECT l.chain, l.body FROM audit_line l JOIN audit_chain c ON c.id = l.chain ORDER BY c.position, l.number")
        return [{**json.loads(row["body"]), "chain": row["chain"]} for row in found]

    def newest_chain(self):
        return self.rows("SELECT id FROM audit_chain ORDER BY position DESC LIMIT 1")[0]["id"]

    def let_time_pass(self, chains):
        """As if these chains had last been seen two minutes ago."""
        names = ", ".join(f"'{chain}'" for chain in chains)
        self.change(f"UPDATE audit_chain SET seen_at = seen_at - 120000000 WHERE id IN ({names})")

    def verify(self, tandem):
        """`tandem audit verify`, which has to find the trail sound; gives what it says."""
        done = subprocess.run([tandem, "audit", "verify"], capture_output=True, text=True, env={**without_settings(), **self.settings})
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def check(self):
        """Nothing is half-saved: each version is there once, none is left out, each has its line, lists say what records say."""
        versions, lines = self.versions(), self.lines()
        numbers = collections.defaultdict(list)
        for found in versions:
            numbers[found.kind, found.id].append(found.version)
        for record, found in numbers.items():
            assert sorted(found) == list(range(1, len(found) + 1)), (record, sorted(found))
        # Homes leave a second line, for the child who lives there.
        verbs = collections.Counter(
            (line["kind"], line["subject"], line["verb"], line["kind"] == "household" and "child" in line)
            for line in lines if line["verb"] in ("created", "changed") and line["kind"] in RECORDS
        )
        wanted = collections.Counter()
        for (kind, id), found in numbers.items():
            wanted[kind, id, "created", False] = 1
            wanted[kind, id, "changed", False] = len(found) - 1
            if kind == "household":
                wanted[kind, id, "changed", True] = len(found)
        assert verbs == +wanted
        self._check_lists()
        return versions

    def _check_lists(self):
        listed = {row["child"]: row["words"] for row in self.rows("SELECT child, words FROM child_listing")}
        for row in self.rows("SELECT id, body FROM child"):
            assert json.loads(row["body"])["familyName"].lower() in listed[row["id"]].split(), "the list names the child otherwise"
        care = self.rows("SELECT child, body FROM care_relationship WHERE ended_at IS NULL")
        teams = {(row["child"], therapist) for row in care for therapist in json.loads(row["body"])["therapists"]}
        assert teams == {(row["child"], row["account"]) for row in self.rows("SELECT child, account FROM child_team")}
        lives = collections.Counter(row["household"] for row in self.rows("SELECT household FROM residence"))
        assert lives == collections.Counter(row["id"] for row in self.rows("SELECT id FROM household")), "a home without its child"
        intakes = {row["child"]: json.loads(row["body"]) for row in self.rows("SELECT child, body FROM intake")}
        for row in self.rows("SELECT id, body FROM child"):
            if row["id"] in intakes:
                assert json.loads(row["body"])["whatMatters"] == intakes[row["id"]]["answers"]["what_matters"]
