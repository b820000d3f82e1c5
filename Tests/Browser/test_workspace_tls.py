"""The workspace over TLS by certificate files: what a browser is told, and that signing in works there."""
import re
import socket
import ssl
import subprocess

import pytest
from serving import serving, without_settings
from tryout import Tryout


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for this machine, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "chain.pem"],
        check=True, capture_output=True,
    )
    return folder / "chain.pem", folder / "key.pem"


@pytest.fixture(scope="module")
def secure(browser, tandem, certificate, tmp_path_factory):
    """The demonstration, served with TLS."""
    chain, key = certificate
    printed = tmp_path_factory.mktemp("printed") / "out"
    settings = {"TANDEM_TLS_CERTIFICATE": str(chain), "TANDEM_TLS_KEY": str(key)}
    with printed.open("wb") as out, serving(tandem, "--demo", output=out, settings=settings, scheme="https") as address:
        yield Tryout(browser, address, printed.read_text(), options={"ignore_https_errors": True})


@pytest.fixture(scope="module")
def signed_in(secure):
    context = secure.browser_of("dana")
    yield context
    secure.close()


def test_the_server_says_that_it_speaks_tls(secure):
    assert f"Tandem is ready: {secure.address}" in secure.printed
    assert secure.address.startswith("https://")


def test_a_person_signs_in_and_opens_a_child(secure, signed_in):
    page = signed_in.new_page()
    page.goto("/start")
    page.get_by_role("link", name="Children").first.click()
    page.locator("main th a").first.click()
    assert re.search(r"/children/[0-9a-f-]{36}$", page.url)
    assert page.locator("h1").inner_text()
    page.get_by_role("link", name=re.compile("Your account")).click()
    assert page.url == secure.address + "/account"
    page.close()


def test_the_cookie_is_for_this_host_and_for_tls_only(signed_in):
    cookies = signed_in.cookies()
    assert [cookie["name"] for cookie in cookies] == ["__Host-tandem"]
    [cookie] = cookies
    assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Lax" and cookie["path"] == "/"
    assert not cookie["domain"].startswith(".")


def test_browsers_are_told_to_stay_with_tls(signed_in):
    page = signed_in.new_page()
    for path in ["/", "/start", "/no-such-page"]:
        assert page.goto(path).all_headers()["strict-transport-security"] == "max-age=31536000"
    page.close()


def test_nothing_on_a_page_is_asked_for_without_tls(signed_in, secure):
    page = signed_in.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/start", wait_until="networkidle")
    assert asked and all(url.startswith(secure.address + "/") for url in asked)
    assert complaints == []
    page.close()


def test_signing_out_takes_the_cookie_away(secure):
    context = secure.context()
    page = context.new_page()
    secure.sign_in(page, secure.people["dana"][0])
    assert context.cookies()
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    assert context.cookies() == []
    page.goto("/account")
    assert "/sign-in" in page.url
    context.close()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_old_versions_of_tls_are_refused(secure):
    port = int(secure.address.rsplit(":", 1)[1])
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", port)) as plain, pytest.raises((ssl.SSLError, ConnectionError)):
        old.wrap_socket(plain)
