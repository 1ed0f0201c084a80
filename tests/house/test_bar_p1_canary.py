"""What people tell the register in confidence stands on no public page, export, log or error, in no writing."""

import logging
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from bods.codelists import AddressType
from bods.exports import formats
from bods.parts import Address
from bods.records import Person
from register import create_app
from register.access import Permission
from register.config import Config
from register.extensions import db
from register.models.declarations import DeclarationRow
from register.store import (
    companies,
    published,
    published_copies,
    published_files,
    statements,
)
from register.web.declare.verifying import MARK
from register.web.public.pieces import FRAMINGS
from tests.house.addresses import SMS_KEY
from tests.house.canaries import leaks, particulars
from tests.house.confidences import OF_ONE, Told, make_files, tell
from tests.house.crawling import Page, crawl, endpoint_of

#: The whole measure has three hundred.
PEOPLE = 300 if os.environ.get("BARS") == "full" else 12
#: Open to the public, but to one person alone: by a link sent to them, or half-way through signing in.
BY_SECRET = frozenset(
    {
        "account.back_from_elsewhere",
        "account.code",
        "account.elsewhere",
        "account.enrol",
        "account.enrol_code",
        "account.proved",
        "account.recover",
        "account.sent_code",
        "account.undo_contact",
        "company.invitation",
        "declare.confirm_owner",
        "declare.invited",
        "oversight.read",
    }
)


