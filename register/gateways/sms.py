"""Short messages: into files, until a provider is chosen."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from register.config import Config
from register.gateways.files import keep


class SmsGateway(Protocol):
    """Sends short messages. `key` is the same when the same message is sent again after a failure."""

    def send(self, to: str, text: str, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class FileSmsGateway:
    """Keeps short messages as files that only the register's user can read."""

    folder: Path

    def send(self, to: str, text: str, key: str) -> None:
        keep(self.folder, "sms", key, (f"To: {to}", "", text))


def sms_gateway(config: Config) -> SmsGateway:
    """The way out that the settings ask for."""
    return FileSmsGateway(config.data / "outbox")
