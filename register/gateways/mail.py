"""Letters by e-mail: through an SMTP server, or into files."""

import ipaddress
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from register.config import Config
from register.gateways.files import keep

#: Seconds to wait for the mail server.
PATIENCE = 10


@dataclass(frozen=True, slots=True, repr=False)
class Letter:
    """One letter in plain text, in the language of who gets it. Holds contacts and links: kept out of `repr`."""

    to: str
    subject: str
    text: str


class Mailer(Protocol):
    """Sends letters. `key` is the same when the same letter is sent again after a failure."""

    def send(self, letter: Letter, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class FileMailer:
    """Keeps letters as files that only the register's user can read."""

    folder: Path

    def send(self, letter: Letter, key: str) -> None:
        keep(self.folder, "mail", key, (f"To: {letter.to}", f"Subject: {letter.subject}", "", letter.text))


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Hands letters to an SMTP server, encrypted wherever the server offers it."""

    host: str
    port: int
    sender: str

    def send(self, letter: Letter, key: str) -> None:
        message = self._message(letter, key)
        with smtplib.SMTP(self.host, self.port, timeout=PATIENCE) as server:
            server.ehlo()
            if server.has_extn("starttls") and not _is_this_machine(self.host):
                server.starttls(context=ssl.create_default_context())
            server.send_message(message)

    def _message(self, letter: Letter, key: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self.sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        # The same letter sent twice has one Message-ID: most mailboxes then show it once.
        message["Message-ID"] = f"<{sha256(key.encode()).hexdigest()[:32]}@{self.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def mailer(config: Config) -> Mailer:
    """The way out that the settings ask for."""
    if not config.mail_host:
        return FileMailer(config.data / "outbox")
    host, _, port = config.mail_host.rpartition(":")
    if not port.isdigit():
        host, port = config.mail_host, "25"
    return SmtpMailer(host.strip("[]"), int(port), config.mail_sender)
