"""Letters by e-mail."""

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from register.config import Config
from register.gateways.mail import FileMailer, Letter, SmtpMailer, mailer

LETTER = Letter("ana@umiliki.example", "Hello, Mwĩkali", "A line\n.a dot\nNdũkũ")


class Postman(socketserver.StreamRequestHandler):
    """Takes letters as a mail server does, and keeps them."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.taken.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 good\r\n")


@pytest.fixture
def server() -> Iterator[socketserver.TCPServer]:
    """A mail server on this machine; `taken` are the letters it got."""
    with socketserver.TCPServer(("127.0.0.1", 0), Postman) as postman:
        postman.taken = []
        thread = threading.Thread(target=postman.serve_forever)
        thread.start()
        yield postman
        postman.shutdown()
        thread.join()


def test_a_letter_reaches_the_mail_server_whole(server: socketserver.TCPServer) -> None:
    way = mailer(Config(mail_host=f"127.0.0.1:{server.server_address[1]}"))

    way.send(LETTER, "key")
    way.send(LETTER, "key")

    first, second = (message_from_bytes(raw, policy=policy.default) for raw in server.taken)
    assert (first["To"], first["Subject"]) == (LETTER.to, LETTER.subject)
    assert first["From"] == "register@umiliki.example"
    assert first.get_content().replace("\r\n", "\n").replace("\n..a", "\n.a").rstrip() == LETTER.text
    assert first["Message-ID"] == second["Message-ID"]


def test_a_name_cannot_add_a_header(tmp_path: Path) -> None:
    sly = Letter("ana@umiliki.example", "Hello\r\nBcc: everyone@umiliki.example", "text")

    with pytest.raises(ValueError, match=r"linefeed|newline|carriage"):
        SmtpMailer("127.0.0.1", 9, "register@umiliki.example").send(sly, "key")


@pytest.mark.parametrize(
    ("setting", "host", "port"),
    [
        ("mail.example:587", "mail.example", 587),
        ("mail.example", "mail.example", 25),
        ("[::1]:25", "::1", 25),
    ],
)
def test_the_settings_name_the_server(setting: str, host: str, port: int) -> None:
    way = mailer(Config(mail_host=setting))

    assert way == SmtpMailer(host, port, "register@umiliki.example")


def test_without_a_server_letters_are_kept_as_files(tmp_path: Path) -> None:
    way = mailer(Config(data=tmp_path))

    way.send(LETTER, "key")
    way.send(LETTER, "key")

    [file] = (tmp_path / "outbox").iterdir()
    assert way == FileMailer(tmp_path / "outbox")
    assert file.read_text().endswith(f"Subject: {LETTER.subject}\n\n{LETTER.text}\n")
    assert "ana@" not in file.name
