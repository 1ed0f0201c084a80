"""Companies that tell the register what is private: people with every particular, officials, drafts under way."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from threading import Event
from uuid import uuid4

from flask import Flask
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.confirm_identity import confirm_identity
from register.actions.import_officials import import_officials
from register.actions.save_draft import save_draft
from register.actions.send_identity_link import PURPOSE
from register.actions.submit_declaration import Signing, submit_declaration
from register.commands.work import handlers, work_until
from register.declarations.draft import Declarant, Draft, Holding, PersonAnswer
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.ocds.officials import OfficialLine
from register.store import (
    accounts,
    companies,
    identities,
    links,
)
from register.store.identities import BY_THE_PERSON
from tests.factories.declarations import body, held
from tests.factories.people import person
from tests.factories.tenders import keep_tender
from tests.house.canaries import declarant, particulars

#: People in one company; the whole measure has three hundred.
OF_ONE = 3
SHARES = (40, 35, 25)


@dataclass(frozen=True, slots=True)
class Told:
    """What was declared in the story."""

    names: tuple[str, ...]
    ocid: str
    owner_links: tuple[str, ...]


def tell(app: Flask, people: int) -> Told:
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
    make_files(app)
    return Told(names, ocid, secrets)


def make_files(app: Flask) -> None:
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
