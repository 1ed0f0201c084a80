"""What people tell the register in confidence stands on no public page, export, log or error, in no writing."""

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from bods.codelists import AddressType
from bods.exports import formats
from bods.parts import Address
from bods.records import Person
from register import create_app
from register.access import Permission, Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.confirm_identity import confirm_identity
from register.actions.import_officials import import_officials
from register.actions.save_draft import save_draft
from register.actions.send_identity_link import PURPOSE
from register.actions.submit_declaration import Signing, submit_declaration
from register.commands.work import handlers, work_until
from register.config import Config
from register.declarations.draft import Declarant, Draft, Holding, PersonAnswer
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.models.declarations import DeclarationRow
from register.ocds.officials import OfficialLine
from register.store import (
    accounts,
    companies,
    identities,
    links,
    published,
    published_copies,
    published_files,
    statements,
)
from register.store.identities import BY_THE_PERSON
from register.web.declare.verifying import MARK
from register.web.public.pieces import FRAMINGS
from tests.factories.declarations import body, held
from tests.factories.people import person
from tests.factories.tenders import keep_tender
from tests.house.addresses import SMS_KEY
from tests.house.canaries import declarant, leaks, particulars
from tests.house.crawling import Page, crawl, endpoint_of

#: People in one company; the whole measure has three hundred.
OF_ONE = 3
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
    }
)
SHARES = (40, 35, 25)


@dataclass(frozen=True, slots=True)
class Told:
    """What was declared in the story."""

    names: tuple[str, ...]
    ocid: str
    owner_links: tuple[str, ...]


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


def _tell(app: Flask, people: int) -> Told:
    """Companies declare people with particulars; some say it is them; one list of officials; everything is sent."""
    now, jurisdiction = datetime.now(UTC), app.extensions["jurisdiction"]
    keys = [f"canary_{number}" for number in range(people // OF_ONE)]
    with app.test_request_context():
        session = db.session
        ocid = keep_tender(session, bids={"water-tanks": keys}, won=keys, awarded_on=date(2026, 3, 20))
        for number, key in enumerate(keys):
            _declare(session, number, key, jurisdiction, now)
        secrets = tuple(
            links.make(session, PURPOSE, record, now=now)
            for company in range(1, len(keys) + 1)
            for record in identities.claims_in(session, companies.company(session, company).subject_record_id)
        )
        private = particulars(0)
        listed = OfficialLine(
            "Mary Kanini", "member", "Evaluation committee", None, None, ocid,
            private.document_scheme, private.document_number,
        )  # fmt: skip
        import_officials(session, [listed], listed_on=now.date(), source="Gazette 12", now=now)
        session.commit()
        names = tuple(companies.company(session, each + 1).name for each in range(len(keys)))
    work_until(Event(), app.extensions["sessions"], handlers(app), until_empty=True)
    _make_files(app)
    return Told(names, ocid, secrets)


def _make_files(app: Flask) -> None:
    made = app.test_cli_runner().invoke(args=["build-downloads"], catch_exceptions=False)
    assert made.exit_code == 0, made.output


def _declare(session: Session, number: int, key: str, jurisdiction: Jurisdiction, now: datetime) -> None:
    company = companies.create(
        session, name=f"Kanari {number} Works Ltd", scheme="KE-RCO", number=key.upper(), now=now
    )
    account = (
        person(session, Role.SUPPLIER, email=declarant(number), at=now)
        if number < 4
        else _plain(session, number, now)
    )
    accounts.grant_authority(session, account.id, company.id, now)
    begun = begin_declaration(session, company.id, now=now, jurisdiction=jurisdiction)
    written = save_draft(session, company.id, _answers(begun.draft, number), begun.version, now)
    submit_declaration(
        session,
        company.id,
        Signing(str(uuid4()), b"{}", "A notice", "1", "en", consent=True),
        written.version,
        principal=Principal(account.id, account.name, Role.SUPPLIER, "en", (company.id,)),
        now=now,
        today=now.date(),
        jurisdiction=jurisdiction,
        new_id=lambda: str(uuid4()),
        base_url="https://umiliki.example",
    )
    records = sorted(identities.claims_in(session, company.subject_record_id))
    for record_id in records[: OF_ONE - 1]:
        confirm_identity(
            session, record_id, BY_THE_PERSON, now, today=now.date(), jurisdiction=jurisdiction,
            new_id=lambda: str(uuid4()),
        )  # fmt: skip
    # They write the next one already; nobody else sees it.
    again = begin_declaration(session, company.id, now=now, jurisdiction=jurisdiction)
    save_draft(
        session, company.id, replace(again.draft, declarant=Declarant("Mary", "director")), again.version, now
    )


def _plain(session: Session, number: int, now: datetime) -> accounts.Account:
    return accounts.create(session, declarant(number), "Ana Mwikali", Role.SUPPLIER, now=now)


def _answers(begun: Draft, number: int) -> Draft:
    """Three people: one directly, one through a body of the chain, one by votes too."""
    keys = [f"p{number}x{place}" for place in range(OF_ONE)]
    between = replace(body(f"between{number}"), key=f"b{number}")
    holdings: tuple[Holding, ...] = (
        held(keys[0], SHARES[0]),
        held(between.key, SHARES[1]),
        held(keys[1], 100, between.key),
        held(keys[2], SHARES[2], votes=30),
    )
    return replace(
        begun,
        declarant=Declarant("Ana Mwikali", "director"),
        people=tuple(PersonAnswer(key, f"Mtu {key.upper()} Mwema", "KE", "KE") for key in keys),
        entities=(between,),
        holdings=holdings,
        particulars={key: particulars(number * OF_ONE + place) for place, key in enumerate(keys)},
    )


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
    told = _tell(silent_app, PEOPLE)

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
    _tell(silent_app, OF_ONE)

    letters = "".join(
        path.read_text() for path in (Path(silent_app.extensions["config"].data)).rglob("*.txt")
    )

    assert "e-mail (raw)" in leaks(letters, OF_ONE)


def test_the_search_is_not_blind(silent_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    told, private = _tell(silent_app, OF_ONE), particulars(1)
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
    _make_files(silent_app)
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
