"""What the Python tests share: the program as it is shipped, and a server that runs it."""
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def tandem():
    """Path of the release program; TANDEM names another one."""
    path = pathlib.Path(os.environ.get("TANDEM", ROOT / "build/tandem"))
    assert path.exists(), f"{path} is missing: run make build"
    return str(path)


@pytest.fixture(scope="session")
def server(tandem):
    """Address of a running server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([tandem, "serve", "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(address + "/healthz", timeout=1).read()
            break
        except OSError:
            assert process.poll() is None, process.stdout.read().decode()
            time.sleep(0.05)
    else:
        raise AssertionError("the server did not start")
    yield address
    process.terminate()
    process.wait(timeout=10)
