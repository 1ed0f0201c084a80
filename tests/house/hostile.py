"""What nobody types by mistake, and every form of the register as those who may fill it in are shown it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from zlib import crc32

from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.factories.page import Element, Page
from tests.factories.supplier import Answers
from tests.house.addresses import Addresses
from tests.house.principals import Visitor
from tests.house.tour import rules

#: Found again in a page only if something was not escaped.
SCRIPT = "<script>alert('hm7f3a')</script>"
IMAGE = "\"'><img src=x onerror=alert('hm7f3a')>"
RAW = ("<script>alert('hm7f3a", "<img src=x onerror=alert('hm7f3a")
#: Characters that do not show, or that turn what stands around them: an answer with one is refused.
HIDDEN: Mapping[str, str] = {
    "NUL": "Ana\x00Mwikali",
    "a control": "Ana\x1b[2JMwikali",
    "a late control": "Ana\x9fMwikali",
    "right to left": "Ana\u202eilakiwM",
    "isolate": "\u2066Ana\u2069",
    "byte order mark": "\ufeffAna",
    "half a letter": "Ana\ud800Mwikali",
}
#: What may be an answer, and must never be more than one.
ODD: Mapping[str, str] = {
    "script": SCRIPT,
    "broken out": IMAGE,
    "address that runs": "javascript:alert('hm7f3a')",
    "template": "{{ 7*7 }}${7*7}#{7*7}<%= 7*7 %>",
    "overlong": "a" * 5_000,
    "overlong word by word": "ab " * 8_000,
    "joiners": "\u200dA\u200cna\u200b\u2060",
    "combining": "e" + "\u0301" * 200,
    "emoji": "👩🏾‍🌾 🇰🇪 Ana",
    "right-to-left name": "محمد علي",
    "huge number": "9" * 400,
    "huge power": "1e9999",
    "not a number": "NaN",
    "less than nothing": "-1",
    "past what a database counts": str(2**63),
    "other digits": "٣٤٥",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "full-width formula": "＝cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(1,1)",
    "SQL": "'; DROP TABLE account; --",
    "LIKE": "%_\\%",
    "path": "../../../../etc/passwd",
    "path of another system": "..\\..\\con.txt",
    "lines": "a\r\nSet-Cookie: x=1\r\n\r\nb",
    "format": "%s%s%n %(name)s {0} {name!r}",
    "day that is none": "31 February 99999",
    "nothing but spaces": " \u00a0\u3000\t",
}
VALUES: Mapping[str, str] = {**HIDDEN, **ODD}
#: Carry no answer of their own: without them the form is not looked at.
CARRIERS = frozenset({"csrf_token"})
#: Pages on which not everybody who may read them is shown the form.
DIFFER = frozenset({"company.invitation", "review.proposal"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form: where it is sent, how, and what the page put into it; files are told by name alone."""

    endpoint: str
    action: str
    method: str
    filled: Mapping[str, str]
    files: tuple[str, ...] = field(default=())

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that can be answered."""
        return tuple(sorted(set(self.filled) - CARRIERS))

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...], str]:
        """Forms of one kind are tried once."""
        tail = urlsplit(self.action).path.rpartition("/declare/")[2].split("/")
        step = tail[1] if self.endpoint == "declare.answer" and len(tail) > 1 else ""
        return self.endpoint, self.method, self.names, step

    @property
    def half(self) -> int:
        """0 or 1: forms are dealt to the two engines, each to one of them, the same in every run."""
        return crc32(f"{self.endpoint} {self.kind[3]}".encode()) % 2


def sheets(
    app: Flask, visitor: Visitor, addresses: Addresses, most: int, passed: set[str] | None = None
) -> list[Sheet]:
    """Every kind of form that somebody meets: on the page of each rule, and on the pages that those lead to.

    `passed` are the shapes of pages that others looked at already: they are left out, and those looked at now join them.
    """
    waiting = [addresses.of(rule, visitor.handle) for rule in rules(app) if "GET" in (rule.methods or ())][
        ::-1
    ]
    known, seen = set(waiting), set()
    found: dict[object, Sheet] = {}
    shapes: set[str] = set()
    while waiting and len(seen) < most:
        address = waiting.pop()
        at = _shape(app, address)
        if passed is not None and at in passed:
            continue
        with visitor.client.get(address) as answer:
            if answer.status_code != 200 or answer.mimetype != "text/html":
                continue
            page = Page(answer.text)
        seen.add(address)
        if at.partition("|")[0] not in DIFFER:
            shapes.add(at)
        for each in _forms(app, page, address):
            found.setdefault(each.kind, each)
        waiting += _leads_to(app, page, address, known)
    if passed is not None:
        passed |= shapes
    return list(found.values())


def _leads_to(app: Flask, page: Page, address: str, known: set[str]) -> Iterator[str]:
    """Pages of ours of a shape that was not met yet; `known` grows by them."""
    for link in page.all("a"):
        target = urljoin(address, link.attributes.get("href", "")).partition("#")[0]
        shape = _shape(app, target)
        if target.startswith("/") and shape and shape not in known:
            known |= {target, shape}
            yield target


def _shape(app: Flask, address: str) -> str:
    """Pages of one shape hold forms of one kind: the rule, and for questions the step."""
    try:
        endpoint, values = app.url_map.bind("localhost").match(urlsplit(address).path, method="GET")
    except HTTPException:
        return ""
    return f"{endpoint}|{values.get('slug', '')}|{values.get('key') == 'new'}|{bool(urlsplit(address).query)}"


def _forms(app: Flask, page: Page, address: str) -> Iterator[Sheet]:
    parts: list[list[Element]] = []
    for element in page.elements:
        if element.tag == "form":
            parts.append([])
        if parts:
            parts[-1].append(element)
    for form, *inside in parts:
        given = form.attributes
        method = given.get("method", "get").upper()
        action = urljoin(address, given.get("action") or address)
        answers, files = _filled(inside)
        try:
            endpoint = app.url_map.bind("localhost").match(urlsplit(action).path, method=method)[0]
        except HTTPException:
            continue
        yield Sheet(str(endpoint), action, method, answers, files)


def _filled(inside: list[Element]) -> tuple[dict[str, str], tuple[str, ...]]:
    answers: dict[str, str] = {}
    files: list[str] = []
    listed = ""
    for element in inside:
        given = element.attributes
        name, kind = given.get("name", ""), given.get("type", "")
        if element.tag == "select":
            listed = name
            answers.setdefault(name, "")
        elif element.tag == "option" and "selected" in given:
            answers[listed] = given.get("value", "")
        elif element.tag == "textarea":
            answers[name] = element.text.strip()
        elif element.tag == "input" and name and kind == "file":
            files.append(name)
        elif element.tag == "input" and name:
            if kind not in {"radio", "checkbox"} or "checked" in given:
                answers[name] = given.get("value", "y")
            else:
                answers.setdefault(name, "")
    return answers, tuple(files)


def answered(sheet: Sheet, changed: Mapping[str, str]) -> Answers:
    """The form as its page filled it in, with some fields answered otherwise."""
    return {**sheet.filled, **changed}


def octets(value: str) -> bytes:
    """A value as a client sends it that holds itself to nothing: half a letter stays half a letter."""
    return value.encode("utf-8", "surrogatepass")
