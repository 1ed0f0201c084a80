"""bar-P8: what was kept long enough goes, what was not stays, and a dry run touches nothing."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, insert, select
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.keep_and_erase import keep_and_erase
from register.actions.reject_declaration import reject_declaration
from register.jurisdictions import load
from register.models import Base
from register.models.accounts import AccountSessionRow, OneTimeLinkRow
from register.models.claims import ColleagueInvitationRow
from register.models.contacts import ContactChangeRow
from register.models.declarations import DeclarationRow
from register.models.invitations import InvitationListRow, InvitationRow
from register.models.life import ClarificationRow
from register.models.outbox import OutboxRow
from register.models.tickets import TicketRow
from register.models.typed import TypedAnswerRow
from register.store import audit, companies, declarations, drafts, evidence, particulars, signed_pages
from register.store.keeping import KINDS, Kind
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import REVIEWED, registrar, supplier
from tests.factories.papers import PDF
from tests.factories.people import person
from tests.house.test_migrations import _value as some_value

RETENTION = load("kenya_makueni").retention
NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
BY_NAME = {kind.name: kind for kind in KINDS}
TOLD = draft(held("ana", 100), people=("ana",))


def _run(session: Session, kind: Kind, *, dry_run: bool = False, now: datetime = NOW) -> int:
    return keep_and_erase(session, kind, RETENTION, now=now, dry_run=dry_run).number


def _row(session: Session, table: type[Base], **known: object) -> None:
    def value(column: Column[object]) -> object:
        return None if column.nullable else some_value(column)

    values = {
        column.name: known.get(column.name, value(column))
        for column in table.__table__.columns
        if column.name in known or not (column.name == "id" and column.primary_key)
    }
    session.execute(insert(table).values(values))


def _ends(days: float) -> datetime:
    return NOW - timedelta(days=days)


Seed = Callable[[Session, datetime, int], None]


def _invited(session: Session, at: datetime, account: int) -> None:
    row = InvitationListRow(title="t", ocid=None, due_on=None, made_by=account, made_at=at)
    session.add(row)
    session.flush()
    _row(session, InvitationRow, list_id=row.id, sealed_contact=b"sealed")


#: Kind -> something of it that ended at a moment.
SEEDS: Mapping[str, Seed] = {
    "signed-in browsers": lambda s, at, who: _row(
        s, AccountSessionRow, secret_hash=str(at), account_id=who, expires_at=at
    ),
    "one-time links": lambda s, at, _who: _row(s, OneTimeLinkRow, secret_hash=str(at), expires_at=at),
    "invitations of colleagues": lambda s, at, who: _row(
        s, ColleagueInvitationRow, company_id=_company(s), invited_by=who, expires_at=at
    ),
    "letters and messages": lambda s, at, _who: _row(s, OutboxRow, idempotency_key=str(at), done_at=at),
    "changes of contact": lambda s, at, who: _row(s, ContactChangeRow, account_id=who, done_at=at),
    "contacts of invited suppliers": _invited,
    "contacts of those who raised a matter": lambda s, at, _who: _row(
        s, TicketRow, reference=str(at), contact=b"sealed", closed_at=at
    ),
    "words of matters": lambda s, at, _who: _row(
        s, TicketRow, reference=str(at), words=b"sealed", closing_words=b"sealed", closed_at=at
    ),
    "questions about declarations": lambda s, at, who: _question(s, at, who),
    "answers typed when the session had ended": lambda s, at, who: _row(
        s, TypedAnswerRow, account_id=who, address=str(at), kept_at=at
    ),
}


def _question(session: Session, at: datetime, who: int) -> None:
    """Asked about a declaration, and answered then."""
    reference = session.scalar(select(DeclarationRow.reference)) or supplier(session, law=REVIEWED).declare(
        TOLD
    )
    _row(
        session, ClarificationRow, reference=reference, asked_by=who, question=b"sealed", answer=b"sealed",
        answered_at=at,
    )  # fmt: skip


def _company(session: Session) -> int:
    found = companies.find(session, "KE-RCO", "PVT-SEED1")
    made = found or companies.create(session, name="Alfa", scheme="KE-RCO", number="PVT-SEED1", now=NOW)
    return made.id


@pytest.mark.parametrize("name", SEEDS)
def test_bar_p8_what_is_older_goes_and_what_is_younger_stays(session: Session, name: str) -> None:
    kind, days = BY_NAME[name], int(getattr(RETENTION, BY_NAME[name].days))
    who = person(session, Role.ADMINISTRATOR).id
    SEEDS[name](session, _ends(days + 0.01), who)
    SEEDS[name](session, _ends(days - 0.01), who)

    counted = _run(session, kind, dry_run=True)
    erased = _run(session, kind)
    left = kind.due(session, NOW)

    assert (counted, erased, left) == (1, 1, 1)
    assert _run(session, kind) == 0


def test_bar_p8_an_unfinished_declaration_goes_after_ninety_days_with_all_that_is_private(
    session: Session, tmp_path: Path
) -> None:
    declaring = supplier(session)
    declaring.save(TOLD)
    particulars.keep(
        session, particulars.of_draft(declaring.company.id), declaring.subject, {"ana": private("ana")}
    )
    paper = evidence.add(
        session, tmp_path, about=evidence.about_draft(declaring.company.id, "ana"), kind="identity_document",
        name="card.pdf", media_type="application/pdf", content=PDF, scanned=False, by="account:1", now=declaring.now,
    )  # fmt: skip
    kind = BY_NAME["unfinished declarations"]

    early = _run(session, kind, now=declaring.now + timedelta(days=89))
    dry = _run(session, kind, now=declaring.now + timedelta(days=91), dry_run=True)
    late = _run(session, kind, now=declaring.now + timedelta(days=91))

    assert (early, dry, late) == (0, 1, 1)
    assert not drafts.exists(session, declaring.company.id)
    assert particulars.opened(session, particulars.of_draft(declaring.company.id)) == {}
    assert evidence.listed(session, paper.about) == ()
    assert audit.newest(session)[0].facts == {"number": "1", "days": "90"}


def test_bar_p8_a_rejected_declaration_keeps_its_place_and_loses_what_is_private(session: Session) -> None:
    declaring = supplier(session, law=REVIEWED)
    declaring.save(TOLD)
    reference = declaring.submit()
    reject_declaration(
        session, reference, "Not the company's owners.", by=registrar(session), now=declaring.now
    )
    kind = BY_NAME["refused and withdrawn declarations"]

    early = _run(session, kind, now=declaring.now + timedelta(days=364))
    late = _run(session, kind, now=declaring.now + timedelta(days=366))

    assert (early, late) == (0, 1)
    assert particulars.opened(session, particulars.of_declaration(reference)) == {}
    assert signed_pages.opened(session, reference) is None
    assert declarations.declaration(session, reference).reference == reference


def test_bar_p8_papers_go_after_their_years(session: Session, tmp_path: Path) -> None:
    kept = evidence.add(
        session, tmp_path, about="authority:1", kind="board_resolution", name="paper.pdf",
        media_type="application/pdf", content=PDF, scanned=False, by="account:1", now=NOW,
    )  # fmt: skip

    early = _run(session, BY_NAME["papers"], now=NOW + timedelta(days=RETENTION.evidence - 1))
    late = _run(session, BY_NAME["papers"], now=NOW + timedelta(days=RETENTION.evidence + 1))

    assert (early, late) == (0, 1)
    assert evidence.listed(session, kept.about) == ()
    assert evidence.sweep(session, tmp_path, NOW) == 1


def test_bar_p8_every_kind_is_tried_here() -> None:
    assert set(BY_NAME) == {
        *SEEDS,
        "unfinished declarations",
        "refused and withdrawn declarations",
        "papers",
    }
