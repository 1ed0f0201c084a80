"""A small part of the invented county, loaded with what waits for its registrars."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from register.actions.load_example import Loaded, load_example
from register.declarations.life import Kind, State
from register.example.accounts import REGISTRAR, SECOND_REGISTRAR
from register.example.county import county
from register.four_eyes import ProposalKind
from register.gateways.viruses import NoScanner
from register.jurisdictions import load
from register.store import (
    accounts,
    claims,
    evidence,
    likeness,
    outbox,
    proposals,
    registry_extracts,
    review_queue,
    tickets,
)
from register.store.review_queue import Wanted

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
PLACE = load("kenya_makueni")


def loaded(session: Session, data: Path) -> Loaded | None:
    """Six suppliers that declared, the others of the stories silent, and one tender."""
    made = county(date(2026, 3, 9))
    planted = len(made.planted.by_part)
    silent = (replace(each, declarations=()) for each in made.suppliers[:planted])
    few = replace(
        made,
        suppliers=(*silent, *made.suppliers[planted : planted + 6]),
        tenders=made.tenders[:1],
        officials=(),
        extracts=(),
    )
    return load_example(session, few, data=data, scanner=NoScanner(), jurisdiction=PLACE, now=NOW)


def test_every_kind_of_work_waits_for_the_registrars_of_the_example_county(
    session: Session, tmp_path: Path
) -> None:
    told = loaded(session, tmp_path)

    lines = review_queue.lines(session, Wanted())
    assert told is not None
    assert len(lines) == told.waiting == 6
    assert sorted(each.state for each in lines) == sorted(
        [State.SUBMITTED] * 4 + [State.IN_REVIEW, State.CLARIFICATION_ASKED]
    )
    assert [each.kind for each in lines].count(Kind.CHANGE) == 1
    assert [each.assisted for each in lines].count(True) == 1
    assert tickets.count_open(session) == registry_extracts.count(session) == 1
    assert likeness.count(session, likeness.Kind.COMPANY) == 1
    (claim,) = claims.waiting(session)
    (paper,) = evidence.listed(session, claim.about)
    assert evidence.opened(session, tmp_path, paper.id).startswith(b"%PDF-1.4")
    assert outbox.newest(session, ("mail", "sms")) == ()
    # The second registrar decides about what the first proposed.
    first, second = (accounts.by_email(session, each.email) for each in (REGISTRAR, SECOND_REGISTRAR))
    assert first is not None
    assert second is not None
    kinds = (ProposalKind.PROTECTION,)
    assert proposals.count_waiting(session, kinds, not_by=second.id) == 1
    assert proposals.count_waiting(session, kinds, not_by=first.id) == 0
