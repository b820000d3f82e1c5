"""A server of the shipped program, for as long as a test needs it."""
import contextlib
import socket
import subprocess
import time
import urllib.request


@contextlib.contextmanager
def serving(tandem, *options, output=subprocess.DEVNULL):
    """Starts the server on a free port, gives its address once it answers, and ends it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([tandem, "serve", "--port", str(port), *options], stdout=output, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(address + "/healthz", timeout=1).read()
                break
            except OSError:
                assert process.poll() is None, f"the server ended with {process.returncode}"
                time.sleep(0.05)
        else:
            raise AssertionError("the server did not start")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)
