"""Real servers on loopback for alerts to be sent to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socket import create_server
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.loopback import running

USER, PASSWORD = "ketwatch", "not-a-secret"
REFUSED = "refused@clinic.example"


@dataclass
class Mailbox:
    """An SMTP server's handler that keeps what it takes and refuses one recipient."""

    mails: list[EmailMessage] = field(default_factory=list)
    sessions: list[Any] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address == REFUSED:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.sessions.append(session)
        self.encrypted.append(session.ssl is not None)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def smtp_server(mailbox: Mailbox, tls: ssl.SSLContext, *, port: int, implicit: bool = False) -> Iterator[None]:
    """An SMTP server that wants encryption (STARTTLS, or TLS from the start when `implicit`) and a login."""
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=port,
        authenticator=_authenticate,
        auth_required=True,
        # aiosmtpd counts only STARTTLS as encryption.
        auth_require_tls=not implicit,
        **({"ssl_context": tls} if implicit else {"tls_context": tls, "require_starttls": True}),
    )
    controller.start()
    try:
        yield
    finally:
        controller.stop()


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: LoginPassword) -> AuthResult:
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def certificate(folder: Path) -> Path:
    """A self-signed certificate for 127.0.0.1 with its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return pem


class SlackPeer(ThreadingHTTPServer):
    """A webhook that gives the answers it is told to, in order, and then 200; None is silence until it is closed."""

    daemon_threads = True

    def __init__(self, *answers: tuple[int, dict[str, str]] | None) -> None:
        super().__init__(("127.0.0.1", 0), _SlackHandler)
        self.answers = list(answers)
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/services/T0/B0/x"


class _SlackHandler(BaseHTTPRequestHandler):
    server: SlackPeer

    def do_POST(self) -> None:
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.server.answers.pop(0) if self.server.answers else (200, {})
        if answer is None:
            self.server.closing.wait(60)
            return
        status, headers = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"ok" if status == 200 else b"no_luck")

    def log_message(self, *_args: object) -> None:
        """Say nothing on stderr."""


@contextmanager
def slack_peer(*answers: tuple[int, dict[str, str]] | None) -> Iterator[SlackPeer]:
    peer = SlackPeer(*answers)
    with running(peer):
        try:
            yield peer
        finally:
            peer.closing.set()
