"""A mail server for tests: aiosmtpd, which is somebody else's reading of SMTP. Writes one JSON line for what it takes.

    smtp_server.py [--tls | --starttls] [--auth]

First line: {"port": ..., "certificate": path}. What the recipient is called decides how it answers: later@ 451, never@ 550,
drop@ hangs up after the letter, slow@ never answers, full@ 452 after the letter.
"""
import argparse
import asyncio
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile

from aiosmtpd.smtp import SMTP, AuthResult

NAME, PASSWORD = b"tandem", b"p@ss word"


def say(**values):
    print(json.dumps(values), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("later@"):
            return "451 4.3.0 Later, please"
        if address.startswith("never@"):
            return "550 5.1.1 Nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        say(
            sender=envelope.mail_from,
            recipient=recipient,
            text=envelope.original_content.decode("ascii"),
            tls=server.transport.get_extra_info("sslcontext") is not None,
            user=session.auth_data.decode() if session.authenticated else None,
            host=session.host_name,
        )
        if recipient.startswith("drop@"):
            server.transport.abort()
        if recipient.startswith("slow@"):
            await asyncio.sleep(3600)
        if recipient.startswith("full@"):
            return "452 4.2.2 Mailbox full"
        return "250 OK"


def check(server, session, envelope, mechanism, data):
    right = data.login == NAME and data.password == PASSWORD
    return AuthResult(success=right, handled=False, auth_data=data.login)


def certificate(folder):
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context, cert


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--auth", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        context, cert = certificate(pathlib.Path(folder)) if options.tls or options.starttls else (None, None)

        def factory():
            return SMTP(
                Handler(),
                hostname="mail.example.org",
                tls_context=context if options.starttls else None,
                require_starttls=options.starttls,
                authenticator=check if options.auth else None,
                auth_required=options.auth,
                # It knows of TLS that began with STARTTLS only.
                auth_require_tls=options.starttls,
            )

        loop = asyncio.get_running_loop()
        server = await loop.create_server(factory, "127.0.0.1", 0, ssl=context if options.tls else None)
        say(port=server.sockets[0].getsockname()[1], certificate=str(cert) if cert else None)
        # Ends when whoever started it closes the pipe.
        await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
