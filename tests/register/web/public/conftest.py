"""A small register that everyone can read: Alfa declared twice and won; Beta's declaration waits; Gama won unnamed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.confirm_identity import confirm_identity
from register.actions.raise_flags import raise_flags
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.draft import Draft
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import accounts, companies, identities, statements
from tests.factories.declarations import ALFA, draft, held, person
from tests.factories.tenders import keep_tender

MWIKALI, JOSEPH, DANIEL, FAITH = (
    "Mwĩkali Ndũku Mutiso",
    "Joseph Ng’ang’a Kariũki",
    "Daniel Kyalo Muthama",
    "Faith Mumbua Musyoka",
)
KAITI = (
    held("mwikali", 60, "kaiti", since=date(2022, 5, 4)),
    held("joseph", 40, "kaiti", since=date(2022, 5, 4)),
    held("kaiti", 70, since=date(2022, 5, 4)),
)
PEOPLE = (person("mwikali", MWIKALI), person("joseph", JOSEPH))
FIRST = draft(
    *KAITI,
    held("daniel", 30, since=date(2021, 2, 3)),
    people=(*PEOPLE, person("daniel", DANIEL)),
    bodies=("kaiti",),
)
SECOND = draft(
    *KAITI,
    held("faith", 30, since=date(2025, 1, 10)),
    people=(*PEOPLE, person("faith", FAITH)),
    bodies=("kaiti",),
)
BETA = replace(ALFA, name="Beta Hidden Works Ltd", number="PVT-BETA01")
HIDDEN = draft(held("zawadi", 100), people=(person("zawadi", "Zawadi Unseen"),), company=BETA)


@dataclass(frozen=True)
class Small:
    """Where things stand in the small register."""

    app: Flask
    alfa: str
    beta: str
    mwikali: str
    roof: str
    shed: str

    @property
    def page(self) -> str:
        return f"/companies/{self.alfa}"


def declared(
    session: Session, told: Draft, day: date, law: Jurisdiction, ids: Iterator[int], *, confirm: bool = True
) -> str:
    """Sign a declaration as the supplier would, on that day; gives the company's record id."""
    known = companies.find(session, told.company.scheme, told.company.number)
    now = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    company = known or companies.create(
        session, name=told.company.name, scheme=told.company.scheme, number=told.company.number, now=now
    )
    clerk = accounts.create(
        session, f"clerk{next(ids)}@umiliki.example", "Grace Wanza", Role.SUPPLIER, now=now
    )
    accounts.grant_authority(session, clerk.id, company.id, now)
    version = begin_declaration(session, company.id, now=now, jurisdiction=law).version
    written = save_draft(session, company.id, told, version, now)
    signing = Signing(f"sign-{next(ids)}", b"{}", "You declare.", "test", "en", consent=True)
    submit_declaration(
        session,
        company.id,
        signing,
        written.version,
        principal=Principal(clerk.id, clerk.name, Role.SUPPLIER, "en", (company.id,)),
        now=now,
        today=day,
        jurisdiction=law,
        new_id=lambda: str(UUID(int=next(ids), version=4)),
        base_url="https://umiliki.example",
    )
    if confirm:
        for record_id in sorted(identities.claims_in(session, company.subject_record_id)):
            confirm_identity(
                session,
                record_id,
                identities.BY_THE_PERSON,
                now,
                today=day,
                jurisdiction=law,
                new_id=lambda: str(UUID(int=next(ids), version=4)),
            )
    return company.subject_record_id


@pytest.fixture
def small(app: Flask) -> Small:
    law = replace(app.extensions["jurisdiction"], accepts_at_once=True)
    ids = count(1)
    with app.app_context():
        session = db.session
        alfa = declared(session, FIRST, date(2024, 3, 4), law, ids)
        declared(session, SECOND, date(2025, 2, 3), law, ids)
        beta = declared(
            session, HIDDEN, date(2025, 3, 3), replace(law, accepts_at_once=False), ids, confirm=False
        )
        roof = keep_tender(
            session,
            bids={"school-roof": ("pvt-alfa01", "pvt-loser9")},
            won=("pvt-alfa01",),
            awarded_on=date(2024, 6, 1),
        )
        shed = keep_tender(
            session, bids={"market-shed": ("pvt-gama01",)}, won=("pvt-gama01",), awarded_on=date(2025, 6, 1)
        )
        keep_tender(session, bids={"open-well": ("pvt-alfa01", "pvt-loser9")})
        for ocid in (roof, shed):
            raise_flags(session, ocid, now=datetime(2025, 9, 1, tzinfo=UTC), jurisdiction=law)
        claims = identities.claims_in(session, alfa)
        (mwikali,) = [
            claim.public_identifier for record, claim in claims.items() if _is(session, alfa, record, MWIKALI)
        ]
        session.commit()
    return Small(app, alfa, beta, mwikali, roof, shed)


def _is(session: Session, subject: str, record_id: str, name: str) -> bool:
    told = [each.record for each in statements.of_subject(session, subject) if each.record_id == record_id]
    return any(each.full_name == name for record in told for each in getattr(record, "names", ()))
