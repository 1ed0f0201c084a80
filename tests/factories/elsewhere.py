"""A provider of OpenID Connect that runs beside as a process of its own, and visits to it."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories.people import post

BACK = "/sign-in/elsewhere/back"


@dataclass(frozen=True)
class There:
    """The provider: its issuer address."""

    issuer: str

    def knows(self, subject: str, **claims: object) -> None:
        """Let the provider know somebody."""
        assert requests.put(f"{self.issuer}/users/{subject}", json=claims, timeout=10).status_code == 204

    def lets_in(self, address: str, subject: str) -> str:
        """Somebody signs in there; gives the path to which the browser is sent back."""
        answer = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        gone_to = urlsplit(answer.headers["Location"])
        return f"{gone_to.path}?{gone_to.query}"


@contextmanager
def provider_beside() -> Iterator[There]:
    """Run the provider for as long as it is asked."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true"]
    running = subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    issuer = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{issuer}/.well-known/openid-configuration")
        yield There(issuer)
    finally:
        running.terminate()
        running.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            requests.get(address, timeout=10).raise_for_status()
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"nothing answers at {address}")


def visit(client: FlaskClient, there: There, subject: str, *, next: str | None = None) -> TestResponse:  # noqa: A002
    """Sign in through the provider, to the last answer of the register."""
    begun = client.get("/sign-in/elsewhere", query_string={"next": next} if next else {})
    back = there.lets_in(begun.location, subject)
    return post(client, BACK, page=back, **brought(client.get(back)))


def brought(page: TestResponse) -> dict[str, str]:
    """What the provider gave the browser to bring back."""
    found = dict(re.findall(r'name="(code|state)"[^>]*value="([^"]+)"', page.text))
    assert set(found) == {"code", "state"}, page.text
    return found
