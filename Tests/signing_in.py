"""Somebody at the workspace of the shipped program: signs in, opens pages, fills in forms. No browser, so many can work at once."""
import collections
import html.parser
import http.client
import re
import subprocess
import urllib.parse

from serving import without_settings

Answer = collections.namedtuple("Answer", "status location text")
# A connection that broke, such as with its server; nobody knows whether what was asked for has happened.
Broken = (OSError, http.client.HTTPException)
PASSWORD = "five little ducks went out"


class Person:
    """One session at one server; `at` takes the same session to another."""

    def __init__(self, server, cookie=""):
        self.server, self.cookie = server, cookie

    def at(self, server):
        return Person(server, self.cookie)

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, **fields):
        return self._ask("POST", path, urllib.parse.urlencode(fields, doseq=True))

    def form(self, path):
        """The fields of the form at an address that posts to the same address, as they are filled."""
        answer = self.get(path)
        if answer.status == 503:
            raise ConnectionError(f"GET {path}: 503")
        assert answer.status == 200, f"GET {path}: {answer.status}"
        return form_in(answer.text, path)

    def sign_in(self, email, password=PASSWORD):
        return self.post("/sign-in", email=email, password=password)

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.server).netloc, timeout=60)
        headers = {"Connection": "close", **({"Cookie": self.cookie} if self.cookie else {})}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.headers["Set-Cookie"]:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        return Answer(answer.status, answer.headers["Location"], text)


def form_in(page, action):
    """Names and values of the first form on a page that posts to `action`."""
    reader = _FormReader(action)
    reader.feed(page)
    assert reader.fields is not None, f"no form posts to {action}"
    return reader.fields


class _FormReader(html.parser.HTMLParser):
    def __init__(self, action):
        super().__init__()
        self.action, self.fields, self.inside, self.text = action, None, False, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form" and given.get("action") == self.action and self.fields is None:
            self.fields, self.inside = {}, True
        elif self.inside and tag == "textarea":
            self.text = given["name"]
            self.fields[self.text] = ""
        elif self.inside and tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self.fields[given["name"]] = given.get("value") or ""

    def handle_data(self, data):
        if self.text:
            self.fields[self.text] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.text = None
        if tag == "form":
            self.inside = False


class Therapist(Person):
    """A PT who runs a practice of one: may do all that a practice may."""

    def __init__(self, tandem, settings, server, email="ruth@example.org"):
        super().__init__(server)
        self.email = email
        words = ["practice", "create", "--name", "Bright Steps", "--disciplines", "PT", "--admin-name", "Ruth", "--admin-email", email]
        made = subprocess.run([tandem, *words], env={**without_settings(), **settings}, capture_output=True, text=True, check=True)
        invitation = re.search(r"/invitations/\S+", made.stdout).group()
        assert self.post(invitation, name="Ruth Abramson", password=PASSWORD).status == 303
        self.practice = self.get("/start").location
        member = re.search(rf'"({self.practice}/people/[0-9a-f-]{{36}})"', self.get(self.practice + "/people").text)[1]
        roles = {**self.form(member), "role": ["PT", "front desk", "administrator"]}
        assert self.post(member, **roles).status == 303

    def add_child(self, given_name, family_name="Garcia"):
        """Gives the address of the record."""
        path = self.practice + "/children/new"
        who = {"given_name": given_name, "family_name": family_name, "birth_date_month": "5", "birth_date_day": "9", "birth_date_year": "2021"}
        answer = self.post(path, **{**self.form(path), **who, "anyway": "1"})
        assert answer.status == 303, answer
        return answer.location.split("?")[0]
