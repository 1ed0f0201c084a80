"""A portal that publishes its releases page by page, as Makueni's does: walked from the first page to an empty one."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

import orjson
import requests

from register.exceptions import RegisterError
from register.gateways.way_out import WayRefusedError, open_way

PATH = "/api/ocds/package/all"
#: Releases asked for at once; the portal gives at most 1,000.
PAGE_SIZE = 500
#: Seconds to wait for a page: the portal puts it together while we wait.
PATIENCE = 60
LARGEST_PAGE = 64 << 20
MOST_PAGES = 20_000
TRIES = 3
_PIECE = 1 << 16


class PortalFailedError(RegisterError):
    """A page did not come; what came before it was given."""

    def __init__(self, address: str, why: str) -> None:
        self.address, self.why = address, why
        super().__init__(f"{address}: {why}")


@dataclass(frozen=True, slots=True)
class PortalPage:
    """One page as it came: its address, and a package of releases."""

    address: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal at an address such as https://opencontracting.example; `hosts` may be gone to, and no other."""

    url: str
    hosts: frozenset[str]
    page_size: int = PAGE_SIZE
    patience: float = PATIENCE

    def pages(self) -> Iterator[PortalPage]:
        """Give page after page until one is empty.

        Raises WayRefusedError for a host that is not allowed, and PortalFailedError when a page does not come, is
        overlong, or comes twice: a portal that does not turn the page would be asked for ever.
        """
        host = urlsplit(self.url).hostname or ""
        if host not in self.hosts:
            raise WayRefusedError("this host is not in the settings")
        before = b""
        with requests.Session() as way:
            open_way(way, self.url, self.patience)
            for number in range(MOST_PAGES):
                page = self._page(way, number)
                if is_empty(page.body):
                    return
                mark = sha256(page.body).digest()
                if mark == before:
                    raise PortalFailedError(page.address, "the portal gave the same page again")
                before = mark
                yield page
        raise PortalFailedError(self.url, f"the portal has more than {MOST_PAGES} pages")

    def _page(self, way: requests.Session, number: int) -> PortalPage:
        address = f"{self.url.rstrip('/')}{PATH}?pageSize={self.page_size}&pageNumber={number}"
        why = ""
        for _ in range(TRIES):
            try:
                return PortalPage(address, self._body(way, address))
            except requests.RequestException as error:
                why = type(error).__name__
        raise PortalFailedError(address, f"the page did not come ({why})")

    def _body(self, way: requests.Session, address: str) -> bytes:
        with way.get(
            address, headers={"Accept": "application/json"}, stream=True, allow_redirects=False
        ) as answer:
            answer.raise_for_status()
            read = bytearray()
            for piece in answer.iter_content(_PIECE):
                read += piece
                if len(read) > LARGEST_PAGE:
                    raise PortalFailedError(address, f"the page is over {LARGEST_PAGE >> 20} MB")
        return bytes(read)


def is_empty(body: bytes) -> bool:
    """Whether a page holds no release; one that is not JSON is for the import to complain of."""
    try:
        package = orjson.loads(body)
    except orjson.JSONDecodeError:
        return not body.strip()
    if isinstance(package, dict):
        package = package.get("releases", package.get("records", []))
    return not package
