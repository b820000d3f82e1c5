"""Twenty people press Save on the same form in the same moment."""
import concurrent.futures
import html
import re
import threading

from signing_in import form_in


def race(people, saves, kind, path, fields):
    """All read the form, then all save: one wins, and everybody else sees the winner's words beside their own."""
    form = people[0].form(path)
    marks = [saves.mark(kind) for _ in people]
    start = threading.Barrier(len(people))

    def save(person, mark):
        start.wait()
        return person.post(path, **{**form, **dict.fromkeys(fields, mark)})

    with concurrent.futures.ThreadPoolExecutor(len(people)) as pool:
        answers = list(pool.map(save, people, marks))
    winners = [mark for mark, answer in zip(marks, answers) if answer.status == 303]
    assert len(winners) == 1, [answer.status for answer in answers]
    saves.acknowledged.update(winners)
    for person, mark, answer in zip(people, marks, answers):
        if mark not in winners:
            saves.refused.add(mark)
            check_loser(answer, path, fields, mark, winners[0])
    again = next(answer for answer in answers if answer.status != 303)
    retry = saves.mark(kind)
    answer = people[0].post(path, **{**form_in(again.text, path), **dict.fromkeys(fields, retry)})
    assert answer.status == 303, "the form that was shown again cannot be saved"
    saves.acknowledged.add(retry)
    return 2


def check_loser(answer, path, fields, typed, theirs):
    assert answer.status in (409, 422), answer.status
    title = re.search(r"<title>(.*?)</title>", answer.text)[1]
    assert title.startswith("Error: ") and "There is a problem" in answer.text, title
    kept = form_in(answer.text, path)
    assert [kept[field] for field in fields] == [typed] * len(fields), "what was typed is gone"
    assert theirs in html.unescape(answer.text), "what the other saved is not shown"


def forms(therapist):
    """Five forms: kind of record, address, fields."""
    child, told = therapist.add_child("Kim"), therapist.add_child("Noa")
    path = f"{child}/homes/new"
    assert therapist.post(path, **{**therapist.form(path), "home_name": "Dad's home"}).status == 303
    home = re.search(rf'"({child}/homes/[0-9a-f-]{{36}})"', therapist.get(f"{child}/homes").text)[1]
    return [
        ("child", f"{child}/edit", ("family_name", "what_matters")),
        ("household", home, ("home_name", "address")),
        ("intake", f"{told}/intake/matters", ("what_matters", "loves")),
        ("intake", f"{told}/intake/matters", ("what_matters", "loves")),
        ("account", "/account/name", ("name",)),
    ]
