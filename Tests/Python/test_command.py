"""The command as somebody uses it: what it prints, what it refuses, and how it says so."""
import json
import os
import pty
import subprocess


def run(tandem, *words, **options):
    return subprocess.run([tandem, *words], capture_output=True, text=True, **options)


def test_an_answer_is_clear_text_without_color_in_a_pipe(tandem):
    done = run(tandem, "guide", "my 4 year old falls over putting her pants on and can't do zips")
    assert done.returncode == 0
    assert "could both help" in done.stdout
    assert "Why" in done.stdout and "zips" in done.stdout
    assert "\x1b[" not in done.stdout


def test_lines_fit_the_width(tandem):
    for width in (40, 72, 100):
        done = run(tandem, "guide", "getting dressed is hard", env={**os.environ, "COLUMNS": str(width)})
        assert max(map(len, done.stdout.splitlines())) <= width


def test_color_is_for_terminals(tandem):
    parent, child = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
    subprocess.run([tandem, "guide", "handwriting is messy"], stdout=child, env=env, check=True)
    os.close(child)
    assert b"\x1b[" in os.read(parent, 65536)
    os.close(parent)


def test_json_has_reasons_that_point_at_the_words(tandem):
    text = "his handwriting is messy"
    answer = json.loads(run(tandem, "guide", "--json", "--age", "7y", text).stdout)
    assert answer["primary"] == "OT"
    start, end = answer["reasons"][0]["span"]
    assert text.encode()[start:end].decode() == answer["reasons"][0]["words"]


def test_ages_are_read_as_people_type_them(tandem):
    for age in ("4y6m", "54m", "4.5", "4 years 6 months"):
        answer = json.loads(run(tandem, "guide", "--json", "--age", age, "can't hop on one foot").stdout)
        assert answer["milestone"] == "typical", age


def test_a_bad_age_is_explained(tandem):
    done = run(tandem, "guide", "--age", "old", "can't hop")
    assert done.returncode == 64
    assert "--age" in done.stderr


def test_an_empty_question_is_explained(tandem):
    assert "few words" in run(tandem, "guide", "  ").stderr
    assert run(tandem, "guide").returncode == 64


def test_a_text_in_another_script_is_explained(tandem):
    assert "English" in run(tandem, "guide", "не может ходить").stderr


def test_lines_are_answered_one_by_one_and_bad_lines_do_not_stop_the_rest(tandem):
    lines = '{"id": "1", "text": "handwriting is messy"}\nnot json\n{"id": "2", "text": ""}\n{"id": "3", "text": "can\'t run", "age_months": 60}\n'
    answers = [json.loads(line) for line in run(tandem, "guide", "--jsonl", input=lines).stdout.splitlines()]
    assert [a.get("id") for a in answers] == ["1", None, "2", "3"]
    assert "error" in answers[1] and "error" in answers[2]
    assert answers[0]["primary"] == "OT" and answers[3]["primary"] == "PT"


def test_lines_are_streamed(tandem):
    """An answer comes before the next question is asked."""
    process = subprocess.Popen([tandem, "guide", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for number in range(3):
        process.stdin.write(json.dumps({"id": str(number), "text": "can't use scissors"}) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == str(number)
    process.stdin.close()
    assert process.wait(timeout=10) == 0


def test_the_catalog_is_sound(tandem):
    done = run(tandem, "catalog", "check")
    assert done.returncode == 0, done.stdout[-2000:]
    assert "The catalog is sound" in done.stdout


def test_a_broken_file_is_refused_with_file_line_and_reason(tandem, tmp_path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills/hands.yaml").write_text("area: Hands\nentries:\n  - id: grasp\n    name: Grasp\n    leed: OT\n")
    done = run(tandem, "guide", "--catalog", str(tmp_path), "can't hold a spoon")
    assert done.returncode != 0
    assert "skills/hands.yaml:" in done.stderr and "leed" in done.stderr


def test_the_review_sheet_has_every_entry(tandem, tmp_path):
    sheet = tmp_path / "review.html"
    assert run(tandem, "catalog", "review", str(sheet)).returncode == 0
    html = sheet.read_text()
    assert html.count("<article") >= 85 + 130 + 60 + 120 + 79
    assert "Standing balance" in html and "Signature" in html
