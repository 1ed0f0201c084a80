"""The only way out over HTTP: to one host of the settings, at an address that is looked at first, and no further."""

import ipaddress
import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import requests
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

from register.exceptions import RegisterError

#: Seconds to wait for a connection, and for each part of an answer.
PATIENCE = 5


class WayRefusedError(RegisterError):
    """The register does not go there: another host, an inner address, no encryption, or a redirect."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class WayOut(HTTPAdapter):
    """Carries requests to one host, whose address is resolved once, judged, and then used; follows no redirect."""

    def __init__(self, url: str, patience: float = PATIENCE) -> None:
        parts = urlsplit(url)
        self.host = parts.hostname or ""
        self.patience = patience
        if parts.scheme != "https" and not _is_here(self.host):
            raise WayRefusedError("only https leads out of this machine")
        super().__init__()

    def build_connection_pool_key_attributes(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        cert: Any = None,  # noqa: ANN401 (as it is declared)
    ) -> Any:  # noqa: ANN401 (its types are private to requests)
        where, how = super().build_connection_pool_key_attributes(request, verify or False, cert)
        number = address_of(self.host, where["port"])
        if where["scheme"] != "https":
            return {**where, "host": number}, how
        # The certificate is still asked for the name, not for the number.
        names = {"server_hostname": self.host, "assert_hostname": self.host}
        return {**where, "host": number}, {**how, **names}

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: Any = None,  # noqa: ANN401 (as it is declared)
        verify: bool | str = True,
        cert: Any = None,  # noqa: ANN401 (as it is declared)
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        parts = urlsplit(request.url or "")
        if parts.hostname != self.host:
            raise WayRefusedError("this host is not in the settings")
        request.headers["Host"] = parts.netloc
        answer = super().send(request, stream, self.patience, verify, cert, None)
        if answer.is_redirect:
            raise WayRefusedError("the host leads elsewhere")
        return answer


def open_way(way: requests.Session, url: str, patience: float = PATIENCE) -> None:
    """Let a session of `requests` go to the host of an address and nowhere else; no proxy, no .netrc."""
    way.trust_env = False
    way.adapters.clear()
    way.mount(f"{urlsplit(url).scheme}://", WayOut(url, patience))


def address_of(host: str, port: int | None) -> str:
    """The address of a host that may be gone to. Raises WayRefusedError for inner ones, unless they were named so."""
    try:
        found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError:
        raise WayRefusedError("this host has no address") from None
    inner = _is_here(host)
    fit = [each for each in found if _fits(each, inner=inner)]
    if len(fit) != len(found):
        raise WayRefusedError("this host has an inner address")
    return fit[0]


def _fits(address: str, *, inner: bool) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    return known.is_loopback if inner else known.is_global and not known.is_multicast


def _is_here(host: str) -> bool:
    """Whether a host is this machine, by its plain name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
