"""The server from outside: starting, answering those who run it, and ending well."""
import json
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from serving import running, serving, without_settings


def get(url, **headers):
    """Status, headers and text."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def run(tandem, *words, **settings):
    return subprocess.run([tandem, *words], capture_output=True, text=True, env={**without_settings(), **settings})


def lines(database):
    """The verbs of the trail, in order."""
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT l.body FROM audit_line l JOIN audit_chain c ON c.id = l.chain ORDER BY c.position, l.number")
        return [json.loads(body)["verb"] for (body,) in rows]


def test_it_lives_and_is_ready(server):
    assert get(server + "/healthz")[::2] == (200, "ok\n")
    assert get(server + "/readyz")[::2] == (200, "ready\n")


def test_every_answer_has_a_request_id_and_a_harmless_one_is_kept(server):
    first, second = (get(server + "/")[1]["X-Request-ID"] for _ in range(2))
    assert first and second and first != second
    assert get(server + "/", **{"X-Request-ID": "proxy-0123456789"})[1]["X-Request-ID"] == "proxy-0123456789"
    for bad in ("short", "x" * 65, "two words and more", "<script>alert(1)</script>"):
        assert get(server + "/", **{"X-Request-ID": bad})[1]["X-Request-ID"] != bad


def test_metrics_are_what_prometheus_reads_and_know_no_address_that_somebody_typed(server):
    get(server + "/activities/secret-words")
    status, headers, text = get(server + "/metrics")
    assert status == 200 and headers["Content-Type"].startswith("text/plain; version=0.0.4")
    types = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.M))
    sample = re.compile(r'([a-z_]+?)(_bucket|_sum|_count)?(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? (NaN|[+-]?[0-9.e+-]+)')
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        found = sample.fullmatch(line)
        assert found, line
        assert found[1] in types or found[1] + (found[2] or "") in types, line
    assert 'route="/activities/{id}"' in text and "secret-words" not in text
    for name in ("tandem_database_commits_total", "tandem_looks_waiting", "tandem_outbox_letters", "process_resident_memory_bytes"):
        assert name in types


def test_metrics_are_for_this_machine_or_for_who_knows_the_token(tandem):
    with serving(tandem, settings={"TANDEM_METRICS_TOKEN": "sixteen characters", "TANDEM_TRUST_PROXY": "yes"}) as server:
        assert get(server + "/metrics")[0] == 404
        assert get(server + "/metrics", Authorization="Bearer wrong")[0] == 404
        assert get(server + "/metrics", Authorization="Bearer sixteen characters")[0] == 200
    with serving(tandem) as server:
        assert get(server + "/metrics")[0] == 200
        assert get(server + "/metrics", **{"X-Forwarded-For": "203.0.113.7"})[0] == 404


def test_browsers_are_told_to_stay_with_tls_where_there_is_tls(tandem, server):
    assert get(server + "/")[1]["Strict-Transport-Security"] is None
    with serving(tandem, settings={"TANDEM_PUBLIC_ADDRESS": "https://tandem.example.org"}) as secure:
        assert "max-age=31536000" in get(secure + "/")[1]["Strict-Transport-Security"]


def test_it_speaks_tls_with_certificate_files(tandem, tmp_path):
    cert, key, other = (str(tmp_path / name) for name in ("cert.pem", "key.pem", "other.pem"))
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*make, "-keyout", key, "-out", cert], check=True, capture_output=True)
    subprocess.run([*make, "-keyout", other, "-out", str(tmp_path / "x")], check=True, capture_output=True)
    settings = {"TANDEM_DATABASE": str(tmp_path / "t.sqlite"), "TANDEM_TLS_CERTIFICATE": cert}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    process = subprocess.Popen([tandem, "serve", "--port", port], stdout=subprocess.PIPE, text=True, env={**without_settings(), **settings, "TANDEM_TLS_KEY": key})
    try:
        assert process.stdout.readline() == f"Tandem is ready: https://127.0.0.1:{port}\n"
        answer = subprocess.run(["curl", "-sik", f"https://127.0.0.1:{port}/healthz"], capture_output=True, text=True).stdout
        assert answer.endswith("ok\n") and "strict-transport-security" in answer.lower()
    finally:
        process.terminate()
        process.wait(timeout=30)
    wrong = run(tandem, "serve", "--port", port, **settings, TANDEM_TLS_KEY=other)
    assert wrong.returncode == 1 and "certificate" in wrong.stderr


@pytest.mark.parametrize("database", ["/nowhere/at/all.sqlite", "postgres://tandem:hidden@127.0.0.1:1/tandem", "mysql://x/y"])
def test_without_its_database_it_does_not_start_and_says_why(tandem, database):
    done = run(tandem, "serve", TANDEM_DATABASE=database)
    assert done.returncode == 1 and len(done.stderr) > 40
    assert "hidden" not in done.stderr


def test_a_database_of_a_newer_program_is_left_alone(tandem, tmp_path):
    database = str(tmp_path / "t.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        pass
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO migration (number, name, checksum) VALUES (99, 'later', 'x')")
    done = run(tandem, "serve", TANDEM_DATABASE=database)
    assert done.returncode == 1 and "newer Tandem" in done.stderr


def test_a_port_in_use_is_explained(tandem, server, tmp_path):
    done = run(tandem, "serve", "--port", server.rsplit(":", 1)[1], TANDEM_DATABASE=str(tmp_path / "t.sqlite"))
    assert done.returncode == 1 and "Another program listens" in done.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_when_told_to_end_it_closes_the_trail(tandem, tmp_path, how):
    database = str(tmp_path / "t.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}) as (_, process):
        process.send_signal(how)
        assert process.wait(timeout=10) == 0
    assert lines(database) == ["opened", "closed"]
    assert run(tandem, "audit", "verify", TANDEM_DATABASE=database).returncode == 0


def test_a_request_under_way_is_finished(tandem, tmp_path):
    with running(tandem, settings={"TANDEM_DATABASE": str(tmp_path / "t.sqlite")}) as (server, process):
        host, port = server.removeprefix("http://").split(":")
        body = b"q=balance"
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(b"POST /search HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body))
            time.sleep(0.3)
            process.terminate()
            time.sleep(0.5)
            connection.sendall(body)
            assert connection.recv(100).startswith(b"HTTP/1.1 200")
        assert process.wait(timeout=10) == 0


def test_a_killed_server_leaves_a_gap_that_the_next_one_marks(tandem, tmp_path):
    database = str(tmp_path / "t.sqlite")
    with running(tandem, settings={"TANDEM_DATABASE": database}) as (_, process):
        process.kill()
        process.wait()
    with sqlite3.connect(database) as connection:  # as if it had been two minutes ago
        connection.execute("UPDATE audit_chain SET seen_at = seen_at - 120000000")
    found = run(tandem, "audit", "verify", TANDEM_DATABASE=database)
    assert found.returncode == 0 and "gap" in found.stdout and "not marked yet" in found.stdout
    with running(tandem, settings={"TANDEM_DATABASE": database}):
        deadline = time.monotonic() + 10
        while "gap" not in lines(database) and time.monotonic() < deadline:
            time.sleep(0.1)
    assert lines(database) == ["opened", "opened", "gap", "closed"]
    assert "(marked)" in run(tandem, "audit", "verify", TANDEM_DATABASE=database).stdout


def test_an_idle_server_rests(tandem, tmp_path):
    """The trail's heartbeat is no reason to wake the disk four times a second."""
    with running(tandem, settings={"TANDEM_DATABASE": str(tmp_path / "t.sqlite")}) as (server, _):
        def commits():
            return int(re.search(r"^tandem_database_commits_total (\d+)$", get(server + "/metrics")[2], re.M)[1])

        time.sleep(1)
        before = commits()
        time.sleep(3)
        assert commits() - before <= 1
