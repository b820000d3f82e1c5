"""The workspace as `tandem serve --demo` shows it: its people, each signed in once, and where their pages are."""
import re
from dataclasses import dataclass, field

import pytest
DESKTOP = {"width": 1280, "height": 900}
from serving import serving

PASSWORD = re.compile(r"with the password  (.+)")
SIGN_IN = re.compile(r"^  (\S+@\S+)\s+(.+?), (.+)$", re.MULTILINE)
WAIT = 15_000


@dataclass
class Tryout:
    """A demonstration that runs. People go by the first part of their address: `dana`, `ana`."""

    browser: object
    address: str
    printed: str
    options: dict = field(default_factory=dict)
    contexts: dict = field(default_factory=dict)
    kept: dict = field(default_factory=dict)

    @property
    def password(self):
        return PASSWORD.search(self.printed)[1]

    @property
    def people(self):
        """Address and name of everybody who can sign in."""
        return {email.split("@")[0]: (email, name) for email, name, _ in SIGN_IN.findall(self.printed)}

    def context(self, **options):
        """A browser of its own: nobody is signed in."""
        given = {"base_url": self.address, "viewport": DESKTOP, "reduced_motion": "reduce", **self.options, **options}
        context = self.browser.new_context(**given)
        context.set_default_timeout(WAIT)
        return context

    def sign_in(self, page, email, password=None):
        page.goto("/sign-in")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(password or self.password)
        with page.expect_navigation():
            page.locator("main").get_by_role("button", name="Sign in", exact=True).click()

    def browser_of(self, who):
        """The browser of one of the people; signed in the first time (a password takes a while to check on purpose)."""
        if who not in self.contexts:
            self.contexts[who] = context = self.context()
            page = context.new_page()
            self.sign_in(page, self.people[who][0])
            assert "/sign-in" not in page.url, page.locator("main").inner_text()
            page.close()
        return self.contexts[who]

    def page(self, who=None):
        """A page for one of the people; for somebody who is not signed in it is in a browser of its own."""
        return (self.browser_of(who) if who else self.context()).new_page()

    def page_like(self, who, **options):
        """A page in a browser with other options, for somebody who is signed in."""
        return self.context(storage_state=self.browser_of(who).storage_state(), **options).new_page()

    def once(self, name, make):
        """What is made only once for all tests: a record, an invitation."""
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    # Where things are

    def practice(self, who):
        """The address of the practice that somebody works for."""
        return self.once(f"practice of {who}", lambda: self.landing(who))

    def landing(self, who):
        page = self.page(who)
        page.goto("/start")
        path = page.url.removeprefix(self.address)
        page.close()
        return path

    def child(self, given):
        """The address of a child of the demonstration."""
        children = self.once("children", lambda: self.children_of("ana") | self.children_of("grace"))
        return children[given]

    def children_of(self, parent):
        page = self.page(parent)
        page.goto("/family")
        links = page.locator("main h2 a").all()
        found = {link.inner_text().split()[0]: link.get_attribute("href") for link in links}
        page.close()
        return found

    def letter_to(self, recipient):
        """The link in the newest letter to somebody, as the page of waiting letters shows it."""
        page = self.page()
        page.goto("/mail")
        letter = page.locator("article", has_text=f"To {recipient}").first
        link = letter.get_by_role("link").first.get_attribute("href")
        page.close()
        return link

    def close(self):
        for context in self.contexts.values():
            context.close()


@pytest.fixture(scope="session")
def tryout(browser, tandem, tmp_path_factory):
    """One demonstration for all tests that change nothing which others look at."""
    yield from demonstration(browser, tandem, tmp_path_factory.mktemp("tryout"))


@pytest.fixture
def fresh(browser, tandem, tmp_path):
    """A demonstration of its own: what happens in it, no other test sees."""
    yield from demonstration(browser, tandem, tmp_path)


def demonstration(browser, tandem, folder):
    printed = folder / "printed"
    with printed.open("wb") as out, serving(tandem, "--demo", output=out) as address:
        tryout = Tryout(browser, address, printed.read_text())
        yield tryout
        tryout.close()