@pytest.fixture
def silent_app(
    database_url: str, key_file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> Iterable[Flask]:
    """The register as it really runs, writing everything to its logs that it can."""
    caplog.set_level(logging.DEBUG)
    # Rows as they come from the database are no log of ours; the questions asked of it are.
    caplog.set_level(logging.INFO, "sqlalchemy")
    app = create_app(
        Config(
            data=tmp_path / "data",
            database_url=database_url,
            key_file=str(key_file),
            secure_cookies=False,
            sms_key=SMS_KEY,
        )
    )
    yield app
    app.extensions["engine"].dispose()


def _public(app: Flask, told: Told) -> list[Page]:
    """Everything anybody can read: by links from the start, and what only a machine or a form asks for."""
    seeds = ["/", "/healthz", "/readyz", "/figures.json", "/companies.json", "/contracts.json", "/flags.json"]
    seeds += [
        "/api/published.jsonl",
        "/api/published.jsonl?after=5",
        f"/contracts/{told.ocid}.json",
        "/sign-in",
    ]
    seeds += [f"/data/bods.{each.code}" for each in formats() if each.code in FRAMINGS]
    seeds += [f"/data/bods.{each.code}.sha256" for each in formats() if each.code in FRAMINGS]
    seeds += [f"/data/files/current/{path.name}" for path in _files(app).iterdir()]
    seeds += [
        f"/search{kind}?q={words}" for kind in ("", ".json") for words in ("Kanari", "Mwema", "CANARY_1")
    ]
    seeds += [f"/declare/owner/{secret}" for secret in told.owner_links]
    seeds += ["/register", "/forgotten"]
    with app.app_context():
        for made in db.session.scalars(select(DeclarationRow)):
            seeds.append(f"/declare/receipt/{made.reference}/{made.shown_hash[:MARK]}")
    seeds += ["/nothing/here", "/companies/um-0.json", "/people/nobody", "/?x=%00", "/tenders", "/sign-out"]
    with app.app_context():
        every = published.after(db.session, 0, 100_000)
    for subject in {each.statement.declaration_subject for each in every}:
        seeds += [f"/companies/{subject}{rest}" for rest in _OF_COMPANY]
    for each in every:
        seeds += [f"/statements/{each.statement.statement_id}{kind}" for kind in ("", ".json")]
        if isinstance(each.statement.record, Person):
            known = [identifier.id for identifier in each.statement.record.identifiers]
            seeds += [f"/people/{identifier}{kind}" for identifier in known for kind in ("", ".json")]
    return crawl(app, dict.fromkeys(seeds)) + _answered(app, told)


def _files(app: Flask) -> Path:
    data: Path = app.extensions["config"].data
    return data / published_files.FOLDER / published_files.CURRENT


_OF_COMPANY = (
    "",
    ".json",
    "/bods.json",
    "/picture.svg",
    "?past=yes",
    "?as_of=2020-01-01",
    ".json?as_of=2020-01-01",
)


def _answered(app: Flask, told: Told) -> list[Page]:
    """What the register says to messages, and to questions that go wrong."""
    client, pages = app.test_client(), []
    for number, name in enumerate(told.names):
        told_by = {"from": "+254700000001", "text": f"OWN {name}", "id": f"m{number}"}
        answer = client.post(f"/sms/incoming/{SMS_KEY}", data=told_by)
        pages.append(
            Page(f"SMS {name}", "sms.incoming", answer.status_code, f"{answer.headers}{answer.text}")
        )
    for method, address, data in (
        ("POST", "/sign-in", {"email": "a"}),
        ("DELETE", "/", None),
        ("POST", "/sign-in", {"email": "a" * 70_000}),
        ("POST", "/sms/incoming/wrong", None),
    ):
        answer = client.open(address, method=method, data=data)
        pages.append(Page(address, "", answer.status_code, f"{answer.headers}{answer.text}"))
    return pages


def _found(pages: Iterable[Page], people: int = PEOPLE) -> list[str]:
    return [f"{page.address}: {leak}" for page in pages for leak in leaks(page.text, people)]


def test_what_is_private_is_nowhere_in_public(
    silent_app: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    told = tell(silent_app, PEOPLE)

    pages = _public(silent_app, told)
    out, err = capfd.readouterr()

    assert {page.status for page in pages} >= {200, 302, 400, 404, 405, 413}
    assert [(page.address, page.status) for page in pages if page.status >= 500] == []
    assert _missing(silent_app, pages) == set()
    assert any("Mwema" in page.text for page in pages if page.endpoint == "public.company")
    assert _found(pages) == []
    assert caplog.text
    assert leaks(f"{caplog.text}\n{out}\n{err}", PEOPLE) == []


def _missing(app: Flask, pages: Iterable[Page]) -> set[str]:
    """Public addresses that nobody read."""
    public = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and getattr(app.view_functions[rule.endpoint], "permission", None) is Permission.READ_PUBLIC
    }
    return (
        public
        - {page.endpoint for page in pages if page.status < 400}
        - (BY_SECRET - {"declare.confirm_owner"})
    )


def test_what_was_declared_is_kept_for_those_who_may_know_it(silent_app: Flask) -> None:
    tell(silent_app, OF_ONE)

    letters = "".join(
        path.read_text() for path in (Path(silent_app.extensions["config"].data)).rglob("*.txt")
    )

    assert "e-mail (raw)" in leaks(letters, OF_ONE)


def test_the_search_is_not_blind(silent_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    told, private = tell(silent_app, OF_ONE), particulars(1)
    answers = {
        "e-mail": private.email,
        "home": private.home_address,
        "document": private.document_number,
        "tax number": private.tax_number,
        "phone": private.phone,
        "born": private.birth_date,
    }
    clean = _found(_public(silent_app, told))

    # As if the public copy forgot to leave one answer out, each in a statement of its own.
    monkeypatch.setattr(published_copies, "public_copy", lambda statement: statement)
    where = {answer: _published(silent_app, given) for answer, given in answers.items()}
    make_files(silent_app)
    leaking = _found(_public(silent_app, told))

    assert clean == []
    found = _in_files(silent_app, leaking)
    assert set(found) == {form.code for form in formats()}
    # Some forms tell the last statement of a record alone: here the one with the day of birth.
    assert {code for code, what in found.items() if "born" not in what} == set()
    whole = {form.code for form in formats() if form.leaves_out is None}
    assert {code for code in whole if not {"e-mail", "home", "document", "phone"} <= found[code]} == set()
    assert {
        answer for answer, page in where.items() if any(_tells(each, page, answer) for each in leaking)
    } == set(answers)


def _in_files(app: Flask, leaking: Iterable[str]) -> dict[str, set[str]]:
    """What was found in each file that was made, by the code of its form."""
    known = published_files.newest(app.extensions["config"].data)
    assert known is not None
    told = [each.partition(": ") for each in leaking]
    return {
        file.code: {what.split()[0] for where, _, what in told if where == f"/data/files/current/{file.name}"}
        for file in known.publication.files
    }


def _tells(leak: str, page: str, answer: str) -> bool:
    return leak.startswith(f"/statements/{page}: {answer}")


def _published(app: Flask, given: date | str | None) -> str:
    """Publish one person with one private answer, and give the statement's identifier."""
    with app.app_context():
        subject = companies.company(db.session, 1).subject_record_id
        told = next(
            each for each in statements.of_subject(db.session, subject) if isinstance(each.record, Person)
        )
        assert isinstance(told.record, Person)
        if isinstance(given, date):
            bare = replace(told.record, birth_date=given.isoformat())
        else:
            bare = replace(told.record, addresses=(Address(AddressType.RESIDENCE, given),))
        leaky = replace(told, statement_id=str(uuid4()), record=bare)
        published.publish(db.session, [leaky], app.extensions["jurisdiction"], datetime.now(UTC))
        db.session.commit()
    return leaky.statement_id


def test_an_error_tells_the_log_nothing_of_what_it_was_about(
    silent_app: Flask,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    private = particulars(2)

    def fails(*_: object) -> None:
        raise RuntimeError(private.home_address, private.document_number, private.birth_date)

    monkeypatch.setattr("register.web.public.searching.found_by", fails)
    assert endpoint_of(silent_app, "/search") == "public.search"

    answer = silent_app.test_client().get("/search?q=a")
    out, err = capfd.readouterr()

    assert answer.status_code == 500
    assert "unforeseen" in out + err + caplog.text
    assert leaks(f"{answer.headers}{answer.text}{out}{err}{caplog.text}", PEOPLE) == []
