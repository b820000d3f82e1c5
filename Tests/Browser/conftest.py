"""A browser that looks at the program as it is shipped."""
import pathlib

import pytest
from family import Family
from playwright.sync_api import sync_playwright
from tryout import fresh, tryout  # noqa: F401, fixtures

CHROMIUM = "/usr/bin/chromium"
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, server):
    """Opens a page in a browser of its own: nothing kept from other tests. Takes the options of a browser context."""
    contexts = []

    def open_page(**options):
        context = browser.new_context(**{"base_url": server, "viewport": DESKTOP, "reduced_motion": "reduce", **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def family(page):
    return Family(page)


@pytest.fixture(scope="session")
def pictures():
    """Where the pictures of the pages go; not part of the repository."""
    folder = pathlib.Path(__file__).parent / "screenshots"
    folder.mkdir(exist_ok=True)
    return folder
