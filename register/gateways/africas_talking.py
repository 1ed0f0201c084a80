"""Short messages through Africa's Talking: one form posted for each, one status read."""

from dataclasses import dataclass

import requests

from register.exceptions import RegisterError
from register.gateways.sms import NeverSentError
from register.gateways.way_out import PATIENCE, open_way

#: Processed, sent, queued.
TAKEN = frozenset({100, 101, 102})
#: Held for risk, no such number, a number that takes no messages, one that wants none: asking again changes nothing.
#: All others (sender unknown, no balance, no route, their fault) may go well later.
NEVER = frozenset({401, 403, 404, 406})


class NotSentError(RegisterError):
    """The provider did not take the message this time; keeps its status or the status of the message."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"the provider did not take this message: {code}")


@dataclass(frozen=True, slots=True, repr=False)
class AfricasTalking:
    """An account there. `sender` is the name or short code that messages come from; empty: the provider's own."""

    url: str
    username: str
    key: str
    sender: str = ""
    patience: float = PATIENCE

    def send(self, to: str, text: str, key: str) -> None:
        """Send one message. Raises NotSentError, NeverSentError, WayRefusedError, and what `requests` raises.

        The provider knows no key of ours: a message whose answer is lost is sent again.
        """
        form = {"username": self.username, "to": to, "message": text, "bulkSMSMode": "1", "enqueue": "1"}
        if self.sender:
            form["from"] = self.sender
        with requests.Session() as way:
            open_way(way, self.url, self.patience)
            answer = way.post(
                self.url,
                data=form,
                headers={"apiKey": self.key, "Accept": "application/json"},
                timeout=self.patience,
                allow_redirects=False,
            )
        if not 200 <= answer.status_code < 300:
            raise NotSentError(answer.status_code)
        code = _status(answer)
        if code in NEVER:
            raise NeverSentError(code)
        if code not in TAKEN:
            raise NotSentError(code)


def _status(answer: requests.Response) -> int:
    """The status of the one message; 0 when the answer tells none."""
    try:
        return int(answer.json()["SMSMessageData"]["Recipients"][0]["statusCode"])
    except (ValueError, LookupError, TypeError):
        return 0
