"""What the Python tests share: the program as it is shipped, and a server that runs it."""
import os
import pathlib

import pytest
from serving import ROOT, serving


@pytest.fixture(scope="session")
def tandem():
    """Path of the release program; TANDEM names another one."""
    path = pathlib.Path(os.environ.get("TANDEM", ROOT / "build/tandem"))
    assert path.exists(), f"{path} is missing: run make build"
    return str(path)


@pytest.fixture(scope="session")
def server(tandem):
    """Address of a running server."""
    with serving(tandem) as address:
        yield address
