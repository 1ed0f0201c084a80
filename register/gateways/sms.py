"""Short messages: through a provider, or into files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from register.exceptions import RegisterError
from register.gateways.files import keep


class NeverSentError(RegisterError):
    """The provider will not send this message, however often it is asked. Keeps its code, and no number."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"the provider refuses this message: {code}")


class SmsGateway(Protocol):
    """Sends short messages. `key` is the same when the same message is sent again after a failure."""

    def send(self, to: str, text: str, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class FileSmsGateway:
    """Keeps short messages as files that only the register's user can read."""

    folder: Path

    def send(self, to: str, text: str, key: str) -> None:
        keep(self.folder, "sms", key, (f"To: {to}", "", text))
