"""Every answer, whatever its status, tells the browser what it may load, frame, keep and send on."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker
from werkzeug.routing import Rule

from register.access import Permission
from tests.house.addresses import Addresses
from tests.house.principals import SIGNED_IN, Who, arrive
from tests.house.tour import Seen, Tour, got, rules, told

#: Written out: a change of these is a change of what the register promises.
PROMISED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
#: Public, but about whoever asks: a browser keeps nothing of them.
PERSONAL = ("account.", "declare.", "dev.", "health.", "sms.")
FOREVER = "public, max-age=31536000, immutable"
#: Where papers that people handed in are given out.
PAPERS = frozenset(
    {
        "company.request_paper",
        "review.claim_paper",
        "review.declaration_paper",
        "review.declaration_scan",
        "review.paper_scan",
    }
)
#: Answers that know no database.
WITHOUT_DATABASE = frozenset({"health.alive", "static_files.file"})
TOO_MUCH = b"answer=" + b"a" * (64 * 1024)


def _promised(seen: Seen) -> dict[str, str]:
    """A paper that somebody handed in leaves as an attachment, and in a sandbox besides."""
    if seen.status != 200 or seen.method == "OPTIONS" or seen.endpoint not in PAPERS:
        return PROMISED
    assert (seen.header("Content-Disposition") or "").startswith("attachment")
    return {**PROMISED, "Content-Security-Policy": f"{PROMISED['Content-Security-Policy']}; sandbox"}


def _broken(seen: Iterable[Seen]) -> list[str]:
    return [
        f"{each.method} {each.address} {each.status} {name}: {each.header(name)}"
        for each in seen
        for name, promised in _promised(each).items()
        if [value for key, value in each.headers if key.lower() == name.lower()] != [promised]
    ]


def _ask(
    app: Flask, who: Who, asked: Iterable[tuple[Rule, str, str]], data: bytes | None = None
) -> list[Seen]:
    client = arrive(app, who).client
    seen = []
    for rule, method, address in asked:
        with client.open(
            address, method=method, data=data, content_type="application/x-www-form-urlencoded"
        ) as answer:
            seen.append(told(answer, who, rule.endpoint, address, method))
    return seen


def test_every_answer_of_the_walk_keeps_the_promises(tour: Tour) -> None:
    assert {200, 302, 403, 404} <= {seen.status for seen in tour.seen}
    assert _broken(tour.seen) == []


def test_what_cannot_be_read_is_refused_with_the_same_headers(
    county_app: Flask, addresses: Addresses
) -> None:
    asked = [(rule, method, addresses.of(rule) + "?x=%00") for rule, method in _ways(county_app)]

    seen = _ask(county_app, Who.ANONYMOUS, asked)

    assert {each.status for each in seen} == {400}
    assert _broken(seen) == []


def test_what_cannot_be_done_is_refused_with_the_same_headers(
    county_app: Flask, addresses: Addresses
) -> None:
    asked = [(rule, "DELETE", addresses.of(rule)) for rule in rules(county_app)]

    seen = _ask(county_app, Who.OWNER, asked)

    assert {each.status for each in seen} == {405}
    assert _broken(seen) == []


def test_what_is_not_there_has_the_same_headers(county_app: Flask, addresses: Addresses) -> None:
    asked = [(rule, "GET", f"/nothing{addresses.of(rule)}") for rule in rules(county_app)]

    seen = _ask(county_app, Who.OFFICER, asked)

    assert {each.status for each in seen} == {404}
    assert _broken(seen) == []


def test_what_is_too_much_is_refused_with_the_same_headers(county_app: Flask, addresses: Addresses) -> None:
    asked = [(rule, method, addresses.of(rule)) for rule, method in _ways(county_app) if method == "POST"]

    seen = _ask(county_app, Who.OWNER, asked, TOO_MUCH)

    assert {each.endpoint: each.status for each in seen if each.status != 413} == {}
    assert _broken(seen) == []


def _ways(app: Flask) -> Iterator[tuple[Rule, str]]:
    return (
        (rule, method) for rule in rules(app) for method in sorted(rule.methods or ()) if method != "OPTIONS"
    )


class UnforeseenError(Exception):
    """Something nobody thought of."""


def _fails() -> None:
    raise UnforeseenError


@pytest.fixture(params=[500, 503])
def fallen(request: pytest.FixtureRequest, county_app: Flask, tmp_path: Path) -> Iterator[tuple[Flask, int]]:
    """The register, and the status of all its pages, when every session fails or the database is out of reach."""
    nowhere = create_engine(f"sqlite:///{tmp_path / 'not' / 'there.db'}")
    broken: dict[int, Callable[[], object]] = {500: _fails, 503: sessionmaker(nowhere)}
    county_app.extensions["sessions"] = broken[request.param]
    yield county_app, request.param
    nowhere.dispose()


def test_when_the_register_fails_its_answers_keep_the_promises(
    fallen: tuple[Flask, int], addresses: Addresses
) -> None:
    app, status = fallen
    client, seen = app.test_client(), []
    client.set_cookie("umiliki", "whoever")

    for rule in rules(app):
        if "GET" in (rule.methods or ()):
            with client.get(addresses.of(rule)) as answer:
                seen.append(told(answer, Who.ANONYMOUS, rule.endpoint, addresses.of(rule), "GET"))

    fine = {each.endpoint for each in seen if each.status < 400}
    assert {each.status for each in seen if each.endpoint not in fine} == {status}
    assert fine - WITHOUT_DATABASE <= {"health.ready"}
    assert _broken(seen) == []
    assert all(each.header("Cache-Control") == "no-store" for each in seen if each.status >= 500)


def test_nobody_keeps_what_is_for_one_person(tour: Tour, county_app: Flask) -> None:
    private = {
        name
        for name, view in county_app.view_functions.items()
        if getattr(view, "permission", None) is not Permission.READ_PUBLIC or name.startswith(PERSONAL)
    }

    kept = [
        seen for seen in tour.seen if seen.endpoint in private and seen.header("Cache-Control") != "no-store"
    ]

    assert [(seen.who, seen.address, seen.header("Cache-Control")) for seen in kept] == []


def test_nobody_keeps_a_page_that_names_who_is_signed_in(tour: Tour) -> None:
    pages = [
        seen
        for seen in got(tour)
        if seen.who in SIGNED_IN
        and (seen.header("Content-Type") or "").startswith("text/html")
        and seen.header("Cache-Control") != "no-store"
    ]

    assert [(seen.who, seen.address, seen.header("Cache-Control")) for seen in pages] == []


def test_what_anyone_may_keep_sets_no_cookie(tour: Tour) -> None:
    kept = [seen for seen in tour.seen if "public" in (seen.header("Cache-Control") or "")]

    assert {seen.endpoint for seen in kept} > {"public.home", "public.company", "api.entries"}
    assert [(seen.who, seen.address) for seen in kept if seen.header("Set-Cookie")] == []


def test_what_is_published_sets_no_cookie_for_anyone_unknown(tour: Tour) -> None:
    published = ("public.", "api.", "static_files.", "health.")
    given = [
        seen.address
        for seen in tour.seen
        if seen.who is Who.ANONYMOUS and seen.endpoint.startswith(published) and seen.header("Set-Cookie")
    ]

    assert given == []


def test_stylesheet_and_script_are_kept_for_ever(tour: Tour) -> None:
    kept = {seen.header("Cache-Control") for seen in got(tour) if seen.endpoint == "static_files.file"}

    assert kept == {FOREVER}
