"""Follows every link of the public register, as a search engine would."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.house.unpacking import inside

LINKS = re.compile(r"""(?:href|src|action)="([^"]+)\"""")
IN_HEADER = re.compile(r"<([^>]+)>")
#: More pages than this are no small register: something leads on for ever.
MOST = 20_000
HOST = "http://localhost"


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: where from, which endpoint gave it, its status, and its headers and body as text."""

    address: str
    endpoint: str
    status: int
    text: str


def crawl(app: Flask, seeds: Iterable[str]) -> list[Page]:
    """Read the seeds and all they lead to, each address once."""
    client, waiting, known, pages = app.test_client(), list(seeds), set(seeds), []
    while waiting:
        address = waiting.pop()
        with client.get(address) as answer:
            body = inside(answer.get_data())
            headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
            kind = answer.content_type or ""
        pages.append(Page(address, endpoint_of(app, address), answer.status_code, f"{headers}\n\n{body}"))
        found = LINKS.findall(body) if "html" in kind or "svg" in kind else []
        found += [*IN_HEADER.findall(answer.headers.get("Link", "")), answer.headers.get("Location", "")]
        for each in found:
            target = _within(address, html.unescape(each))
            if target and target not in known:
                known.add(target)
                waiting.append(target)
        assert len(known) < MOST, "the links never end"
    return pages


def endpoint_of(app: Flask, address: str) -> str:
    """Which view answers at an address; empty when none does."""
    try:
        return str(app.url_map.bind("localhost").match(urlsplit(address).path, method="GET")[0])
    except HTTPException:
        return ""


def _within(page: str, link: str) -> str | None:
    """The path and question of a link that stays here; where to go back to afterwards is left out."""
    parts = urlsplit(urljoin(HOST + page, link))
    if f"{parts.scheme}://{parts.netloc}" not in {HOST, HOST + ":8000"}:
        return None
    kept = "&".join(each for each in parts.query.split("&") if each and not each.startswith("next="))
    return parts.path + (f"?{kept}" if kept else "")
