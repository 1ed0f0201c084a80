"""bar-I2: what is too much is refused before it is read, and what trickles in does not hold a place."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.formparser import FormDataParser
from werkzeug.test import TestResponse

from register.access import Permission, Role
from register.store.evidence import Evidence
from register.uploads import LARGEST_PAPER
from register.web import gate
from register.web.form import RegisterForm
from register.web.guard import allow
from register.web.headers import SANDBOX
from register.web.uploading import PaperField, handed_over, takes_files
from tests.factories.declaring import NOW
from tests.factories.desks import at_desk
from tests.factories.papers import PDF

ROOT = Path(__file__).resolve().parents[3]
MEBIBYTE = 1024 * 1024


class _Form(RegisterForm):
    paper = PaperField("Paper", missing="Choose a file.")


@pytest.fixture
def receiving(app: Flask) -> Flask:
    """The register with one more route, that takes a paper and hands it back."""

    @app.post("/paper")
    @allow(Permission.REVIEW)
    @takes_files
    def receive() -> object:
        form = _Form()
        if not form.validate_on_submit() or form.paper.paper is None:
            return {"errors": [str(error) for error in form.paper.errors]}
        paper = form.paper.paper
        about = Evidence(
            1, "a:1", "k", paper.name, paper.media_type, len(paper.content), False, "account:1", NOW
        )
        return handed_over(about, paper.content)

    @app.get("/token")
    @allow(Permission.READ_PUBLIC)
    def give() -> str:
        return generate_csrf()

    return app


@pytest.fixture
def registrar(receiving: Flask) -> FlaskClient:
    return at_desk(receiving, Role.REGISTRAR)


def _send(client: FlaskClient, content: bytes, name: str = "card.pdf") -> TestResponse:
    """Written by hand: the test client would write a temporary file."""
    field = client.get("/token").data
    body = b"".join(
        (
            b'--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n' + field + b"\r\n",
            b'--b\r\nContent-Disposition: form-data; name="paper"; filename="' + name.encode() + b'"\r\n',
            b"Content-Type: text/html\r\n\r\n" + content + b"\r\n--b--\r\n",
        )
    )
    return client.post("/paper", data=body, content_type="multipart/form-data; boundary=b")


def test_bar_i2_a_paper_of_ten_megabytes_comes_in_and_goes_out_as_an_attachment(
    registrar: FlaskClient,
) -> None:
    content = PDF.replace(b"xref\n", b"%" + b" " * (LARGEST_PAPER - len(PDF) - 2) + b"\nxref\n", 1)

    answer = _send(registrar, content, "../Kadi ya Mwĩkali.exe")

    assert answer.status_code == 200
    assert answer.data == content
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert "Mw%C4%A9kali.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Security-Policy"] == SANDBOX
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_bar_i2_more_than_that_is_refused_unread(registrar: FlaskClient) -> None:
    with patch.object(FormDataParser, "parse", side_effect=AssertionError("it was read")):
        answer = registrar.post(
            "/paper", data=b"x" * (LARGEST_PAPER + 65 * 1024), content_type="multipart/form-data; boundary=b"
        )

    assert answer.status_code == 413


@pytest.mark.parametrize("who", [None, Role.SUPPLIER, Role.OFFICER])
def test_bar_i2_who_may_not_open_the_route_may_not_send_it_much(receiving: Flask, who: Role | None) -> None:
    client = at_desk(receiving, who) if who else receiving.test_client()

    with patch.object(FormDataParser, "parse", side_effect=AssertionError("it was read")):
        answer = client.post("/paper", data=b"x" * MEBIBYTE, content_type="multipart/form-data; boundary=b")

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"a=" + b"x" * (64 * 1024), 413),
        (b"a=1&" * 5000, 413),
        (b"&" * 5000, 413),
        (b"a=1", 400),
    ],
)
def test_bar_i2_forms_have_a_size_and_a_number_of_fields(
    client: FlaskClient, body: bytes, status: int
) -> None:
    answer = client.post("/sign-in", data=body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == status


def test_bar_i2_fields_of_a_form_in_parts_are_counted_too(registrar: FlaskClient) -> None:
    fields = {f"field{n}": "1" for n in range(1100)}

    answer = registrar.post("/paper", data=fields, content_type="multipart/form-data")

    assert answer.status_code == 413


def test_bar_i2_an_address_has_a_number_of_names(client: FlaskClient) -> None:
    assert client.get("/search?" + "a=1&" * 5000).status_code == 413


def test_bar_i2_a_file_never_lies_on_the_disk_unsealed(
    registrar: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr("werkzeug.wrappers.request.default_stream_factory", refuse)
    monkeypatch.setattr("werkzeug.formparser.default_stream_factory", refuse)
    content = PDF.replace(b"xref\n", b"%" + b" " * (2 * MEBIBYTE) + b"\nxref\n", 1)

    assert _send(registrar, content).data == content


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "empty"), (b"<svg/>", "PDF, JPEG or PNG"), (PDF + b"x" * LARGEST_PAPER, "larger")],
)
def test_bar_i2_a_wrong_file_is_an_error_beside_its_field(
    registrar: FlaskClient, content: bytes, told: str
) -> None:
    answer = _send(registrar, content)

    assert told in str(answer.json["errors"])


def test_bar_i2_no_file_at_all_is_asked_for(registrar: FlaskClient) -> None:
    answer = registrar.post(
        "/paper",
        data={"csrf_token": registrar.get("/token").text},
        content_type="multipart/form-data",
    )

    assert answer.json == {"errors": ["Choose a file."]}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """A real server whose patience is two seconds; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "hasty.py").write_text(
        "from pathlib import Path\n"
        "from register import create_app\nfrom register.config import Config\nfrom register.store import schema\n"
        "from register.web import gate\n"
        "gate.PATIENCE = 2\n"
        f"app = create_app(Config(data=Path({str(tmp_path)!r}), secure_cookies=False))\n"
        "schema.upgrade(app.extensions['engine'])\n"
    )
    server = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "--no-control-socket", "--bind", f"127.0.0.1:{port}", "--workers", "1",
            "--worker-class", "gthread", "--threads", "1", "--log-level", "critical", "hasty:app",
        ],
        env={"PYTHONPATH": f"{tmp_path}:{ROOT}", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            if _ask(
                port, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            ).startswith(b"HTTP/1.1 200"):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            threading.Event().wait(0.05)


def _ask(port: int, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65536), b""))


HEAD = b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def test_bar_i2_a_real_server_refuses_what_does_not_say_its_length_and_what_trickles_in(served: int) -> None:
    without_length = _ask(served, HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n")
    no_length_at_all = _ask(served, HEAD + b"\r\n")
    too_long = _ask(served, HEAD + b"Content-Length: 99999999\r\n\r\n")
    began = time.monotonic()
    trickling = _ask(served, HEAD + b"Content-Length: 50\r\n\r\na=1")
    took = time.monotonic() - began

    assert [answer.split(b" ")[1] for answer in (without_length, no_length_at_all, too_long, trickling)] == [
        b"400", b"400", b"413", b"400",
    ]  # fmt: skip
    assert took < 10
    # The one thread there is answers again.
    assert b" 200 " in _ask(served, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")


def test_bar_i2_the_patience_of_the_register_is_under_thirty_seconds() -> None:
    assert gate.PATIENCE <= 30
