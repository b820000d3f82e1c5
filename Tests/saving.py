"""Write load through the real pages: several people save at once, and every answer is written down."""
import collections
import itertools
import re
import threading
import time

from signing_in import Broken

MARK = re.compile(r"\bq[a-z]{6}q\b")


class Saves:
    """What was sent, each with a mark that comes once, and what came of it."""

    def __init__(self):
        self.sent, self.acknowledged, self.refused = {}, set(), set()
        self.numbers = itertools.count()

    def mark(self, kind):
        number, letters = next(self.numbers), ""
        for _ in range(6):
            number, rest = divmod(number, 26)
            letters += chr(97 + rest)
        self.sent[f"q{letters}q"] = kind
        return f"q{letters}q"

    def check(self, versions):
        """Every acknowledged save is there, once; nothing is there that nobody sent or that was refused."""
        found = collections.Counter()
        for version in versions:
            for mark in set(MARK.findall(str(version.body))):
                found[version.kind, mark] += 1
        for mark in self.acknowledged:
            assert found[self.sent[mark], mark] == 1, f"{self.sent[mark]} {mark} was acknowledged, and is there {found[self.sent[mark], mark]} times"
        for (kind, mark), count in found.items():
            assert mark in self.sent and count == 1, (kind, mark, count)
            assert mark not in self.refused, f"{kind} {mark} was refused, and is there"


class Load:
    """A thread for each task saves without a rest, from `with` to its end.

    A task is a kind of record, the address of a form, and the names of the fields that take the mark. With `goes_on` servers or
    their database may go away and come back, or somebody else may save between; else a thread ends with its connection.
    """

    def __init__(self, person, saves, tasks, goes_on=False):
        self.person, self.saves, self.goes_on = person, saves, goes_on
        self.ended, self.failures = threading.Event(), []
        self.count, self.conflicts, self.refused_in_a_row = collections.Counter(), 0, 0
        self.threads = [threading.Thread(target=self._run, args=task, daemon=True) for task in tasks]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()
        assert not self.failures, self.failures

    def wait_for(self, condition, what, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            assert not self.failures, self.failures
            assert time.monotonic() < end, what
            time.sleep(0.005)

    def wait_for_more(self, number):
        """Until so many more saves are acknowledged."""
        wanted = self.count.total() + number
        self.wait_for(lambda: self.count.total() >= wanted, "nothing is acknowledged any more")

    def _run(self, kind, path, fields):
        form = None
        while not self.ended.is_set():
            try:
                form = form or self.person.form(path)
                form = self._save(kind, path, fields, form)
            except Broken:
                if not self.goes_on:
                    return
                form = None
                time.sleep(0.02)
            except Exception as error:  # told by the thread of the test
                self.failures.append(repr(error))
                return

    def _save(self, kind, path, fields, form):
        mark = self.saves.mark(kind)
        answer = self.person.post(path, **{**form, **dict.fromkeys(fields, mark)})
        if answer.status == 303 and not answer.location.startswith("/sign-in"):
            self.saves.acknowledged.add(mark)
            self.count[path] += 1
            self.refused_in_a_row = 0
            return {**form, "version": int(form["version"]) + 1} if "version" in form else form
        if answer.status == 503:
            assert "We cannot save or read right now" in answer.text and "Nothing that was saved is lost" in answer.text
            # Where the database goes away in the middle of a commit, nobody can know.
            if not self.goes_on:
                self.saves.refused.add(mark)
            self.refused_in_a_row += 1
            time.sleep(0.02)
            return form
        # What the server before was asked for as it was killed may have happened after the form was read.
        assert self.goes_on and answer.status in (409, 422), f"POST {path}: {answer.status}"
        self.saves.refused.add(mark)
        self.conflicts += 1
        return None


def tasks(therapist):
    """Six people's work on five records: name and words of a child, the intake form, new homes, one's own name."""
    one, two, told, moved = (therapist.add_child(name) for name in ("Kim", "Lou", "Noa", "Pia"))
    return [
        ("child", f"{one}/edit", ("family_name", "what_matters")),
        ("child", f"{two}/edit", ("family_name", "what_matters")),
        ("intake", f"{told}/intake/matters", ("what_matters", "loves")),
        ("household", f"{moved}/homes/new", ("home_name", "address")),
        ("household", f"{one}/homes/new", ("home_name", "phone")),
        ("account", "/account/name", ("name",)),
    ]
