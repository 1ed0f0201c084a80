"""Drafts are kept whole, and two people never overwrite each other in silence."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.declarations import DraftRow
from register.models.people import ParticularsRow
from register.store import drafts
from register.store.drafts import DraftChangedElsewhereError, DraftNotFoundError
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import NOW, supplier

TOLD = draft(held("ana", 60), people=("ana",))


def test_a_draft_comes_back_as_it_was_saved(session: Session) -> None:
    company = supplier(session).company

    saved = drafts.save(session, company.id, TOLD, 0, NOW)

    assert drafts.draft(session, company.id) == saved
    assert (saved.draft, saved.version) == (TOLD, 1)


def test_there_is_no_draft_before_one_is_saved(session: Session) -> None:
    company = supplier(session).company

    assert not drafts.exists(session, company.id)
    with pytest.raises(DraftNotFoundError):
        drafts.draft(session, company.id)


def test_whoever_saves_from_an_older_version_is_refused(session: Session) -> None:
    company = supplier(session).company
    drafts.save(session, company.id, TOLD, 0, NOW)
    drafts.save(session, company.id, replace(TOLD, people=()), 1, NOW)

    for expected in (0, 1, 3):
        with pytest.raises(DraftChangedElsewhereError):
            drafts.save(session, company.id, TOLD, expected, NOW)
    assert drafts.draft(session, company.id).draft.people == ()


def test_a_change_of_particulars_alone_counts_as_a_change(session: Session) -> None:
    company = supplier(session).company
    drafts.save(session, company.id, TOLD, 0, NOW)
    moved = replace(TOLD, particulars={"ana": private("ana", phone="+254700000001")})

    saved = drafts.save(session, company.id, moved, 1, NOW)

    assert saved.version == 2
    assert drafts.draft(session, company.id).draft == moved


def test_particulars_are_sealed_at_rest(session: Session) -> None:
    company = supplier(session).company
    drafts.save(session, company.id, TOLD, 0, NOW)

    answers = session.scalar(select(DraftRow.answers)) or ""
    sealed = session.scalar(select(ParticularsRow.sealed)) or b""

    hidden = private("ana")
    for value in (hidden.document_number, hidden.phone, hidden.email, hidden.home_address):
        assert value not in answers
        assert value.encode() not in sealed


def test_who_leaves_the_draft_leaves_no_particulars(session: Session) -> None:
    company = supplier(session).company
    drafts.save(session, company.id, TOLD, 0, NOW)

    drafts.save(session, company.id, draft(), 1, NOW)

    assert session.scalars(select(ParticularsRow)).all() == []


def test_a_draft_that_is_taken_away_takes_its_particulars_along(session: Session) -> None:
    company = supplier(session).company
    drafts.save(session, company.id, TOLD, 0, NOW)
    assert drafts.saved_before(session, NOW.replace(year=2027)) == (company.id,)

    drafts.remove(session, company.id)

    assert not drafts.exists(session, company.id)
    assert session.scalars(select(ParticularsRow)).all() == []
