"""A server of the shipped program, for as long as a test needs it."""
import contextlib
import os
import pathlib
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def without_settings(environment=os.environ):
    """The environment without the settings of whoever runs the tests."""
    return {name: value for name, value in environment.items() if not name.startswith("TANDEM_")}


@contextlib.contextmanager
def serving(tandem, *options, output=subprocess.DEVNULL, settings=None, scheme="http"):
    """Starts the server on a free port with an empty database, gives its address once it answers, and ends it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        given = {"TANDEM_DATABASE": f"{folder}/tandem.sqlite", **(settings or {})}
        with running(tandem, *options, output=output, settings=given, scheme=scheme) as (address, _):
            yield address


@contextlib.contextmanager
def running(tandem, *options, output=subprocess.DEVNULL, settings, scheme="http"):
    """As `serving`, with the settings that are given and nothing else; gives the process too, which the test may end."""
    anybody = ssl._create_unverified_context()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [tandem, "serve", "--port", str(port), *options],
        stdout=output,
        stderr=subprocess.STDOUT,
        env={**without_settings(), **settings},
    )
    address = f"{scheme}://127.0.0.1:{port}"
    try:
        for _ in range(1200):
            try:
                urllib.request.urlopen(address + "/healthz", timeout=1, context=anybody).read()
                break
            except OSError:
                assert process.poll() is None, f"the server ended with {process.returncode}"
                time.sleep(0.05)
        else:
            raise AssertionError("the server did not start")
        yield address, process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=30)
