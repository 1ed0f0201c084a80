"""The way out leads to one host, at an address outside, under its own certificate, and no further."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from register.gateways.way_out import WayRefusedError, address_of, open_way

INNER = ["10.0.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "172.16.0.1", "100.64.0.1", "::1",
         "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "224.0.0.1"]  # fmt: skip


def answering(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name have these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


@pytest.mark.parametrize("inner", INNER)
def test_bar_a12_a_name_with_an_inner_address_is_refused(monkeypatch: pytest.MonkeyPatch, inner: str) -> None:
    answering(monkeypatch, "93.184.216.34", inner)

    with pytest.raises(WayRefusedError):
        address_of("sms.example", 443)


def test_a_name_with_an_outer_address_is_gone_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "93.184.216.34")

    assert address_of("sms.example", 443) == "93.184.216.34"


def test_the_loopback_is_gone_to_only_by_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert address_of("127.0.0.1", 80) == "127.0.0.1"
    answering(monkeypatch, "93.184.216.34")
    with pytest.raises(WayRefusedError):
        address_of("localhost", 80)


def test_bar_a12_nothing_leaves_this_machine_unencrypted_or_for_another_host() -> None:
    with requests.Session() as way:
        with pytest.raises(WayRefusedError):
            open_way(way, "http://sms.example/send")
        open_way(way, "https://sms.example/send")
        with pytest.raises(WayRefusedError):
            way.post("https://elsewhere.example/send")
        with pytest.raises(requests.exceptions.InvalidSchema):
            way.post("http://sms.example/send")


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    shown, kept = folder / f"{name}.pem", folder / f"{name}.key"
    shown.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return shown, kept


@pytest.fixture(params=["localhost", "other.example"])
def secured(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str, Path]]:
    """An encrypted host on this machine with a certificate for one name: the name, the address, the certificate."""
    shown, kept = certificate(tmp_path, request.param)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(self.headers["Host"])))
            self.end_headers()
            self.wfile.write(self.headers["Host"].encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(HTTPServer):
        def handle_error(self, *_: object) -> None:
            """A caller who does not like the certificate goes away."""

    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown, kept)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield request.param, f"https://localhost:{server.server_address[1]}/", shown
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_certificate_is_asked_for_the_name(secured: tuple[str, str, Path]) -> None:
    name, address, shown = secured

    with requests.Session() as way:
        open_way(way, address)
        way.verify = str(shown)
        if name == "localhost":
            assert way.get(address).text == address.removeprefix("https://").rstrip("/")
        else:
            with pytest.raises(requests.exceptions.SSLError):
                way.get(address)
